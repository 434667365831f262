// The toolbar of the list of members: what its selects say of a filter that came from an address.
import { expect, fixture } from '@open-wc/testing';
import { tables } from '../../shared/presets/tables.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import { formatMemberQuery, parseMemberQuery } from './member-query.ts';
import { MemberToolbarElement, QueryWantedEvent } from './member-toolbar.ts';

if (!customElements.get('ua-member-toolbar'))
  customElements.define('ua-member-toolbar', MemberToolbarElement);

/** What the selects show for a filter. */
async function shownFor(filter: string): Promise<readonly (string | undefined)[]> {
  const toolbar = new MemberToolbarElement();
  toolbar.rights = rightsOf(aViewer(tables, ['owner']));
  toolbar.query = parseMemberQuery(filter);
  await fixture(toolbar);
  return ['role', 'status', 'dormant'].map((name) => {
    const select = toolbar.renderRoot.querySelector<HTMLSelectElement>(`[name=${name}]`)!;
    return select.selectedOptions[0]?.textContent?.trim();
  });
}

describe('<ua-member-toolbar>', () => {
  it('says which role and status the list is narrowed to', async () => {
    expect(await shownFor('')).to.deep.equal(['All roles', 'Any status', 'Any sign-in']);
    expect(await shownFor('role=admin&status=deactivated')).to.deep.equal([
      'Admin',
      'Deactivated',
      'Any sign-in',
    ]);
  });

  it('says so where an address names several roles, both statuses, or a role that is not there', async () => {
    expect(await shownFor('role=owner,admin')).to.deep.equal(['Owner, Admin', 'Any status', 'Any sign-in']);
    expect(await shownFor('status=active,deactivated')).to.deep.equal([
      'All roles',
      'Active, Deactivated',
      'Any sign-in',
    ]);
    expect(await shownFor('role=pilot')).to.deep.equal(['pilot', 'Any status', 'Any sign-in']);
  });

  it('D43 narrows to whoever has not signed in for long, and says so', async () => {
    expect(await shownFor('dormant=90')).to.deep.equal(['All roles', 'Any status', 'None in 90 days']);
    const toolbar = new MemberToolbarElement();
    toolbar.rights = rightsOf(aViewer(tables, ['owner']));
    toolbar.query = parseMemberQuery('role=staff');
    await fixture(toolbar);
    const wanted: string[] = [];
    toolbar.addEventListener(QueryWantedEvent.type, (event) =>
      wanted.push(formatMemberQuery((event as QueryWantedEvent).query)),
    );
    const select = toolbar.renderRoot.querySelector<HTMLSelectElement>('[name=dormant]')!;
    select.value = '180';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(wanted).to.deep.equal(['role=staff&dormant=180']);
  });

  it('takes the other choice away once another one was made', async () => {
    const toolbar = new MemberToolbarElement();
    toolbar.rights = rightsOf(aViewer(tables, ['owner']));
    toolbar.query = parseMemberQuery('role=owner,admin');
    await fixture(toolbar);
    toolbar.query = parseMemberQuery('role=staff');
    await toolbar.updateComplete;
    const select = toolbar.renderRoot.querySelector<HTMLSelectElement>('[name=role]')!;
    expect([select.value, select.options.length]).to.deep.equal(['staff', 5]);
  });
});

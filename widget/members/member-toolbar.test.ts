// The toolbar of the list of members: what its selects say of a filter that came from an address.
import { expect, fixture } from '@open-wc/testing';
import { tables } from '../../shared/presets/tables.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import { parseMemberQuery } from './member-query.ts';
import { MemberToolbarElement } from './member-toolbar.ts';

if (!customElements.get('ua-member-toolbar'))
  customElements.define('ua-member-toolbar', MemberToolbarElement);

/** What the selects show for a filter. */
async function shownFor(filter: string): Promise<readonly (string | undefined)[]> {
  const toolbar = new MemberToolbarElement();
  toolbar.rights = rightsOf(aViewer(tables, ['owner']));
  toolbar.query = parseMemberQuery(filter);
  await fixture(toolbar);
  return ['role', 'status'].map((name) => {
    const select = toolbar.renderRoot.querySelector<HTMLSelectElement>(`[name=${name}]`)!;
    return select.selectedOptions[0]?.textContent?.trim();
  });
}

describe('<ua-member-toolbar>', () => {
  it('says which role and status the list is narrowed to', async () => {
    expect(await shownFor('')).to.deep.equal(['All roles', 'Any status']);
    expect(await shownFor('role=admin&status=deactivated')).to.deep.equal(['Admin', 'Deactivated']);
  });

  it('says so where an address names several roles, both statuses, or a role that is not there', async () => {
    expect(await shownFor('role=owner,admin')).to.deep.equal(['Owner, Admin', 'Any status']);
    expect(await shownFor('status=active,deactivated')).to.deep.equal(['All roles', 'Active, Deactivated']);
    expect(await shownFor('role=pilot')).to.deep.equal(['pilot', 'Any status']);
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

// Who asks before edits that are not saved are left behind, and what becomes of them: in the settings, for they have some.
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ShowPersonIntent } from '../members/intents.ts';
import { aSettingsStage, asked, confirm, fieldOf, fill, sectionOf } from '../testing/settings-stage.ts';
import { settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

describe('leaving a view of <user-admin>', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  it('asks also where the page goes elsewhere, and goes nowhere until it is answered', async () => {
    const stage = await aSettingsStage();
    const { element } = stage;
    fill(await sectionOf(stage, 'ua-session-limits'), { idleMinutes: '3' });
    expect(element.selectView('users')).to.equal(true);
    expect(await asked(stage)).to.contain('Leave without saving?');
    expect(element.openMember('m1')).to.equal(true);
    await element.updateComplete;
    expect([element.view, element.person]).to.deep.equal(['settings', '']);
    const isInviting = element.openInvite();
    await settled(element);
    await confirm(stage);
    expect(await isInviting).to.equal(true);
    expect(element.view).to.equal('users');
  });

  it('asks where the page sets another view, and tells the page where the viewer stayed', async () => {
    const stage = await aSettingsStage({ attributes: { view: 'settings', filter: 'search=a' } });
    const { element } = stage;
    const told: string[] = [];
    element.addEventListener('ua-view-changed', ({ view, filter, person }) =>
      told.push([view, filter, person].join()),
    );
    fill(await sectionOf(stage, 'ua-session-limits'), { idleMinutes: '3' });
    element.setAttribute('view', 'users');
    Object.assign(element, { filter: 'search=b', person: 'member-1' });
    expect(await asked(stage)).to.contain('Leave without saving?');
    expect(['view', 'filter', 'person'].map((name) => element.getAttribute(name))).to.deep.equal([
      'settings',
      'search=a',
      '',
    ]);
    expect(told).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => told.length > 0);
    expect(told).to.deep.equal(['settings,search=a,']);
    expect(fieldOf(await sectionOf(stage, 'ua-session-limits'), 'idleMinutes').value).to.equal('3');
    element.view = 'account';
    element.setAttribute('view', 'users');
    await asked(stage);
    await confirm(stage);
    await waitUntil(() => element.getAttribute('view') === 'users');
    await waitUntil(() => told.length === 2);
    expect(told[1]).to.equal('users,search=a,');
    expect(element.renderRoot.querySelector('.frame > ua-confirm')).to.equal(null);
  });

  it('asks also where something inside leads elsewhere', async () => {
    const stage = await aSettingsStage();
    const section = await sectionOf(stage, 'ua-session-limits');
    fill(section, { idleMinutes: '3' });
    section.host.dispatchEvent(new ShowPersonIntent('member-1', 'member'));
    expect(await asked(stage)).to.contain('Leave without saving?');
    expect([stage.element.view, stage.element.person]).to.deep.equal(['settings', '']);
    await confirm(stage);
    await waitUntil(() => stage.element.view === 'member' && stage.element.person === 'member-1');
  });

  it('asks no more once somebody else is looking', async () => {
    const stage = await aSettingsStage();
    fill(await sectionOf(stage, 'ua-session-limits'), { idleMinutes: '3' });
    stage.element.view = 'users';
    await asked(stage);
    stage.element.token = 'of another';
    await waitUntil(() => stage.element.renderRoot.querySelector('.frame > ua-confirm') === null);
    expect(stage.element.view).to.equal('settings');
  });
});

// Where the focus goes when what had it has gone: never to the page, so that a keyboard goes on from where it was.
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { collaborators } from '../shared/presets/collaborators.ts';
import { packages } from '../shared/presets/packages.ts';
import { Failure } from './failure.ts';
import { aMember, someMembers } from './testing/builders.ts';
import { MemoryAccount } from './testing/memory-account.ts';
import { MemoryAudit, anEntry } from './testing/memory-audit.ts';
import { aList, confirm, dialogOf, people } from './testing/list-stage.ts';
import type { MemoryPermissions } from './testing/memory-permissions.ts';
import type { Setting, Stage } from './testing/stage.ts';
import { aGate, aStage, controlOf, deep, focused, found } from './testing/stage.ts';
import { waitUntil } from './testing/wait-until.ts';

const textOf = (element: Element | null) => (element?.ariaLabel ?? element?.textContent ?? '').trim();
const buttons = (root: ParentNode, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].filter((button) => textOf(button).startsWith(name));

/** Presses the button as a keyboard does, which has the focus on it; waits for it first. */
async function press(stage: Stage, tag: string, name: string): Promise<void> {
  const { renderRoot } = (await found(stage, tag)) as HTMLElement & { renderRoot: ShadowRoot };
  await waitUntil(() => buttons(renderRoot, name).length > 0, `${name} is there`);
  const [button] = buttons(renderRoot, name);
  button!.focus();
  button!.click();
}

const questionOf = async (stage: Stage) =>
  (await found(stage, 'ua-own-sessions')).shadowRoot!.querySelector('ua-confirm')!;
const comesTo = (what: string, is: (element: Element) => boolean) =>
  waitUntil(() => focused() !== document.body && is(focused()!), `the focus comes to ${what}`);
const isIn = (tag: string) => (element: Element) =>
  (element.getRootNode() as ShadowRoot).host?.localName === tag;

/** Refuses what is asked by `name` until told otherwise. */
function refusing(name: string): Setting & { isOver: boolean } {
  const setting = {
    isOver: false,
    before: (call: { readonly name: string }) => {
      if (!setting.isOver && call.name === name) throw new Failure('offline');
    },
  };
  return setting;
}

describe('the focus, when what had it has gone', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  describe('in the own sessions', () => {
    let account: MemoryAccount;
    const anAccount = () =>
      aStage({
        policy: collaborators,
        attributes: { view: 'account' },
        viewer: { isSignedIn: true },
        prepare: (api) => (account = new MemoryAccount(api, Date.now())),
      });

    it('comes to the heading once all others have ended', async () => {
      const stage = await anAccount();
      await press(stage, 'ua-own-sessions', 'End all others');
      await confirm(stage);
      await waitUntil(() => account.sessions.length === 1);
      await comesTo(
        'the heading',
        ({ localName, textContent }) => localName === 'h2' && textContent === 'Sessions',
      );
    });

    it('comes to the next session, to the one before, and to the heading after the last', async () => {
      const stage = await anAccount();
      await press(stage, 'ua-session-list', 'End the session');
      const isClosed = oneEvent(await questionOf(stage), 'close');
      await confirm(stage);
      await isClosed;
      await comesTo('another session', isIn('ua-session-list'));
      await press(stage, 'ua-session-list', 'End the session');
      await confirm(stage);
      await waitUntil(() => account.sessions.length === 1);
      await comesTo('the heading', ({ textContent }) => textContent === 'Sessions');
    });

    it('stays among the sign-ins when all of them are shown', async () => {
      const stage = await anAccount();
      await press(stage, 'ua-own-history', 'Show');
      await comesTo('its section', isIn('ua-own-history'));
    });
  });

  describe('among people', () => {
    it('T25 comes to the row that was reactivated', async () => {
      const stage = await aList();
      controlOf(stage, 'Dan Off', 'reactivate').focus();
      controlOf(stage, 'Dan Off', 'reactivate').click();
      await comesTo(
        'the row',
        (element) => element.closest('.row')?.textContent?.includes('Dan Off') === true,
      );
    });

    it('comes to the heading of the list when the selection is cleared', async () => {
      const stage = await aList();
      controlOf<HTMLInputElement>(stage, 'Ben Admin', 'select').click();
      await press(stage, 'ua-bulk-bar', 'Clear');
      await comesTo('the heading', ({ textContent }) => textContent === 'People');
    });

    it('stays in the dialog of a change of many, and comes to the heading of the list after it', async () => {
      const stage = await aList();
      controlOf<HTMLInputElement>(stage, 'Ben Admin', 'select').click();
      await press(stage, 'ua-bulk-bar', 'Reactivate');
      await comesTo('the question', (element) => textOf(element) === 'Cancel');
      await press(stage, 'ua-bulk-dialog', 'Reactivate');
      await comesTo('what ends it', (element) => textOf(element) === 'Close');
      await press(stage, 'ua-bulk-dialog', 'Close');
      await comesTo('the heading', ({ textContent }) => textContent === 'People');
    });

    it('comes to the heading of the list when it could be loaded after all', async () => {
      const failing = refusing('members.list');
      const stage = await aStage(failing);
      await found(stage, 'ua-empty-state');
      await customElements.whenDefined('ua-member-actions');
      failing.isOver = true;
      await press(stage, 'ua-member-list', 'Try again');
      await comesTo('the heading', ({ textContent }) => textContent === 'People');
    });
  });

  it('comes to what is there instead when everything could be loaded after all, or could not again', async () => {
    const failing = refusing('viewer');
    const stage = await aStage(failing);
    const retry = () => deep(stage.element.renderRoot, 'ua-empty-state button');
    await waitUntil(() => retry() !== null);
    retry()!.focus();
    retry()!.click();
    await waitUntil(() => stage.api.count('viewer') === 2);
    await comesTo('the button', (element) => element === retry());
    failing.isOver = true;
    retry()!.click();
    await comesTo('the first control', (element) => element !== retry());
    expect(stage.element.matches(':focus-within')).to.equal(true);
  });

  describe('in the trail', () => {
    const aTrail = (attributes: Setting['attributes'], stretch?: number) =>
      aStage({
        policy: packages,
        role: 'admin',
        viewer: { isHome: true },
        members: [aMember(0, { roles: ['admin'] }), aMember(1)],
        attributes: { ...attributes },
        prepare: (api) => {
          const entries = Array.from({ length: 20 }, (_, at) =>
            anEntry(20 - at, { target: { kind: 'member', id: aMember(1).id, name: aMember(1).name } }),
          );
          const audit = new MemoryAudit(api, entries);
          if (stretch !== undefined) audit.stretch = stretch;
        },
      });

    it('goes on behind the check that was stopped', async () => {
      const gate = aGate();
      const stage = await aTrail({ view: 'audit' }, 1);
      stage.api.before = ({ name }) =>
        name === 'audit.verify' && stage.api.count(name) > 1 ? gate.opened : undefined;
      await press(stage, 'ua-audit-view', 'Check the trail');
      await press(stage, 'ua-trail-check', 'Stop');
      gate.open();
      await comesTo('the view', isIn('ua-audit-view'));
    });

    it('stays among what was done to a person when there is no more of it', async () => {
      const stage = await aTrail({ view: 'member', person: aMember(1).id });
      const trail = await found(stage, 'ua-member-trail');
      for (const shown of [12, 18, 20]) {
        await press(stage, 'ua-member-trail', 'Show more');
        await waitUntil(() => trail.shadowRoot!.querySelectorAll('.entry').length === shown);
      }
      await comesTo('the way to the whole trail', isIn('ua-member-trail'));
    });
  });

  it('T3 comes to the row of the person whose card was opened by its address, or to the heading where there is no row', async () => {
    const many = someMembers(200);
    const last = many.toSorted((a, b) => (a.name < b.name ? 1 : -1))[0]!;
    for (const [person, members, isNear] of [
      [
        aMember(1).id,
        people(),
        (element: Element) => element.matches('.row') && element.textContent!.includes('Ben Admin'),
      ],
      [last.id, many, ({ textContent }: Element) => textContent === 'People'],
    ] as const) {
      const stage = await aStage({ members, attributes: { person } });
      await dialogOf(stage);
      await comesTo('the card', isIn('ua-member-card'));
      await sendKeys({ press: 'Escape' });
      await comesTo('what is near', isNear);
      stage.element.remove();
    }
  });

  it('goes back to where it was when a notice is put away or its change taken back', async () => {
    for (const name of ['Dismiss', 'Undo']) {
      const stage = await aList();
      controlOf(stage, 'Dan Off', 'reactivate').click();
      await found(stage, '.notice');
      controlOf(stage, 'Cleo Staff', 'menu').focus();
      await press(stage, 'ua-notices', name);
      await comesTo('the menu of the row', (element) => element === controlOf(stage, 'Cleo Staff', 'menu'));
    }
  });

  it('comes to the roles when the grid could be loaded after all', async () => {
    const stage = await aStage({
      attributes: { view: 'permissions' },
      prepare: ({ permissions }) =>
        ((permissions as MemoryPermissions).before = () => {
          throw new Failure('offline');
        }),
    });
    await waitUntil(() => stage.api.count('permissions.list') > 0);
    (stage.api.permissions as MemoryPermissions).before = () => {};
    await press(stage, 'ua-grant-editor', 'Try again');
    await comesTo('the grid', isIn('ua-grant-editor'));
  });
});

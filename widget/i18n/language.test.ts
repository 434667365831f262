// Speaking another language: when the page says so, where it stands, and back again.
import { expect, fixture, html } from '@open-wc/testing';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { tables } from '../../shared/presets/tables.ts';
import { MemoryUserAdminElement } from '../testing/memory-element.ts';
import { aStage, anApi, controlOf, focused, found, listOf } from '../testing/stage.ts';
import { aList, people } from '../testing/list-stage.ts';
import { aMember } from '../testing/builders.ts';
import { Failure } from '../failure.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { addLanguage } from './added-languages.ts';
import { formatNumber, setFormats } from './format.ts';
import { speakerOf } from './speaker.ts';
import { strings } from './strings.ts';
import { lay, table } from './table.ts';

const ITALIAN = {
  strings: {
    views: {
      users: 'Utenti',
      collaborators: 'Collaboratori',
      permissions: 'Permessi',
      reviews: 'Revisioni',
      audit: 'Registro',
    },
    you: 'Tu',
    deactivate: 'Disattiva',
    cancel: 'Annulla',
  },
  actionStrings: { close: 'Chiudi' },
  REASONS: { outranked: 'Non puoi cambiare un proprietario.' },
  policyWords: { Owner: 'Proprietario', Admin: 'Amministratore' },
};

/** All that is written inside of an element, through shadow roots. */
function textOfAll(element: Element): string {
  const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  const texts = [...(element.shadowRoot?.childNodes ?? [])].map((node) => node.textContent ?? '');
  return [...texts, ...inside.map(textOfAll)].join(' ');
}

describe('languages', () => {
  before(() => addLanguage('it', async () => ITALIAN));
  afterEach(() => {
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    lay({});
    setFormats('en');
  });

  it('are laid over the tables, those that come later too, and taken back', () => {
    const early = table('early', { one: 'One', two: 'Two' } as const);
    lay({ early: { one: 'Uno' }, late: { three: (count: number) => `${count} tre` } });
    const late = table('late', { three: (count: number) => `${count} three` });
    expect([early.one, early.two, late.three(3)]).to.deep.equal(['Uno', 'Two', '3 tre']);
    lay({});
    expect([early.one, late.three(3)]).to.deep.equal(['One', '3 three']);
  });

  it('follow the page, with the names of roles, in place; what a language lacks stays English', async () => {
    const stage = await aStage();
    await listOf(stage);
    expect(textOfAll(stage.element)).to.include('Users');
    document.documentElement.lang = 'it-CH';
    await waitUntil(() => textOfAll(stage.element).includes('Proprietario'), 'it is Italian');
    const said = textOfAll(stage.element);
    expect(said).to.include('Utenti').and.include('Status').and.not.include('Users');
    expect(formatNumber(12_345)).to.equal(new Intl.NumberFormat('it-CH').format(12_345));
    document.documentElement.lang = 'en';
    await waitUntil(() => textOfAll(stage.element).includes('Owner'), 'it is English again');
    expect(textOfAll(stage.element)).to.include('Users').and.not.include('Utenti');
  });

  it('reach a menu that stands open, with the focus where it was', async () => {
    const stage = await aList();
    controlOf(stage, 'Cleo Staff', 'menu').click();
    const menu = await found(stage, 'ua-menu');
    const labels = () =>
      [...menu.shadowRoot!.querySelectorAll('.item')].map((item) => item.textContent!.trim());
    await waitUntil(() => labels().includes('Deactivate'), 'it is open');
    const before = focused();
    document.documentElement.lang = 'it';
    await waitUntil(() => labels().includes('Disattiva'), 'it is Italian');
    expect(labels()).to.not.include('Deactivate');
    expect(focused()).to.equal(before);
  });

  it('reach a person and a question that stand open, with what was typed and why it was refused', async () => {
    const stage = await aList({
      before: ({ name }) => {
        if (name === 'members.deactivate') throw new Failure('outranked');
      },
    });
    controlOf(stage, 'Cleo Staff', 'person').click();
    const card = (await found(stage, 'ua-member-card')).shadowRoot!;
    const deeds = () => [...card.querySelectorAll<HTMLElement>('.deed')];
    const deed = (text: string) => deeds().find((one) => one.innerText === text);
    await waitUntil(() => deed('Deactivate') !== undefined, 'the person is shown');
    document.documentElement.lang = 'it';
    await waitUntil(() => deed('Disattiva') !== undefined, 'it is Italian');
    document.documentElement.lang = 'en';
    await waitUntil(() => deed('Deactivate') !== undefined, 'it is English again');
    deed('Deactivate')!.click();
    const question = (await found(stage, 'ua-confirm[heading^="Deactivate Cleo"]')).shadowRoot!;
    const note = await found<HTMLInputElement>(stage, '#note');
    note.focus();
    note.value = 'Left';
    note.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    question.querySelector<HTMLElement>('button.danger')!.click();
    const error = () => question.querySelector('.error')?.textContent;
    await waitUntil(() => /not yours to manage/.test(error() ?? ''), 'it is refused');
    note.focus();
    document.documentElement.lang = 'it';
    await waitUntil(() => error() === 'Non puoi cambiare un proprietario.', 'the reason is Italian');
    expect(question.querySelector('button.danger')!.textContent!.trim()).to.equal('Disattiva');
    expect(question.querySelector('button')!.textContent).to.equal('Annulla');
    expect(note.value).to.equal('Left');
    expect(focused()).to.equal(note);
  });

  it('reach the reason of what is off, while it is shown', async () => {
    const members = [...people().slice(1), aMember(7, { name: 'Ada Owner', roles: ['owner'] })];
    const stage = await aList({ role: 'admin', members });
    controlOf(stage, 'Ada Owner', 'person').click();
    const card = (await found(stage, 'ua-member-card')).shadowRoot!;
    await waitUntil(() => card.querySelector('.deed[aria-disabled]') !== null, 'the person is shown');
    card.querySelector<HTMLElement>('.deed[aria-disabled]')!.focus();
    await waitUntil(() => card.querySelector('.hint-bubble:popover-open') !== null, 'the reason is shown');
    document.documentElement.lang = 'it';
    const said = () => card.querySelector('.hint-bubble')!.textContent;
    await waitUntil(() => said() === 'Non puoi cambiare un proprietario.', 'it is Italian');
  });

  it('are those of the place where the element stands, from the first row on', async () => {
    const element = new MemoryUserAdminElement();
    element.api = anApi();
    await fixture(html`<section lang="it">${element}</section>`);
    const seen = new Set<string>();
    await waitUntil(() => {
      const text = textOfAll(element);
      for (const word of ['Users', 'Utenti', 'Owner']) if (text.includes(word)) seen.add(word);
      return text.includes('Proprietario');
    }, 'it is Italian');
    expect([...seen]).to.deep.equal(['Utenti']);
  });

  it('write numbers in their sentences as the region of the page does', async () => {
    document.documentElement.lang = 'ar-EG';
    const stage = await aStage();
    await listOf(stage);
    await waitUntil(() => strings.membersHeading === 'الأشخاص', 'it is Arabic');
    expect(strings.people(12)).to.equal('١٢ شخصًا');
    document.documentElement.lang = 'ar-MA';
    await waitUntil(() => strings.people(12) === '12 شخصًا', 'it is that of Morocco');
  });

  it('that nobody has brought are English, with English numbers', async () => {
    document.documentElement.lang = 'xx';
    const stage = await aStage();
    await listOf(stage);
    expect(textOfAll(stage.element)).to.include('Users');
    expect(formatNumber(12_345)).to.equal('12,345');
    document.documentElement.lang = 'not a tag';
    await listOf(stage);
    expect(formatNumber(12_345)).to.equal('12,345');
  });

  it('that cannot be fetched leave everything in English', async () => {
    addLanguage('el', () => Promise.reject(new Error('offline')));
    document.documentElement.lang = 'el';
    const stage = await aStage();
    await listOf(stage);
    expect(textOfAll(stage.element)).to.include('Users').and.include('Owner');
  });

  it('that cannot be fetched, or are named like what every object has, are English after another one too', async () => {
    addLanguage('el', () => Promise.reject(new Error('offline')));
    const stage = await aStage();
    await listOf(stage);
    for (const lang of ['el', 'constructor']) {
      document.documentElement.lang = 'it';
      await waitUntil(() => textOfAll(stage.element).includes('Proprietario'), 'it is Italian');
      document.documentElement.lang = lang;
      await waitUntil(() => textOfAll(stage.element).includes('Owner'), `it is English, not ${lang}`);
      expect(textOfAll(stage.element)).to.include('Users').and.not.include('Utenti');
    }
  });

  it('leave roles that a workspace made as they were typed, also one named like what every object has', () => {
    const role = { ...directory.roles[0]!, isCustom: true } as const;
    const named = ['constructor', 'toString', 'Owner'].map((name) => ({ ...role, name }));
    const viewer = { policy: { ...directory, name: 'valueOf', roles: named } } as unknown as Viewer;
    const { policy } = speakerOf(() => undefined).translated(viewer, { Owner: 'Founder' });
    expect(policy.name).to.equal('valueOf');
    expect(policy.roles.map(({ name }) => name)).to.deep.equal(['constructor', 'toString', 'Owner']);
  });

  it('written from right to left turn the element, unless the page says which way', async () => {
    addLanguage('fa', async () => ({ strings: { you: 'شما' } }));
    document.documentElement.lang = 'fa';
    const stage = await aStage();
    await listOf(stage);
    await waitUntil(() => stage.element.dir === 'rtl', 'it is turned');
    document.documentElement.lang = 'en';
    await waitUntil(() => !stage.element.hasAttribute('dir'), 'it is turned back');
    document.documentElement.dir = 'ltr';
    document.documentElement.lang = 'fa';
    await waitUntil(() => textOfAll(stage.element).includes('شما'), 'it is said');
    expect(stage.element.hasAttribute('dir')).to.equal(false);
  });

  it('leave the keys of a policy as they are, so that rights stay in their sections', () => {
    const viewer = { policy: collaborators } as unknown as Viewer;
    const words = { Comments: 'Commenti', comments: 'commenti', 'Add comments': 'Commentare' };
    const { policy } = speakerOf(() => undefined).translated(viewer, words);
    const right = policy.capabilities.find(({ key }) => key === 'comment.add');
    expect(right).to.include({ name: 'Commentare', section: 'comments' });
    expect(policy.sections.find(({ key }) => key === 'comments')?.name).to.equal('Commenti');
  });

  it('are not needed for the page’s own words for what the policy names', async () => {
    const stage = await aStage({ policy: tables });
    await listOf(stage);
    stage.element.words = { Owner: 'Founder' };
    await waitUntil(() => textOfAll(stage.element).includes('Founder'), 'it is said');
    expect(textOfAll(stage.element)).to.not.include('Owner');
  });
});

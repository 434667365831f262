// People in and out by files, in a real browser: what is said before anything is changed, what became of each row, what stands in the file.
import { expect } from '@open-wc/testing';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { packages } from '../../shared/presets/packages.ts';
import { Failure } from '../failure.ts';
import { setFormats } from '../i18n/format.ts';
import { lay } from '../i18n/table.ts';
import { aMember } from '../testing/builders.ts';
import { MemoryFiles } from '../testing/memory-files.ts';
import { savedFile } from '../testing/saved-file.ts';
import { buttonOf, press, textOf } from '../testing/settings-stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aGate, aStage, choose, deep, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

async function aFileStage(setting: Setting = {}): Promise<Stage> {
  const stage = await aStage({
    policy: packages,
    role: 'admin',
    ...setting,
    prepare: (api) => void new MemoryFiles(api),
  });
  await listOf(stage);
  return stage;
}

async function opened(stage: Stage, button: string, tag: string): Promise<ShadowRoot> {
  press((await found(stage, 'ua-people-files')).shadowRoot!, button);
  await found(stage, 'dialog[open]');
  return deep<HTMLElement>(stage.element.renderRoot, tag)!.shadowRoot!;
}

/** Pastes a list and waits for what would become of it. */
async function looked(stage: Stage, text: string, role = ''): Promise<ShadowRoot> {
  const root = await opened(stage, 'Import', 'ua-import-dialog');
  const area = root.querySelector('textarea')!;
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  if (role !== '') choose(root.querySelector('select')!, role);
  await settled(stage.element);
  press(root, 'See what would change');
  await waitUntil(() => root.querySelector('.rows, [role=alert]') !== null, 'the list is judged');
  await settled(stage.element);
  return root;
}

const rowsIn = (root: ShadowRoot) => [...root.querySelectorAll('tbody tr')].map((row) => textOf(row).trim());

describe('bringing people in', () => {
  const LIST = (stage: Stage) => {
    const [, second, third] = stage.api.people;
    return [
      'E-mail;Full name;Role',
      'new@x.test;Nora New;User',
      `${second!.email};${second!.name};${second!.roles[0]}`,
      `${third!.email};Other Name;`,
      'nobody;Nobody;User',
      'wiz@x.test;Wiz;Wizard',
    ].join('\r\n');
  };

  it('says what would become of each row before anything is changed, the reason at its cell (W15)', async () => {
    const stage = await aFileStage();
    const before = stage.api.people;
    const root = await looked(stage, LIST(stage));
    expect(textOf(root.querySelector('.sorts')!)).to.contain('2 not possible');
    expect(rowsIn(root)[0]).to.contain('5').and.to.contain('E-mail: Enter a complete e-mail address.');
    expect(rowsIn(root)[1]).to.contain('Role: There is no such role here.');
    press(root, '1 new');
    await settled(stage.element);
    expect(rowsIn(root)).to.have.length(1);
    expect(rowsIn(root)[0]).to.contain('new@x.test').and.to.contain('New');
    press(root, '1 changes');
    await settled(stage.element);
    expect(rowsIn(root)[0]).to.match(/Name: .+ → Other Name/);
    expect(stage.api.people).to.deep.equal(before);
    expect(stage.api.count('members.import')).to.equal(1);
  });

  it('does only what there is to do, says how each went, and shows the people at once', async () => {
    const stage = await aFileStage();
    const root = await looked(stage, LIST(stage));
    press(root, 'Import 2 people');
    await waitUntil(() => deep(root, 'h2')?.textContent === '2 people were imported', 'it is done');
    const applied = stage.api.calls.filter(({ name }) => name === 'members.import').at(-1)!.input as {
      mode: string;
      rows: unknown[];
    };
    expect([applied.mode, applied.rows.length]).to.deep.equal(['apply', 2]);
    expect(stage.api.people.some(({ email }) => email === 'new@x.test')).to.equal(true);
    await waitUntil(() => stage.api.count('members.list') > 1, 'the list is loaded again');
    const again = await savedFile(() => press(root, 'Download the rows with problems'));
    expect(again.text.split('\r\n').slice(0, 2)).to.deep.equal([
      '\uFEFFE-mail,Name,Role,Problem',
      'nobody,Nobody,User,Enter a complete e-mail address.',
    ]);
  });

  it('gives new people without a role the one that was chosen, and invites them where accounts are not made', async () => {
    const stage = await aFileStage({ policy: collaborators, role: 'owner' });
    const root = await looked(stage, 'email\nana@x.test\nbo@x.test', 'viewer');
    expect(rowsIn(root)[0]).to.contain('Is invited');
    press(root, 'Import 2 people');
    await waitUntil(() => deep(root, 'h2')?.textContent === '2 people were imported', 'it is done');
    const asked = stage.api.calls.filter(({ name }) => name === 'members.import').at(-1)!;
    expect(asked.input).to.deep.include({ roles: ['viewer'] });
  });

  it('names a person who stands in the list twice, also far apart, and sends long lists in pieces', async () => {
    const stage = await aFileStage();
    const many = Array.from({ length: 1100 }, (_, n) => `p${n}@x.test,P,User`);
    const root = await looked(stage, ['email,name,role', ...many, 'P0@X.TEST,P,User'].join('\n'));
    expect(textOf(root.querySelector('.sorts')!))
      .to.contain('1,100 new')
      .and.to.contain('1 not possible');
    expect(rowsIn(root)[0]).to.contain('This person stands in the list more than once.');
    expect(stage.api.count('members.import')).to.equal(3);
  });

  it('can be stopped between two pieces, says what was done, and does no more', async () => {
    const gate = aGate();
    const stage = await aFileStage();
    const many = Array.from({ length: 1400 }, (_, n) => `p${n}@x.test,P,User`);
    const root = await looked(stage, ['email,name,role', ...many].join('\n'));
    let applied = 0;
    stage.api.before = async ({ name }) => {
      if (name === 'members.import' && ++applied === 2) await gate.opened;
    };
    press(root, 'Import 1,400 people');
    await waitUntil(() => applied === 2, 'the second piece is on its way');
    await waitUntil(() => textOf(root).includes('500 of 1,400 rows done'), 'progress is told');
    press(root, 'Stop');
    gate.open();
    await waitUntil(() => root.querySelector('[role=alert]') !== null, 'it is stopped');
    expect(textOf(root)).to.contain('Stopped after 1,000 rows.');
    expect(applied).to.equal(2);
    // The rest stands there too, to be brought in again.
    expect(textOf(root.querySelector('.sorts')!)).to.contain('400 not possible');
    expect(rowsIn(root)[0]).to.contain('p1000@x.test').and.to.contain('This was cancelled.');
    const again = await savedFile(() => press(root, 'Download the rows with problems'));
    const lines = again.text.trim().split('\r\n');
    expect(lines).to.have.length(401);
    expect(lines[1]).to.equal('p1000@x.test,P,User,This was cancelled.');
  });

  it('keeps the rows that a failure left out, with its reason', async () => {
    const stage = await aFileStage();
    const many = Array.from({ length: 700 }, (_, n) => `p${n}@x.test,P,User`);
    const root = await looked(stage, ['email,name,role', ...many].join('\n'));
    let applied = 0;
    stage.api.before = ({ name }) => {
      if (name === 'members.import' && ++applied === 2) throw new Failure('offline');
    };
    press(root, 'Import 700 people');
    await waitUntil(() => deep(root, 'h2')?.textContent === '500 people were imported', 'it is over');
    expect(textOf(root.querySelector('.sorts')!)).to.contain('200 not possible');
    expect(rowsIn(root)[0]).to.contain('p500@x.test').and.to.contain('The server could not be reached.');
  });

  it('understands columns and roles by the names they have in the language spoken', async () => {
    const stage = await aFileStage();
    const root = await opened(stage, 'Import', 'ua-import-dialog');
    try {
      document.documentElement.lang = 'de';
      await waitUntil(() => textOf(root).includes('Datei wählen'), 'it is German');
      await waitUntil(() => textOf(root).includes('Nutzung'), 'and so are the roles');
      const area = root.querySelector('textarea')!;
      area.value = 'E-Mail;Name;Rolle;Externe ID\nnora@x.test;Nora;Nutzung;7\nada@x.test;Ada;User;8';
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await settled(stage.element);
      press(root, 'Änderungen ansehen');
      await waitUntil(() => root.querySelector('.rows') !== null, 'the list is judged');
      expect(textOf(root.querySelector('.sorts')!))
        .to.contain('2 neu')
        .and.not.contain('nicht möglich');
      expect(textOf(root)).to.not.contain('Nicht verwendete Spalten');
    } finally {
      document.documentElement.lang = 'en';
      lay({});
      setFormats('en');
    }
  });

  it('reads a file in the code page of a spreadsheet', async () => {
    const stage = await aFileStage();
    const root = await opened(stage, 'Import', 'ua-import-dialog');
    const bytes = Uint8Array.from(
      [...'E-mail;Name;Rolle\r\nzoe@x.test;Zo', '\u00eb', ...';User\r\n'].map((char) => char.charCodeAt(0)),
    );
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'list.csv', { type: 'text/csv' }));
    const input = root.querySelector<HTMLInputElement>('input[type=file]')!;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => root.querySelector('.rows') !== null, 'the file is judged');
    expect(rowsIn(root)[0]).to.contain('Zoë');
  });

  for (const [what, text, words] of [
    ['has no head', 'Nora,User', 'The first line must name the columns'],
    ['never closes a quotation mark', 'email,name\n"x@y.test,Z', 'A quotation mark is never closed'],
    ['is no JSON', '[{"email":', 'This is no JSON with a list of people.'],
    ['holds nobody', 'email,name\n', 'There is nobody in this list.'],
  ] as const)
    it(`says that a list ${what}, and keeps what was pasted`, async () => {
      const root = await looked(await aFileStage(), text);
      expect(root.querySelector('[role=alert]')!.textContent).to.contain(words);
      expect(root.querySelector('textarea')!.value).to.equal(text);
    });

  it('says that a file cannot be read, and lets another be chosen', async () => {
    const stage = await aFileStage();
    const root = await opened(stage, 'Import', 'ua-import-dialog');
    const file = new File(['E-mail'], 'people.csv');
    file.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    const field = root.querySelector<HTMLInputElement>('#file')!;
    Object.defineProperty(field, 'files', { value: [file] });
    field.dispatchEvent(new Event('change'));
    await waitUntil(() => textOf(root).includes('This file could not be read.'), 'it says so');
    expect(root.querySelector('#file')).not.to.equal(null);
  });

  it('names who is here and not in the list, and deactivates whom the viewer chooses (W44, P40)', async () => {
    const stage = await aFileStage({ count: 6 });
    const active = stage.api.people.filter(({ status }) => status === 'active');
    const kept = active.slice(0, 3);
    const root = await looked(stage, ['email', ...kept.map(({ email }) => email)].join('\n'));
    press(root, 'Who is here and not in the list?');
    const compare = await found(stage, 'ua-import-compare');
    await waitUntil(() => compare.shadowRoot!.querySelector('li') !== null, 'everybody is compared');
    const boxes = [...compare.shadowRoot!.querySelectorAll<HTMLInputElement>('li input')];
    expect(boxes).to.have.length(active.length - 3);
    boxes[0]!.click();
    await settled(stage.element);
    press(compare.shadowRoot!, 'Deactivate 1 person');
    await waitUntil(() => textOf(compare.shadowRoot!).includes('1 person was deactivated.'), 'it is done');
    expect(stage.api.people.find(({ id }) => id === active[3]!.id)!.status).to.equal('deactivated');
  });
});

describe('taking people along', () => {
  it('holds exactly whom the list shows, in safe cells, with progress (W44, SEC_F10)', async () => {
    const members = [
      aMember(0, { roles: ['admin'] }),
      aMember(1, { roles: ['user'], name: '=cmd|calc' }),
      aMember(2, { roles: ['admin'] }),
      ...Array.from({ length: 900 }, (_, n) => aMember(n + 3, { roles: ['user'] })),
    ];
    const stage = await aFileStage({ members, attributes: { filter: 'role=user' } });
    const root = await opened(stage, 'Export', 'ua-export-dialog');
    expect(textOf(root)).to.contain('Exactly the people that the list shows now: 901 people.');
    const { name, text } = await savedFile(() => press(root, 'Make the file'));
    expect(name).to.match(/^northwind-people-[\d-]+\.csv$/);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).to.have.length(902);
    expect(lines[1]).to.contain(`,'=cmd|calc,User,`);
    expect(stage.api.count('members.export')).to.equal(2);
    await waitUntil(() => deep(root, 'h2')?.textContent === '901 rows in the file', 'it says so');
  });

  it('is stopped without a file', async () => {
    const gate = aGate();
    const members = Array.from({ length: 1200 }, (_, n) => aMember(n, { roles: ['user'] }));
    const stage = await aFileStage({ members });
    const root = await opened(stage, 'Export', 'ua-export-dialog');
    stage.api.before = ({ name }) => (name === 'members.export' ? gate.opened : undefined);
    press(root, 'Make the file');
    await settled(stage.element);
    press(root, 'Stop');
    gate.open();
    await waitUntil(() => textOf(root).includes('Stopped. No file was made.'), 'it is stopped');
  });

  it('makes the next file whatever becomes of one that was given up', async () => {
    const gate = aGate();
    const members = Array.from({ length: 3 }, (_, n) => aMember(n, { roles: ['user'] }));
    const stage = await aFileStage({ members });
    const root = await opened(stage, 'Export', 'ua-export-dialog');
    stage.api.before = ({ name }) =>
      name === 'members.export' && stage.api.count(name) === 1 ? gate.opened : undefined;
    press(root, 'Make the file');
    await waitUntil(() => stage.api.count('members.export') === 1);
    const dialog = root.querySelector('ua-dialog')!;
    dialog.shadowRoot!.querySelector('dialog')!.close();
    await waitUntil(() => !dialog.open);
    await opened(stage, 'Export', 'ua-export-dialog');
    gate.open();
    await savedFile(() => press(root, 'Make the file'));
    await waitUntil(() => deep(root, 'h2')?.textContent === '3 rows in the file', 'it says so');
    expect(root.querySelector('.error')).to.equal(null);
  });

  it('is offered to nobody who may bring or see nobody', async () => {
    const stage = await aFileStage({ policy: collaborators, role: 'owner' });
    buttonOf((await found(stage, 'ua-people-files')).shadowRoot!, 'Export');
    const other = await aStage({ policy: collaborators, role: 'viewer' });
    await found(other, 'ua-empty-state, .row');
    expect(
      deep(other.element.renderRoot, 'ua-people-files')?.shadowRoot?.querySelector('button') ?? null,
    ).to.equal(null);
  });

  for (const [width, scheme] of [
    [1200, 'light'],
    [360, 'dark'],
  ] as const)
    it(`is accessible at ${width} px in ${scheme}`, async () => {
      const stage = await aFileStage({ width, scheme });
      const root = await looked(stage, 'email,role\nnew@x.test,User\nnobody,User');
      await expect(root.host).to.be.accessible();
    });
});

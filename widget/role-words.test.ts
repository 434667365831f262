// Whether roles of other workspaces are said in the language of the viewer.
import { expect } from '@open-wc/testing';
import { workspaces } from '../shared/presets/workspaces.ts';
import type { Viewer } from '../shared/workspaces/workspace.ts';
import { inWords } from './role-words.ts';

describe('roles of other workspaces', () => {
  const [owner, ...others] = workspaces.roles;
  const german = { ...owner!, name: 'Super-Admin', description: 'Leitet alles.' };
  const own = { ...owner!, key: 'archivist', name: 'Archivist', isCustom: true } as const;
  const viewer = { policy: { ...workspaces, roles: [german, own, ...others] } } as unknown as Viewer;

  it('are called as the policy of the viewer calls them, with all else as it was', () => {
    const held = { key: owner!.key, name: owner!.name, description: owner!.description, isHeld: true };
    expect(inWords([held], viewer)).to.deep.equal([
      { ...held, name: 'Super-Admin', description: 'Leitet alles.' },
    ]);
    expect(inWords([{ key: owner!.key, name: owner!.name }], viewer)).to.deep.equal([
      { key: owner!.key, name: 'Super-Admin' },
    ]);
  });

  it('keep their names where they are unknown here, or were made there', () => {
    const foreign = [
      { key: 'archivist', name: 'Keeper' },
      { key: 'elsewhere', name: 'Elsewhere' },
    ];
    expect(inWords(foreign, viewer)).to.deep.equal(foreign);
  });
});

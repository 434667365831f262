// The manifest that is published: without what is only for working here, and with no dependency that no built file asks for. Pure.

/** What of a package.json is looked at; everything else is passed on. */
export interface Manifest {
  readonly [key: string]: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** What says how this repository works. */
const OURS = ['scripts', 'devDependencies', 'workspaces', 'overrides', 'optionalDependencies', 'private'];
/** Frameworks whose typings are there for who has them; nobody else reads those. */
const FRAMEWORKS = ['vue', 'svelte', 'preact', 'solid-js'];

/**
 * The manifest for users, with dependencies that may be newer than those here (one copy of Lit on a page, mended bugs), given the packages that the built files ask for, with a file each.
 *
 * @throws {Error} where one of them is no dependency.
 */
export function publishedManifest(manifest: Manifest, imported: ReadonlyMap<string, string>): Manifest {
  const { dependencies, peerDependencies } = manifest;
  for (const [name, file] of imported)
    if (![...Object.keys({ ...dependencies, ...peerDependencies }), ...FRAMEWORKS].includes(name))
      throw new Error(`dist/${file} imports ${name}, which is no dependency of the package`);
  const kept = Object.entries(manifest).filter(([key]) => !OURS.includes(key));
  const needed = Object.entries(dependencies)
    .filter(([name]) => imported.has(name))
    .map(([name, version]) => [name, `^${version}`]);
  return { ...Object.fromEntries(kept), dependencies: Object.fromEntries(needed), peerDependencies };
}

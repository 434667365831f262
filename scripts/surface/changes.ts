// The surface as a list that two versions can be compared by, and what the changelog has to name of the difference. Pure.
import type { ElementSurface } from './surface.ts';

/** Everything a page may rely on: `user-admin event ua-error` with how it is. */
export type Listing = Readonly<Record<string, string>>;

/** A change of the surface since the last release. */
export interface Change {
  /** What changed, as in the listing. */
  readonly what: string;
  readonly how: 'added' | 'changed' | 'removed';
}

/** How much a release changes. */
export type Bump = 'major' | 'minor' | 'patch';

/** A change that is told before it is released: `.changeset/*.md`. */
export interface Changeset {
  readonly bump: Bump;
  readonly text: string;
}

/** The surface as a listing. */
export function listingOf(elements: readonly ElementSurface[]): Listing {
  const entries = elements.flatMap((element) =>
    [
      ...element.properties.flatMap(({ name, attribute, type, isReflected }) => [
        [`property ${name}`, type],
        ...(attribute === null ? [] : [[`attribute ${attribute}`, isReflected ? 'reflected' : 'read']]),
      ]),
      ...element.methods.map(({ name, parameters, returns }) => [
        `method ${name}`,
        `(${parameters}): ${returns}`,
      ]),
      ...element.events.map(({ name, carries, isCancelable }) => [
        `event ${name}`,
        [
          ...carries.map((field) => `${field.name}: ${field.type}`),
          ...(isCancelable ? ['can be prevented'] : []),
        ].join('; '),
      ]),
      ...element.slots.map(({ name }) => [`slot ${name}`, '']),
      ...element.parts.map(({ name }) => [`part ${name}`, '']),
      ...element.cssProperties.map(({ name, initial }) => [`css ${name}`, initial]),
    ].map(([what, how]): [string, string] => [`${element.name} ${what}`, how!]),
  );
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What is different in `now`. */
export function changesSince(released: Listing, now: Listing): Change[] {
  const whats = [...new Set([...Object.keys(released), ...Object.keys(now)])].sort();
  return whats.flatMap((what): Change[] => {
    if (!(what in released)) return [{ what, how: 'added' }];
    if (!(what in now)) return [{ what, how: 'removed' }];
    return released[what] === now[what] ? [] : [{ what, how: 'changed' }];
  });
}

/**
 * The changes that no changeset tells, each with what would. A changeset tells one by its name between backticks; of an attribute and
 * its property one name does for both. What is taken away, and what works differently, needs one that is `major` (`minor` before 1.0).
 */
export function untold(
  changes: readonly Change[],
  changesets: readonly Changeset[],
  version: string,
): string[] {
  const breaking: readonly Bump[] = version.startsWith('0.') ? ['major', 'minor'] : ['major'];
  return changes.flatMap(({ what, how }) => {
    const name = what.split(' ')[2] ?? '';
    const telling = changesets.filter(
      ({ text }) => text.includes(`\`${name}\``) || text.includes(`\`${name}(`),
    );
    if (telling.length === 0) return [`${how}: ${what}. No file in .changeset/ names \`${name}\`.`];
    const fits = how === 'added' || telling.some(({ bump }) => breaking.includes(bump));
    return fits
      ? []
      : [`${how}: ${what}. That takes a ${breaking.at(-1)} release, and \`${name}\` stands in none.`];
  });
}

/** The changeset in a file. @throws {Error} where it does not begin as one. */
export function parseChangeset(file: string, text: string): Changeset {
  const [, bump, told] = /^---\n'?user-admin'?: (major|minor|patch)\n---\n([^]+)$/.exec(text) ?? [];
  if (bump === undefined || told === undefined)
    throw new Error(
      `${file} has to begin with "---", "user-admin: minor" (or major, or patch), "---", and then say what is new`,
    );
  return { bump: bump as Bump, text: told.trim() };
}

/** The version after `version`; before 1.0 what breaks is a minor release. */
export function nextVersion(version: string, changesets: readonly Changeset[]): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const bumps = changesets.map(({ bump }) => bump);
  if (bumps.includes('major') && major > 0) return `${major + 1}.0.0`;
  if (bumps.includes('major') || bumps.includes('minor')) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** The part of the changelog for a version, what breaks first. */
export function releaseNotes(version: string, day: string, changesets: readonly Changeset[]): string {
  const titles: readonly [Bump, string][] = [
    ['major', 'Breaking'],
    ['minor', 'New'],
    ['patch', 'Mended'],
  ];
  const parts = titles.flatMap(([bump, title]) => {
    const told = changesets.filter((changeset) => changeset.bump === bump).map(({ text }) => text);
    return told.length === 0 ? [] : [`### ${title}\n\n${told.join('\n\n')}`];
  });
  return [`## ${version} (${day})`, ...parts].join('\n\n');
}

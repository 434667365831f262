// The fonts of the pictures: unpacked from npm, and a configuration that knows no others. Knows nothing of browsers.
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

const MODULES = join(import.meta.dirname, '../node_modules');
const WEIGHTS = [400, 500, 600, 700] as const;

/** A package of fonts: its name, the part of the alphabet that is taken from it, the weights it has, and its family. */
const FACES = [
  ['inter', 'latin', WEIGHTS, 'Inter'],
  ['source-serif-4', 'latin', WEIGHTS, 'Source Serif 4'],
  ['jetbrains-mono', 'latin', WEIGHTS, 'JetBrains Mono'],
  ['noto-sans-arabic', 'arabic', WEIGHTS, 'Noto Sans Arabic'],
  ['sawarabi-gothic', 'japanese', [400], 'Sawarabi Gothic'],
  // What none of the others has: the arrow of what became what, and letters of Central and of Eastern Europe.
  ['sawarabi-gothic', '107', [400], 'Sawarabi Gothic'],
  ['inter', 'latin-ext', WEIGHTS, 'Inter'],
  ['inter', 'cyrillic', WEIGHTS, 'Inter'],
  ['inter', 'greek', WEIGHTS, 'Inter'],
  ['inter', 'vietnamese', WEIGHTS, 'Inter'],
] as const;

/** What a style sheet asks for, and what it gets. */
const FAMILIES = {
  'system-ui': 'Inter',
  'sans-serif': 'Inter',
  serif: 'Source Serif 4',
  monospace: 'JetBrains Mono',
} as const;

const [name, value] = [
  (text: string) => `<family>${text}</family>`,
  (text: string) => `<string>${text}</string>`,
];

/** The weights between regular and bold call themselves a family of their own; here they belong to that of the others. */
const configuration = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir>${cache}</cachedir>
${FACES.flatMap(([, , , family]) =>
  ['Medium', 'SemiBold'].map(
    (weight) =>
      `  <match target="scan"><test name="family">${value(`${family} ${weight}`)}</test>` +
      `<edit name="family" mode="assign">${value(family)}</edit></match>`,
  ),
).join('\n')}
${Object.entries(FAMILIES)
  .map(
    ([asked, family]) =>
      `  <alias binding="strong">${name(asked)}<prefer>` +
      `${[family, 'Noto Sans Arabic', 'Sawarabi Gothic'].map(name).join('')}</prefer></alias>`,
  )
  .join('\n')}
  <match><edit name="family" mode="append_last">${value('Inter')}</edit></match>
</fontconfig>
`;

/**
 * The folder with the fonts and their `fonts.conf`, unpacked once into `node_modules/.cache`.
 * Unpacked aside and then renamed, so that two runs that start together never see half of it.
 */
export async function pinnedFonts(): Promise<string> {
  const versions = await Promise.all(
    FACES.map(async ([name]) => {
      const text = await readFile(join(MODULES, `@fontsource/${name}/package.json`), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    }),
  );
  const cache = join(MODULES, '.cache/user-admin');
  const home = join(cache, `fonts-${versions.join('-')}`);
  if (existsSync(home)) return home;
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'unpacking-'));
  try {
    for (const [name, part, weights] of FACES)
      for (const file of weights.map((weight) => `${name}-${part}-${weight}-normal`)) {
        const packed = await readFile(join(MODULES, `@fontsource/${name}/files/${file}.woff`));
        await writeFile(join(aside, `${file}.ttf`), unpackFont(packed));
      }
    await writeFile(join(aside, 'fonts.conf'), configuration(join(home, 'cache')));
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** A font as systems know it, from one as the web packs it (WOFF 1): the same tables, each by itself inflated. */
function unpackFont(packed: Buffer): Buffer {
  const count = packed.readUInt16BE(12);
  const head = Buffer.alloc(12 + count * 16);
  const depth = Math.floor(Math.log2(count));
  packed.copy(head, 0, 4, 8);
  [count, 2 ** depth * 16, depth, (count - 2 ** depth) * 16].forEach((value, at) =>
    head.writeUInt16BE(value, 4 + at * 2),
  );
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let at = 0; at < count; at += 1) {
    const [from, to] = [44 + at * 20, 12 + at * 16];
    const [offset, stored, length] = [4, 8, 12].map((field) => packed.readUInt32BE(from + field));
    const bytes = packed.subarray(offset!, offset! + stored!);
    packed.copy(head, to, from, from + 4);
    packed.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(end, to + 8);
    head.writeUInt32BE(length!, to + 12);
    const padding = Buffer.alloc(-length! & 3);
    parts.push(stored! < length! ? inflateSync(bytes) : bytes, padding);
    end += length! + padding.length;
  }
  return Buffer.concat(parts);
}

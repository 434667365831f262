// The builds: `cdn` (one entry for a script tag, views in chunks), `sign-in` (the same for pages that only sign in), `widget` (unbundled, for npm), `server` (bundled for a quick start).
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vite';
import { chunkOf } from './scripts/bundle/chunks.ts';
import { dense } from './scripts/bundle/dense.ts';
import { fields } from './scripts/bundle/fields.ts';
import { reasons } from './scripts/bundle/reasons.ts';
import { gather } from './scripts/bundle/gather.ts';
import { states } from './scripts/bundle/states.ts';
import { tables } from './scripts/bundle/tables.ts';
import { vendor } from './scripts/bundle/vendor.ts';

const ROOT = import.meta.dirname;
const TARGET = 'es2022';

/** Library mode keeps white space unless told otherwise; these options make it as small as an application. */
const SMALL = { compress: true, mangle: true, codegen: { removeWhitespace: true } } as const;

/** What the packages run at import time matters to nobody who bundles them: without it a third of the tRPC client goes. */
const PURE = {
  moduleSideEffects: false,
  unknownGlobalSideEffects: false,
  propertyReadSideEffects: false,
} as const;

/** Whose code is inside, in one line of the first file instead of one in each of its parts. */
const NOTICE = '/*! Contains Lit (c) Google LLC, BSD-3-Clause, and tRPC (c) Alex Johansson, MIT. */';

/** What makes the files for a script tag smaller than a minifier can; each build has its own. */
const clever = () => [
  tables(join(ROOT, 'widget')),
  states(join(ROOT, 'widget')),
  reasons(),
  dense(ROOT),
  fields(),
  vendor(),
  gather(),
];

/** What can be imported of the widget. */
const DOORS = [
  ...['index', 'define', 'define-sign-in', 'react/react'].map((door) => join(ROOT, `widget/${door}.ts`)),
  ...globSync('widget/locales/**/*.ts', { cwd: ROOT, exclude: (name) => name.endsWith('.test.ts') }).map(
    (file) => join(ROOT, file),
  ),
];

const BUILDS: Record<string, UserConfig> = {
  cdn: {
    plugins: clever(),
    build: {
      outDir: 'dist/cdn',
      target: TARGET,
      sourcemap: true,
      minify: false,
      lib: { entry: join(ROOT, 'widget/define.ts'), formats: ['es'], fileName: () => 'user-admin.js' },
      // One entry file: what views share is in it, so that the page asks for one script before the first rows.
      rolldownOptions: {
        treeshake: PURE,
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: SMALL,
          topLevelVar: false,
          chunkFileNames: 'ua-[name]-[hash:6].js',
          comments: false,
          postBanner: ({ isEntry }) => (isEntry ? NOTICE : ''),
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'rooms', name: chunkOf(join(ROOT, 'widget/define.ts')) }],
          },
        },
      },
    },
  },
  'sign-in': {
    plugins: clever(),
    build: {
      // Beside the other, which empties the folder and is built before.
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: TARGET,
      sourcemap: true,
      minify: false,
      lib: {
        entry: join(ROOT, 'widget/define-sign-in.ts'),
        formats: ['es'],
        fileName: () => 'user-admin-sign-in.js',
      },
      rolldownOptions: {
        treeshake: PURE,
        output: {
          minify: SMALL,
          topLevelVar: false,
          chunkFileNames: 'user-admin-sign-in-[name]-[hash].js',
          comments: false,
          postBanner: ({ isEntry }) => (isEntry ? NOTICE : ''),
        },
      },
    },
  },
  widget: {
    build: {
      outDir: 'dist/esm',
      target: TARGET,
      sourcemap: true,
      minify: false,
      lib: { entry: DOORS, formats: ['es'] },
      // A file for each of the sources: whoever bundles it leaves out what they do not use, and has one copy of Lit.
      rolldownOptions: {
        external: [/^lit($|\/)/, /^@trpc\//, /^react($|\/)/],
        output: {
          preserveModules: true,
          preserveModulesRoot: ROOT,
          entryFileNames: '[name].js',
          // React renders on a server what does not say that it is for the browser too.
          banner: ({ name }) => (name.endsWith('react/react') ? "'use client';" : ''),
        },
      },
    },
  },
  server: {
    build: {
      outDir: 'dist/server',
      // The licenses of everything that is inside want to be passed on.
      license: { fileName: 'licenses.md' },
      target: 'node20',
      ssr: true,
      minify: false,
      rolldownOptions: {
        input: { index: join(ROOT, 'server/index.ts'), cli: join(ROOT, 'server/cli/cli.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: {
      noExternal: true,
      external: ['@libsql/client', '@node-rs/argon2', 'libsql', 'nodemailer'],
      target: 'node',
    },
  },
};

export default defineConfig(({ mode }) => {
  const config = BUILDS[mode] ?? BUILDS['cdn']!;
  return {
    ...config,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: { emptyOutDir: true, reportCompressedSize: false, ...config.build },
  };
});

/** The names of the builds. */
export const BUILD_NAMES = Object.keys(BUILDS);

// The builds: `cdn` (one entry for a script tag, views in chunks), `widget` (unbundled for npm), `server` (bundled for a quick start).
import { join } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vite';

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

/** The start of a template up to the next backtick; none with a comment, which ends at its line break. */
const TEMPLATE = /(?:html|svg)`(?![^`]*(?<!:)\/\/)[^`]*`/g;

/** Takes the indentation out of sheets and templates, which no minifier touches because they are literals. */
const dense: Plugin = {
  name: 'dense-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(join(ROOT, 'widget'))) return null;
    const sheets = code.replace(/css`[^`$]*`/g, (sheet) =>
      sheet
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .replace(/;}/g, '}'),
    );
    return { code: sheets.replace(TEMPLATE, (template) => template.replace(/\s*\n\s*/g, ' ')), map: null };
  },
};

/** tRPC is compiled with helpers for engines that cannot spread or iterate; every browser we build for can. */
const modernHelpers: Plugin = {
  name: 'modern-helpers',
  transform(code, id) {
    if (!/@trpc\/(client|server)\/dist\//.test(id)) return null;
    const modern = code
      .replace(/function _objectSpread2\(e\) \{[^]*?\n\}/, 'const _objectSpread2 = Object.assign;')
      .replace(
        /function _defineProperty\(e, r, t\) \{[^]*?\n\}/,
        'const _defineProperty = (e, r, t) => ((e[r] = t), e);',
      )
      .replace(/AsyncGenerator\.prototype\[[^]*?(?=\/\/#endregion)/, '');
    return { code: modern, map: null };
  },
};

const BUILDS: Record<string, UserConfig> = {
  cdn: {
    plugins: [dense, modernHelpers],
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
        output: { minify: SMALL, chunkFileNames: 'ua-[name]-[hash].js' },
      },
    },
  },
  widget: {
    build: {
      outDir: 'dist/widget',
      target: TARGET,
      minify: false,
      lib: {
        entry: { index: join(ROOT, 'widget/index.ts'), define: join(ROOT, 'widget/define.ts') },
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/^lit/, /^@trpc\//],
        output: { entryFileNames: '[name].js', chunkFileNames: 'ua-[name]-[hash].js' },
      },
    },
  },
  server: {
    build: {
      outDir: 'dist/server',
      target: 'node20',
      ssr: true,
      minify: false,
      rolldownOptions: {
        input: { index: join(ROOT, 'server/index.ts'), cli: join(ROOT, 'server/cli/cli.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: ['@libsql/client', 'libsql', 'nodemailer'], target: 'node' },
  },
};

export default defineConfig(({ mode }) => {
  const config = BUILDS[mode] ?? BUILDS['cdn']!;
  return {
    ...config,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: { ...config.build, emptyOutDir: true, reportCompressedSize: false },
  };
});

/** The names of the builds. */
export const BUILD_NAMES = Object.keys(BUILDS);

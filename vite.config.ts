// The builds: `cdn` (one entry for a script tag, views in chunks), `widget` (unbundled for npm), `server` (bundled for a quick start).
import { join } from 'node:path';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vite';

const ROOT = import.meta.dirname;
const TARGET = 'es2022';

/** Library mode keeps white space unless told otherwise; these options make it as small as an application. */
const SMALL = { compress: true, mangle: true, codegen: { removeWhitespace: true } } as const;

const BUILDS: Record<string, UserConfig> = {
  cdn: {
    build: {
      outDir: 'dist/cdn',
      target: TARGET,
      sourcemap: true,
      minify: false,
      lib: { entry: join(ROOT, 'widget/define.ts'), formats: ['es'], fileName: () => 'user-admin.js' },
      rolldownOptions: { output: { minify: SMALL, chunkFileNames: 'ua-[name]-[hash].js' } },
    },
  },
  widget: {
    build: {
      outDir: 'dist/widget',
      target: TARGET,
      minify: false,
      lib: { entry: { index: join(ROOT, 'widget/index.ts'), define: join(ROOT, 'widget/define.ts') }, formats: ['es'] },
      rolldownOptions: { external: [/^lit/, /^@trpc\//], output: { entryFileNames: '[name].js', chunkFileNames: 'ua-[name]-[hash].js' } },
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
  return { ...config, root: ROOT, publicDir: false, logLevel: 'warn', build: { ...config.build, emptyOutDir: true, reportCompressedSize: false } };
});

/** The names of the builds. */
export const BUILD_NAMES = Object.keys(BUILDS);

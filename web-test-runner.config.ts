// How widget tests run: every `widget/**/*.test.ts` in a real Chromium, with the real server within reach.
// By hand: `npx wtr --config web-test-runner.config.ts --files widget/ui/dialog.test.ts --watch`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { TestRunnerConfig, TestRunnerPlugin } from '@web/test-runner';
import { readElements } from './scripts/surface/elements.ts';
import { freePort } from './scripts/testing/free-port.ts';
import type { Engine } from './scripts/testing/launchers.ts';
import { launcherOf } from './scripts/testing/launchers.ts';

/** The real server that a widget test talks to; it runs in this process, not in the browser. */
interface TestServer {
  url: string;
  close(): Promise<void>;
}

const ROOT = import.meta.dirname;
const port = await freePort();

export default {
  rootDir: ROOT,
  files: 'widget/**/*.test.ts',
  port,
  nodeResolve: { exportConditions: ['development'] },
  plugins: [
    realServer(),
    declaredSurface(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(ROOT, 'tsconfig.json') }),
  ],
  browsers: [await launcherOf((process.env['WIDGET_BROWSER'] ?? 'chromium') as Engine)],
  coverage: false,
  coverageConfig: { include: ['widget/**'], exclude: ['widget/testing/**'] },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
} satisfies TestRunnerConfig;

/** Starts the server of `widget/testing/server.ts` for this run; a test reads where it listens from `/__server.json`. */
function realServer(): TestRunnerPlugin {
  const module = join(ROOT, 'widget/testing/server.ts');
  let server: TestServer | undefined;
  return {
    name: 'real-server',
    async serverStart() {
      if (!existsSync(module)) return;
      const { startTestServer } = (await import(pathToFileURL(module).href)) as {
        startTestServer(options: { origin: string }): Promise<TestServer>;
      };
      server = await startTestServer({ origin: `http://localhost:${port}` });
    },
    serve({ path }) {
      if (path !== '/__server.json' || server === undefined) return undefined;
      return { body: JSON.stringify({ url: server.url }), type: 'json' };
    },
    async serverStop() {
      await server?.close();
    },
  };
}

/** Tells a test what the docblocks of the elements promise to pages, at `/__surface.json`. */
function declaredSurface(): TestRunnerPlugin {
  return {
    name: 'declared-surface',
    serve: ({ path }) =>
      path === '/__surface.json' ? { body: JSON.stringify(readElements()), type: 'json' } : undefined,
  };
}

// The only file that reads the environment and listens.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Deployment } from './environment.ts';
import { readDeployment } from './environment.ts';
import type { UserAdmin } from './index.ts';
import { OptionsError } from './options.ts';

/** How long running requests may take once the process was told to end, in milliseconds. */
const GRACE = 10_000;

/** The settings of this process. @throws {OptionsError} naming every variable that is missing or wrong. */
export function deploymentOfProcess(): Deployment {
  return readDeployment(process.env);
}

/**
 * Serves until the process is told to end; then finishes what is running and ends it.
 * @throws {OptionsError} naming every setting that is missing or wrong, the address among them.
 */
export async function serveUserAdmin(): Promise<void> {
  const settings = deploymentOfProcess();
  // Whoever asks for help, or has a setting to mend, does not wait for all of it.
  const { createUserAdmin } = await import('./index.ts');
  const userAdmin = await createUserAdmin(settings.options, {
    // One line each, as JSON, so that nothing in it can begin a line of its own.
    onRefusal: (refusal) => console.log(`user-admin refused ${JSON.stringify(refusal)}`),
  });
  // Plain http is what was asked for, so this is no other kind of server.
  const server = createAdaptorServer({ fetch: answer(userAdmin) }) as Server;
  let setUp: string | null;
  try {
    setUp = await userAdmin.setUpLink();
    await listen(server, settings);
  } catch (error) {
    await userAdmin.close();
    throw error;
  }
  endOnSignal(server, userAdmin);
  // Whoever reads this console runs the deployment; nothing else says it.
  if (setUp !== null)
    console.log(
      `Nobody owns this deployment yet. Whoever opens this within a day names the owner:\n${setUp}`,
    );
  // Whatever was forgotten to be awaited is a fault of one request, not of all.
  process.on('unhandledRejection', (error) => console.error('user-admin:', error));
}

/** Hands each request over with the network address it came from. */
function answer(userAdmin: UserAdmin): Parameters<typeof createAdaptorServer>[0]['fetch'] {
  return (request, env) =>
    userAdmin.fetch(request, { address: 'incoming' in env ? env.incoming.socket.remoteAddress : undefined });
}

function listen(server: Server, { host, port, options }: Deployment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.syscall === 'listen'
          ? new OptionsError([{ option: 'PORT', text: whyNot(error, host, port) }])
          : error,
      );
    });
    server.listen(port, host, () => {
      const address = server.address() as { address: string; port: number };
      console.log(
        `user-admin listens on ${address.address}:${address.port} and is reached at ${options.baseUrl}`,
      );
      resolve();
    });
  });
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `something else listens on ${host}:${port} already`;
  return `nothing can listen on ${host}:${port} (${error.code})`;
}

function endOnSignal(server: Server, userAdmin: UserAdmin): void {
  const end = (): void => {
    console.log('user-admin finishes what is running');
    // A connection that is kept alive would be waited for although nobody asks anything on it.
    server.keepAliveTimeout = 1;
    userAdmin.endStreams();
    const patience = setTimeout(() => {
      process.exitCode = 1;
      server.closeAllConnections();
    }, GRACE);
    server.close(() => {
      clearTimeout(patience);
      void userAdmin.close().then(
        () => process.exit(),
        (error: unknown) => {
          console.error('user-admin:', error);
          process.exit(1);
        },
      );
    });
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

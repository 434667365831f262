// Finds a Firefox for the tests, or installs one where that is ours to do: as root on Debian.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isExecutable } from './find-browser.ts';

/** The Firefox of this machine as an absolute path; undefined where there is none. `FIREFOX_PATH` names another. */
export function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (!named) return installedFirefox() ?? debianFirefox();
  if (isExecutable(named)) return named;
  throw new Error(`FIREFOX_PATH names ${named}, which is not an executable file.`);
}

function installedFirefox(): string | undefined {
  return [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ].find(isExecutable);
}

// Only where a machine is there for the tests: nobody's own system gets a browser that they did not ask for.
function debianFirefox(): string | undefined {
  if (!process.env['CI'] || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2] as ['ignore', number, number],
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], options);
  } catch (error) {
    console.log(`Firefox could not be installed: ${(error as Error).message}`);
  }
  return installedFirefox();
}

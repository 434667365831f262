#!/usr/bin/env node
// The command line: finds the command, runs it, and tells what went wrong in a sentence. What commands do stands beside it.
import { COMMANDS, HELP } from './commands.ts';
import { complaint } from './complaint.ts';

const [name = 'help', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (
  name === 'help' ||
  name === '--help' ||
  name === '-h' ||
  (command !== undefined && args.includes('--help'))
) {
  console.log(HELP);
} else if (command === undefined) {
  console.error(`user-admin: there is no command "${name}"; user-admin help lists them`);
  process.exitCode = 2;
} else {
  try {
    await command(args);
  } catch (error) {
    const { text, exitCode } = complaint(error);
    // What nobody can mend from the outside keeps its stack.
    console.error(text === undefined ? error : `user-admin: ${text}`);
    process.exitCode = exitCode;
  }
}

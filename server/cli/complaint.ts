// What an operator is told of an error: a sentence where there is something to mend.
import { TRPCError } from '@trpc/server';
import { AppError } from '../../shared/errors.ts';
import { PolicyError } from '../../shared/policy/define.ts';
import { OptionsError } from '../options.ts';

/** A command that was asked for in a way that it is not. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What to tell and how to exit: 2 where the command was asked for wrongly, else 1. Without a text the error is none of the operator's. */
export interface Complaint {
  readonly text?: string;
  readonly exitCode: 1 | 2;
}

/** The flags behind the fields of an input, so that a refusal names what was typed. */
const FLAGS: Readonly<Record<string, string>> = {
  name: '--name',
  workspaceId: '--id',
  hostKeyId: '--host-key',
  'owner.email': '--owner',
};

/** The complaint about `error`. */
export function complaint(error: unknown): Complaint {
  if (error instanceof UsageError) return { text: error.message, exitCode: 2 };
  if (isParseError(error)) return { text: firstSentence(error.message), exitCode: 2 };
  if (error instanceof TRPCError) return refused(error);
  if (error instanceof OptionsError && error.problems.length === 1)
    return { text: `${error.problems[0]!.option}: ${error.problems[0]!.text}`, exitCode: 1 };
  if (error instanceof AppError || error instanceof OptionsError || error instanceof PolicyError)
    return { text: error.message, exitCode: 1 };
  if (isOfDatabase(error)) return { text: `the database cannot be used: ${error.message}`, exitCode: 1 };
  // Our own sentences are plain errors; a mistake in the code is of a narrower class and keeps its stack.
  return error instanceof Error && error.constructor === Error
    ? { text: error.message, exitCode: 1 }
    : { exitCode: 1 };
}

function refused(error: TRPCError): Complaint {
  const { cause } = error;
  if (cause instanceof AppError) return { text: cause.message, exitCode: 1 };
  const issue = (
    cause as { issues?: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined
  )?.issues?.[0];
  if (issue === undefined) return cause === undefined || cause === error ? { exitCode: 1 } : complaint(cause);
  const field = issue.path.join('.');
  return { text: `${FLAGS[field] ?? field}: ${issue.message}`, exitCode: 2 };
}

function isParseError(error: unknown): error is TypeError {
  return (
    error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  );
}

/** Whether the database, or the system below it, said no. */
function isOfDatabase(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error.name === 'LibsqlError' ||
      'syscall' in error ||
      (error instanceof TypeError && error.message === 'fetch failed'))
  );
}

function firstSentence(text: string): string {
  return text.split(/\.\s/, 1)[0]!;
}

// As much of PostgreSQL's protocol as tests need: one connection, one statement after the other, texts in and out.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { Query } from '../row-security/options.ts';

const VERSION = 196_608;

interface Message {
  readonly type: string;
  readonly body: Buffer;
}

/** Opens a connection through a socket file, as a user who needs no password. */
export async function connectPostgres(
  path: string,
  user: string,
): Promise<{ readonly query: Query; close(): void }> {
  const socket = connect(path);
  await once(socket, 'connect');
  const messages = messagesOf(socket);
  const start = Buffer.concat([
    int32(VERSION),
    text('user'),
    text(user),
    text('database'),
    text(user),
    Buffer.of(0),
  ]);
  socket.write(Buffer.concat([int32(start.length + 4), start]));
  await answer(messages);
  // One after the other, as every driver does on one connection.
  let last: Promise<unknown> = Promise.resolve();
  return {
    query: (sql, params) => {
      const next = last.then(async () => {
        socket.write(extended(sql, params));
        return answer(messages);
      });
      last = next.catch(() => undefined);
      return next;
    },
    close: () => socket.end(message('X')),
  };
}

async function* messagesOf(socket: Socket): AsyncGenerator<Message, void> {
  let rest = Buffer.alloc(0);
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = 1 + rest.readInt32BE(1);
      yield { type: String.fromCharCode(rest[0]!), body: rest.subarray(5, end) };
      rest = rest.subarray(end);
    }
  }
}

/** Everything up to the moment when the server is ready for the next: the rows, or what it complained about. */
async function answer(messages: AsyncGenerator<Message, void>): Promise<Record<string, string | null>[]> {
  const rows: Record<string, string | null>[] = [];
  let names: string[] = [];
  let complaint: Error | undefined;
  for (;;) {
    const { value, done } = await messages.next();
    if (done === true || value === undefined) throw complaint ?? new Error('PostgreSQL hung up');
    const { type, body } = value;
    if (type === 'T') names = columnNames(body);
    if (type === 'D') rows.push(rowOf(names, body));
    if (type === 'E') complaint = errorOf(body);
    if (type !== 'Z') continue;
    if (complaint !== undefined) throw complaint;
    return rows;
  }
}

function extended(sql: string, params: readonly unknown[]): Buffer {
  const values = params.map((param) => {
    if (param === null) return int32(-1);
    const bytes = Buffer.from(String(param));
    return Buffer.concat([int32(bytes.length), bytes]);
  });
  return Buffer.concat([
    message('P', text(''), text(sql), int16(0)),
    message('B', text(''), text(''), int16(0), int16(params.length), ...values, int16(0)),
    message('D', Buffer.from('P'), text('')),
    message('E', text(''), int32(0)),
    message('S'),
  ]);
}

function columnNames(body: Buffer): string[] {
  const names: string[] = [];
  let at = 2;
  for (let count = body.readInt16BE(0); count > 0; count--) {
    const end = body.indexOf(0, at);
    names.push(body.toString('utf8', at, end));
    at = end + 19;
  }
  return names;
}

function rowOf(names: readonly string[], body: Buffer): Record<string, string | null> {
  let at = 2;
  return Object.fromEntries(
    names.map((name) => {
      const length = body.readInt32BE(at);
      at += 4;
      if (length < 0) return [name, null];
      at += length;
      return [name, body.toString('utf8', at - length, at)];
    }),
  );
}

function errorOf(body: Buffer): Error {
  const fields = body.toString('utf8').split('\0');
  const field = (letter: string): string | undefined =>
    fields.find((one) => one.startsWith(letter))?.slice(1);
  return Object.assign(new Error(field('M')), { code: field('C') });
}

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

// The guards by themselves, for what a whole deployment seldom meets.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError, ERRORS } from '../../shared/errors.ts';
import { transportError } from '../trpc/init.ts';
import { boundedBody, inTurns, refusal, secured } from './guard.ts';

describe('the guards', () => {
  it('SEC_R3 whoever is turned away for want of room is told when to come back', () => {
    assert.match(secured(refusal('busy', 503), true).headers.get('Retry-After')!, /^\d$/);
    assert.equal(secured(refusal('input_invalid', 400), true).headers.get('Retry-After'), null);
    for (const code of ['busy', 'storage_full'] as const)
      assert.equal(transportError(new AppError(code)).code, 'SERVICE_UNAVAILABLE');
  });

  it('SEC_G10 a page keeps the policy that it set for itself', () => {
    const page = new Response('', {
      headers: {
        'Content-Security-Policy': "default-src 'none'; style-src 'self'",
        'Referrer-Policy': 'same-origin',
        'Content-Type': 'text/html',
      },
    });
    const { headers } = secured(page, false);
    assert.deepEqual(
      [headers.get('Content-Security-Policy'), headers.get('Referrer-Policy'), headers.get('Content-Type')],
      ["default-src 'none'; style-src 'self'", 'same-origin', 'text/html'],
    );
    assert.equal(headers.get('Strict-Transport-Security'), null);
  });

  it('every refusal has a status of its kind, and its own sentence', () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { cause, code: status } = transportError(new AppError(code));
      assert.equal((cause as AppError).code, code);
      assert.notEqual(status, 'INTERNAL_SERVER_ERROR');
    }
  });

  it('what changes something begins in a turn of the event loop of its own, what reads begins at once', async () => {
    let turn = 0;
    const app = new Hono().use(inTurns()).all('/', (c) => c.text(String(turn)));
    const turnsOf = async (method: string): Promise<number[]> => {
      const replies = await Promise.all(
        Array.from({ length: 10 }, async () => (await app.request('/', { method })).text()),
      );
      return replies.map(Number);
    };
    const count = (): void => {
      turn += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    const [changes, reads] = [await turnsOf('POST'), await turnsOf('GET')];
    clearImmediate(next);
    assert.equal(new Set(changes).size, 10, changes.join());
    assert.equal(new Set(reads).size, 1, reads.join());
  });

  it('SEC_G07 a body that is told to be too large is refused before any of it is read', async () => {
    const app = new Hono().use(boundedBody).post('/', async (c) => c.text(await c.req.text()));
    const send = async (length: string) => {
      const request = new Request('http://a.example/', {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Length': length },
      });
      return { status: (await app.request(request)).status, isRead: request.bodyUsed };
    };
    for (const length of [String(1024 * 1024 + 1), '2e9', 'many'])
      assert.deepEqual(await send(length), { status: 413, isRead: false }, length);
    for (const length of ['2', String(1024 * 1024)])
      assert.deepEqual(await send(length), { status: 200, isRead: true }, length);
  });
});

// Listens to what others change, over one long reply. Loaded after the first rows.
import type { Change } from '../../shared/live/change.ts';
import { Failure, codeOf } from '../failure.ts';
import type { ChangeListener } from './api.ts';
import { readEvents } from './event-stream.ts';
import { authorizedFetch } from './fetch.ts';
import type { Connection } from './trpc.ts';

/** How long nothing at all may come, in milliseconds; the server says every ten seconds that it is there. */
const SILENCE = 25_000;
/** The longest time that a timer takes: the reply itself has no end. */
const NO_END = 2 ** 31 - 1;
/** What the stream is made of. */
const EVENT_STREAM = 'text/event-stream';

/** As `UserAdminApi.listen`. @throws {Failure} what the server refused; `offline` where no stream comes, or it falls silent; `aborted`. */
export async function listen(
  { endpoint, workspace, tokens, signal: session }: Connection,
  missed: number,
  { onChange, onAlive }: ChangeListener,
  signal: AbortSignal,
): Promise<void> {
  const ended = AbortSignal.any([session, signal]);
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTold = false;
  const hear = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE);
    if (isTold) onAlive();
  };
  hear();
  try {
    const input = encodeURIComponent(JSON.stringify({ missed }));
    const response = await authorizedFetch(tokens, NO_END)(
      `${endpoint.replace(/\/+$/, '')}/trpc/live.changes?input=${input}`,
      {
        headers: { accept: EVENT_STREAM, ...(workspace !== '' && { 'ua-workspace': workspace }) },
        signal: AbortSignal.any([ended, silence.signal]),
      },
    );
    if (response.headers.get('content-type')?.startsWith(EVENT_STREAM) !== true)
      throw await refusalOf(response);
    await readEvents(response.body!, {
      onPiece: hear,
      onEvent: (type, data) => {
        if (type !== 'message') return;
        isTold = true;
        onChange((JSON.parse(data) as Change).changed);
      },
    });
  } catch (error) {
    if (ended.aborted) throw new Failure('aborted');
    throw error instanceof Failure ? error : new Failure('offline');
  } finally {
    clearTimeout(timer);
    // Whatever is left of the reply is nobody's any more.
    silence.abort();
  }
}

/** The refusal in a reply; whatever else stands in the way is what being offline looks like. */
async function refusalOf(response: Response): Promise<Failure> {
  const reply = (await response.json()) as { error?: { data?: { reason?: unknown } } };
  const reason = reply.error?.data?.reason;
  return new Failure(reason === undefined ? 'offline' : codeOf(reason));
}

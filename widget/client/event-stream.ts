// Reads a stream of events as the standard of HTML says, over a reply of fetch: so that the bearer stays in its header. Knows nothing of what is told.

/** Hears what a stream says. */
export interface StreamListener {
  /** One event, by its type, which is `message` where the stream names none. */
  onEvent(type: string, data: string): void;
  /** Whatever has come, a comment or half an event too: the stream is alive. */
  onPiece(): void;
}

/** Reads `body` to its end. What no empty line has ended by then is no event. */
export async function readEvents(body: ReadableStream<Uint8Array>, listener: StreamListener): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  const take = eventTaker(listener);
  let rest = '';
  let isReturned = false;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    listener.onPiece();
    // The two halves of one line end may come in two pieces.
    const piece = isReturned && value.startsWith('\n') ? value.slice(1) : value;
    if (value !== '') isReturned = value.endsWith('\r');
    const lines = (rest + piece).split(/\r\n|\n|\r/);
    rest = lines.pop()!;
    for (const line of lines) take(line);
  }
}

/** Takes line after line, and gives each event once its empty line has come. */
function eventTaker({ onEvent }: StreamListener): (line: string) => void {
  let type = '';
  let data: string[] = [];
  return (line) => {
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (line === '') {
      if (data.length > 0) onEvent(type || 'message', data.join('\n'));
      type = '';
      data = [];
    } else if (field === 'data') data.push(value ?? '');
    else if (field === 'event') type = value ?? '';
  };
}

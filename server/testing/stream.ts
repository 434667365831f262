// What a server tells bit by bit, read as its clients read it: a generator of messages over a reply of event streams.

/** One event of a stream. */
export interface StreamEvent {
  /** `connected`, `ping`, `return`, `serialized-error`, or '' for a message. */
  readonly event: string;
  readonly data: string;
}

/** The events of a reply, until it ends or the caller stops. */
export async function* eventsOf(response: Response): AsyncGenerator<StreamEvent, void, undefined> {
  let rest = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
      if (fields.has('data')) yield { event: fields.get('event') ?? '', data: fields.get('data')! };
    }
  }
}

/** The first message of a stream, as the reply of a call that ends would have it; '' where there is none. */
export async function firstOf(response: Response): Promise<string> {
  for await (const { event, data } of eventsOf(response)) {
    if (event === '') return `{"result":{"data":${data}}}`;
  }
  return '';
}

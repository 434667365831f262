// Reads a browser's trace: what the main thread of the page spent on script and on layout. `ScriptDuration` leaves out microtasks, where lit does its work. Pure.

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Its processor time, which other work on the machine does not weigh on. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly functionName?: string } };
}

/** The processor time that went into a stretch of time, in milliseconds. */
export interface Spent {
  readonly script: number;
  readonly layout: number;
}

/** What must be traced. */
export const CATEGORIES = ['devtools.timeline', 'v8.execute'];

/** The name of the probe's function that moves the scroll bar. */
const DRIVER = 'moveScrollBar';
const SCRIPT = new Set([
  'FunctionCall',
  'RunMicrotasks',
  'EvaluateScript',
  'v8.evaluateModule',
  'v8.compile',
  'v8.compileModule',
  'MinorGC',
  'MajorGC',
]);
const LAYOUT = new Set(['UpdateLayoutTree', 'Layout']);

/** Adds up the trace's busiest thread of script. Layout inside of script counts as layout; the function that scrolls counts as nobody's. */
export function spentIn(trace: string): Spent {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const whole = traceEvents.filter(({ ph, name }) => ph === 'X' && (SCRIPT.has(name) || LAYOUT.has(name)));
  const threads = Object.values(Object.groupBy(whole, ({ pid, tid }) => `${pid} ${tid}`)).map((events) =>
    addUp(events!),
  );
  return threads.reduce((most, one) => (one.script > most.script ? one : most), { script: 0, layout: 0 });
}

function addUp(events: readonly TraceEvent[]): Spent {
  let [script, layout, scriptEnd, layoutEnd] = [0, 0, 0, 0];
  let isOwn = true;
  for (const { name, ts, dur = 0, tdur = dur, args } of events.toSorted(
    (a, b) => a.ts - b.ts || b.dur! - a.dur!,
  )) {
    if (SCRIPT.has(name)) {
      if (ts < scriptEnd) continue;
      scriptEnd = ts + dur;
      isOwn = args?.data?.functionName !== DRIVER;
      if (isOwn) script += tdur;
    } else if (ts >= layoutEnd) {
      layout += tdur;
      layoutEnd = ts + dur;
      if (ts < scriptEnd && isOwn) script -= tdur;
    }
  }
  return { script: script / 1000, layout: layout / 1000 };
}

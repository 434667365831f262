// What the benchmark of the table does inside the page: waits for the first rows, scrolls, looks at what is painted. One function, sent as text.

/** What is on `window.probe` in the page. */
export interface Probe {
  /** Runs the page's script and waits for its first rows. */
  start(): Promise<Started>;
  /** Scrolls by `speed` pixels a second for `seconds`; with `look`, also looks at every frame. */
  scroll(seconds: number, speed: number, look: boolean): Promise<Scrolled>;
  /** The elements inside of what scrolls. */
  count(): number;
}

/** When what was there, in milliseconds from the start of the page's script. */
export interface Started {
  readonly firstRows: number;
  /** Zero where nothing was asked for. */
  readonly answers: number;
}

/** What a scroll showed. */
export interface Scrolled {
  readonly frames: number;
  /** How long each task above 50 ms took. */
  readonly longTasks: readonly number[];
  /** Frames in which a part of the list had no row at all. */
  readonly blank: number;
  /** Frames in which a row in sight was still waiting for its person. */
  readonly grey: number;
}

/** How a peer's table is looked at. */
interface Peer {
  scroller(): HTMLElement | null;
  head(): Element | null;
  rows(): HTMLElement[];
  /** Whether its rows are still empty. */
  isGrey(): boolean;
}

/** Puts the probe on `window`. Uses nothing from outside. */
export function installProbe(): void {
  /** What a peer says of its table, which is built in another way than ours and the floor. */
  const peer = (): Peer | undefined => (window as unknown as { table?: Peer }).table;
  const deep = (root: ParentNode): HTMLElement | null => {
    const its = peer();
    if (its !== undefined) return its.scroller();
    const tags = ['user-admin', 'ua-users-view', 'ua-member-list', 'ua-member-grid'];
    let inside: ParentNode | null | undefined = root;
    for (const tag of root.querySelector('user-admin') === null ? [] : tags)
      inside = inside?.querySelector(tag)?.shadowRoot;
    return inside?.querySelector<HTMLElement>('.scroller') ?? null;
  };
  const rowsOf = (scroller: HTMLElement): HTMLElement[] =>
    peer()?.rows() ?? [...scroller.querySelectorAll<HTMLElement>('.body .row')];
  const isGrey = (row: HTMLElement): boolean => peer()?.isGrey() ?? row.ariaBusy === 'true';
  const headOf = (scroller: HTMLElement): number => {
    const its = peer();
    const head = its === undefined ? scroller.querySelector('.head') : its.head();
    return head?.getBoundingClientRect().height ?? 0;
  };
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      requestAnimationFrame(() => port2.postMessage(0));
    });

  const longTasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });

  const look = (scroller: HTMLElement): { blank: boolean; grey: boolean } => {
    const view = scroller.getBoundingClientRect();
    const top = view.top + headOf(scroller);
    const seen = rowsOf(scroller)
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top && box.top < view.bottom);
    const covered = seen.reduce(
      (sum, { box }) => sum + Math.min(box.bottom, view.bottom) - Math.max(box.top, top),
      0,
    );
    return { blank: covered < view.bottom - top - 4, grey: seen.some(({ row }) => isGrey(row)) };
  };

  const probe: Probe = {
    async start() {
      const began = performance.now();
      void (window as unknown as { start(): Promise<unknown> }).start();
      for (;;) {
        await new Promise(requestAnimationFrame);
        const scroller = deep(document);
        if (scroller !== null && rowsOf(scroller).some((row) => !isGrey(row))) break;
      }
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      });
      const firstRows = performance.now() - began;
      const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/trpc/'));
      return {
        firstRows,
        answers: Math.max(0, ...asked.slice(0, 2).map((one) => one.startTime + one.duration - began)),
      };
    },
    async scroll(seconds, speed, isLooking) {
      const scroller = deep(document)!;
      const from = scroller.scrollTop;
      const began = performance.now();
      let [frames, blank, grey] = [0, 0, 0];
      await new Promise<void>((resolve) => {
        const moveScrollBar = (): void => {
          const elapsed = (performance.now() - began) / 1000;
          if (elapsed >= seconds) return resolve();
          scroller.scrollTop = from + elapsed * speed;
          frames += 1;
          if (isLooking) {
            const seen = look(scroller);
            blank += Number(seen.blank);
            grey += Number(seen.grey);
          }
          requestAnimationFrame(moveScrollBar);
        };
        requestAnimationFrame(moveScrollBar);
      });
      await painted();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return {
        frames,
        blank,
        grey,
        longTasks: longTasks
          .filter(({ startTime }) => startTime >= began)
          .map(({ duration }) => Math.round(duration)),
      };
    },
    count: () => deep(document)!.querySelectorAll('*').length,
  };
  Object.assign(window, { probe });
}

// The floor of the table: the least code that shows a window of 100,000 rows that are in memory, or whose first come over HTTP. Runs in the page of the benchmark.
import type { Person } from './people.ts';

interface Listed extends Person {
  readonly id: number;
  readonly lastSignInAt: number;
}

const ROW = 52;
const HEAD = 38;
const OVERSCAN = 8;
const COLUMNS = ['Name', 'E-mail', 'Role', 'Status', 'Last sign-in'];
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

const people = await (window as unknown as { load(): Promise<readonly Listed[]> }).load();
const style = document.createElement('style');
style.textContent = `
  .scroller { block-size: 680px; overflow: auto; font: 14px/1.45 system-ui }
  .head { position: sticky; inset-block-start: 0; block-size: ${HEAD}px; z-index: 1; background: #f6f6f8 }
  .body { position: relative; contain: strict; block-size: ${people.length * ROW}px }
  .row, .head { display: flex; align-items: center; padding-inline: 16px; border-block-end: 1px solid #e4e4ea; box-sizing: border-box }
  .row { position: absolute; inset-inline: 0; block-size: ${ROW}px; contain: strict }
  .cell { flex: 0 0 130px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  .cell:nth-of-type(-n + 2) { flex: 3 1 180px }
  .avatar { flex: none; inline-size: 30px; margin-inline-end: 10px; border-radius: 50%; background: #e4e4f4; line-height: 30px; text-align: center }`;
document.head.append(style);

const scroller = div('scroller');
const head = div('head');
head.append(...COLUMNS.map((column) => Object.assign(div('cell'), { textContent: column })));
const body = div('body');
scroller.append(head, body);
document.body.append(scroller);

const rows = Array.from({ length: Math.ceil((680 - HEAD) / ROW) + 2 * OVERSCAN }, makeRow);
const shown: number[] = rows.map(() => -1);
scroller.addEventListener('scroll', draw, { passive: true });
draw();

function draw(): void {
  const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - OVERSCAN);
  for (let n = first; n < Math.min(people.length, first + rows.length); n++) {
    const at = n % rows.length;
    if (shown[at] === n) continue;
    shown[at] = n;
    fill(rows[at]!, n, people[n]!);
  }
}

function fill(
  { element, avatar, cells }: ReturnType<typeof makeRow>,
  n: number,
  { name, email, role, isActive, lastSignInAt }: Listed,
): void {
  element.style.translate = `0 ${n * ROW}px`;
  const words = name.split(' ');
  avatar.data = words[0]![0]! + words[1]![0]!;
  cells[0]!.data = name;
  cells[1]!.data = email;
  cells[2]!.data = role;
  cells[3]!.data = isActive ? 'Active' : 'Deactivated';
  cells[4]!.data = day.format(lastSignInAt);
}

function makeRow() {
  const element = div('row');
  const avatar = new Text();
  const cells = COLUMNS.map(() => new Text());
  const circle = div('avatar');
  circle.append(avatar);
  const boxes = cells.map((cell) => {
    const box = document.createElement('span');
    box.className = 'cell';
    box.append(cell);
    return box;
  });
  element.append(circle, ...boxes);
  body.append(element);
  return { element, avatar, cells };
}

function div(name: string): HTMLElement {
  return Object.assign(document.createElement('div'), { className: name });
}

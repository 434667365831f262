// A peer of the table: the grid of Vaadin, on the same 100,000 people in memory, or with the first of them over HTTP. Runs in the page of the benchmark.
import '@vaadin/grid';
import type { Grid } from '@vaadin/grid';
import type { Person } from '../people.ts';
import { COLUMNS, day } from './columns.ts';

const people = await (window as unknown as { load(): Promise<readonly Person[]> }).load();
const grid = document.createElement('vaadin-grid') as Grid<Person & { lastSignInAt: number }>;
grid.style.blockSize = '680px';
for (const { header, path } of COLUMNS) {
  const column = document.createElement('vaadin-grid-column');
  column.header = header;
  if (path === 'lastSignInAt')
    column.renderer = (root, _column, { item }) =>
      void (root.textContent = day.format((item as { lastSignInAt: number }).lastSignInAt));
  else column.path = path;
  grid.append(column);
}
grid.items = people as never;
document.body.append(grid);
Object.assign(window, {
  table: {
    scroller: () => grid.shadowRoot?.querySelector('#table') ?? null,
    head: () => grid.shadowRoot!.querySelector('#header'),
    rows: () =>
      [...(grid.shadowRoot?.querySelectorAll<HTMLElement>('#items tr:not([hidden])') ?? [])].filter(
        (row) => row.offsetHeight > 0,
      ),
    // Its cells hold their text in slots beside the rows.
    isGrey: () =>
      ![...grid.querySelectorAll('vaadin-grid-cell-content')].some((cell) => cell.textContent?.includes('@')),
  },
});

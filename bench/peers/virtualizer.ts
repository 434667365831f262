// A peer of the table: Lit's virtualizer, on the same 100,000 people in memory, or with the first of them over HTTP. Runs in the page of the benchmark.
import '@lit-labs/virtualizer';
import type { LitVirtualizer } from '@lit-labs/virtualizer';
import { html } from 'lit';
import type { Person } from '../people.ts';
import { COLUMNS, day } from './columns.ts';

type Listed = Person & { readonly lastSignInAt: number };

const people = await (window as unknown as { load(): Promise<readonly Listed[]> }).load();
const style = document.createElement('style');
style.textContent = `
  .scroller { block-size: 680px; font: 14px/1.45 system-ui }
  .row { display: flex; align-items: center; box-sizing: border-box; block-size: 52px; inline-size: 100%; padding-inline: 16px; border-block-end: 1px solid #e4e4ea }
  .cell { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }`;
document.head.append(style);
const list = document.createElement('lit-virtualizer') as LitVirtualizer<Listed>;
list.scroller = true;
list.className = 'scroller';
list.items = people as Listed[];
list.renderItem = (person) =>
  html`<div class="row">
    ${COLUMNS.map(({ path }) => html`<div class="cell">${path === 'lastSignInAt' ? day.format(person.lastSignInAt) : String(person[path as keyof Listed])}</div>`)}
  </div>`;
document.body.append(list);
Object.assign(window, {
  table: {
    scroller: () => list,
    head: () => null,
    rows: () => [...list.querySelectorAll<HTMLElement>('.row')],
    isGrey: () => false,
  },
});

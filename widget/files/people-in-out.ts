import { LitElement, css, html } from 'lit';
import type { MemberQuery } from '../members/member-query.ts';
import type { Rights } from '../rights.ts';
import { peopleExport } from './people-export.ts';

/**
 * What is opened to bring people in and to take them along.
 *
 * @tag ua-people-in-out
 */
export class PeopleInOutElement extends LitElement {
  static override styles = css`
    :host,
    ua-import-dialog,
    ua-export-dialog {
      display: contents;
    }
  `;
  static override properties = { rights: { attribute: false } };

  /** The viewer and what they may do. */
  declare rights: Rights;

  protected override render() {
    return html`<ua-import-dialog .rights=${this.rights}></ua-import-dialog><ua-export-dialog></ua-export-dialog>`;
  }

  /** Asks for a list of people to bring in. */
  bringIn(): void {
    this.renderRoot.querySelector('ua-import-dialog')?.show();
  }

  /** Asks how the people of a list are to be taken along. */
  takeOut(query: MemberQuery, count: { readonly count: number; readonly isExact: boolean }): void {
    const task = peopleExport(this, this.rights, query, count);
    this.renderRoot.querySelector('ua-export-dialog')?.show(task);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-people-in-out': PeopleInOutElement;
  }
}

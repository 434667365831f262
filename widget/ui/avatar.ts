// The round initials of a person, in a colour that stays theirs. Decoration: the name stands beside it.
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

const HUES = 8;

/** The look of `.avatar`; the hue comes by number, never as an inline style. */
export const avatars = css`
  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 50%;
    background: light-dark(oklch(0.93 0.04 var(--_hue)), oklch(0.34 0.06 var(--_hue)));
    color: light-dark(oklch(0.42 0.11 var(--_hue)), oklch(0.9 0.06 var(--_hue)));
    font-size: 11.5px;
    font-weight: 600;
    line-height: 1;
    -webkit-user-select: none;
    user-select: none;
  }
  [data-hue='0'] { --_hue: 260; }
  [data-hue='1'] { --_hue: 300; }
  [data-hue='2'] { --_hue: 350; }
  [data-hue='3'] { --_hue: 25; }
  [data-hue='4'] { --_hue: 70; }
  [data-hue='5'] { --_hue: 150; }
  [data-hue='6'] { --_hue: 190; }
  [data-hue='7'] { --_hue: 230; }
`;

const SEPARATORS = /[\s@.]+/u;

/** The initials of `name`; `id` picks the colour. */
export function avatar(name: string, id: string): TemplateResult {
  return html`<span part="avatar" class="avatar" data-hue=${hueOf(id)} aria-hidden="true">${initialsOf(name)}</span>`;
}

/** The number of the colour that stays with `id`. */
export function hueOf(id: string): number {
  let sum = 0;
  for (let at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) >>> 0;
  return sum % HUES;
}

/** The initials of `name`. */
export function initialsOf(name: string): string {
  const words = name.split(SEPARATORS).filter((word) => word !== '');
  const last = words.length > 1 && !name.includes('@') ? firstOf(words.at(-1)!) : '';
  return (firstOf(words[0] ?? '') + last).toUpperCase();
}

/** The first letter, which may be two units long. */
function firstOf(word: string): string {
  const code = word.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

// Speaks other languages than English: fetches what they say, lays it over the tables, and has what is shown drawn anew.
import type { LitElement } from 'lit';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { writeNumbersAs } from '../locales/formats.ts';
import type { PolicyWords } from './language.ts';
import type { Sentences } from './table.ts';

/** The texts of a module with tables: all that it exports but its functions. */
export type TextsOf<Module> = {
  readonly [
    Name in keyof Module as Module[Name] extends (...args: never[]) => unknown ? never : Name
  ]: Module[Name];
};

/** What is needed before the first rows, and what can come a little later. */
export interface LanguageParts {
  readonly first: () => Promise<object>;
  readonly rest: () => Promise<object>;
}

/** The element that speaks, and how it is made to. Given to this code, which a bundler could else not load by itself. */
export interface Mouth {
  readonly host: LitElement;
  /** Lays sentences over the English ones. */
  lay(sentences: Sentences): void;
  /** Writes numbers and times as `tag` does. */
  setFormats(tag: string): void;
  /** Called once all of it is said. */
  changed(): void;
}

/** Speaks other languages. */
export interface Speaker {
  /** Says everything in the language of `tag`; in English where that is unknown. Resolves once the first rows can be said. */
  speak(tag: string, mouth: Mouth): Promise<void>;
  /** The viewer, with the policy in the language spoken and in the words of the page. */
  translated(viewer: Viewer, words: PolicyWords): Viewer;
}

/** What of a policy is read by people. */
const TEXTS: ReadonlySet<string> = new Set(['name', 'plural', 'description', 'label', 'saveLabel']);

/** A speaker of the languages that `languages` has, by their codes. */
export function speakerOf(languages: (code: string) => LanguageParts | undefined): Speaker {
  let spoken = '';
  let policyWords: PolicyWords = {};

  async function say(
    mouth: Mouth,
    tag: string,
    part: 'first' | 'rest',
    before: Sentences,
  ): Promise<Sentences> {
    const parts = languages(tag.toLowerCase().split(/[-_]/, 1)[0]!);
    const sentences = { ...before, ...(await parts?.[part]()) };
    if (spoken !== tag) return sentences;
    policyWords = (sentences as { readonly policyWords?: PolicyWords }).policyWords ?? {};
    mouth.lay(sentences);
    const written = formatsFor(parts === undefined && !/^en\b/i.test(tag) ? 'en' : tag);
    mouth.setFormats(written);
    writeNumbersAs(written);
    drawAgain(mouth.host);
    return sentences;
  }

  function speakEnglish(mouth: Mouth): void {
    policyWords = {};
    mouth.lay({});
    mouth.setFormats('en');
    writeNumbersAs('en');
    drawAgain(mouth.host);
    mouth.changed();
  }

  return {
    async speak(tag, mouth) {
      spoken = tag;
      try {
        direct(mouth.host, tag);
        const first = await say(mouth, tag, 'first', {});
        const changed = (): void => mouth.changed();
        void say(mouth, tag, 'rest', first).then(changed, changed);
      } catch {
        // What could not be fetched is said in English, which can be read all the same, and not in the language before.
        if (spoken === tag) speakEnglish(mouth);
      }
    },
    translated: (viewer, words) => ({
      ...viewer,
      policy: inWords(viewer.policy, (text) => wordFor(text, words) ?? wordFor(text, policyWords) ?? text),
    }),
  };
}

/** What `words` has for `text`; nothing of what every object has, for a role may be named like that. */
function wordFor(text: string, words: PolicyWords): string | undefined {
  return Object.hasOwn(words, text) ? words[text] : undefined;
}

/** The same value, with the texts for people said otherwise; roles that a workspace made are as they were typed. */
function inWords<T>(value: T, say: (text: string) => string): T {
  if (Array.isArray(value)) return value.map((one: unknown) => inWords(one, say)) as T;
  if (typeof value !== 'object' || value === null || 'isCustom' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]: [string, unknown]) => [
      key,
      typeof held === 'string' && TEXTS.has(key) ? say(held) : inWords(held, say),
    ]),
  ) as T;
}

/** The tag in the form that formats take; English where it is none of a language. */
function formatsFor(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]!;
  } catch {
    return 'en';
  }
}

/** The elements whose direction is set here, and not by the page. */
const directed = new WeakSet<LitElement>();

/** Writes from right to left where the language does and the page does not say which way. */
function direct(host: LitElement, tag: string): void {
  if (directed.delete(host)) host.removeAttribute('dir');
  if (!/^(?:ar|fa|he|ur)\b/i.test(tag) || host.closest('[dir]')) return;
  host.dir = 'rtl';
  directed.add(host);
}

/** Has an element and all elements inside it drawn again, with what is typed, selected and focused in place. */
function drawAgain(element: Element): void {
  if ('requestUpdate' in element) (element as LitElement).requestUpdate();
  for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) drawAgain(inner);
}

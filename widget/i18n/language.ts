// Which language an element speaks: that of the page, at the place where it stands. Other languages than English are loaded when one is asked for.
import type { LitElement } from 'lit';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { setFormats } from './format.ts';
import type { Speaker } from './speaker.ts';
import { lay } from './table.ts';

/** What the page calls the things that a policy names: its words by those of the policy. */
export type PolicyWords = Readonly<Record<string, string>>;

/** Speaks as the page does, for one element. */
export class Language {
  readonly #host: LitElement;
  readonly #load: () => Promise<{ readonly speaker: Speaker }>;
  readonly #changed: () => void;
  #tag = '';
  #speaking: Promise<Speaker | undefined> | undefined;

  /**
   * @param load - Loads the code that speaks other languages.
   * @param changed - What is to be done whenever something is said in another language than before.
   */
  constructor(host: LitElement, load: () => Promise<{ readonly speaker: Speaker }>, changed: () => void) {
    this.#host = host;
    this.#load = load;
    this.#changed = changed;
  }

  /** Speaks the language of the page from now on, where it is another than before. */
  readonly follow = (): void => {
    const tag = languageAt(this.#host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    // English is here already, unless another language was laid over it.
    if (this.#speaking !== undefined || !/^en(-us)?$/i.test(tag)) this.#speaking = this.#speak(tag);
  };

  /** The viewer, with the policy in the language spoken and in the words of the page. Waits for what the first rows say. */
  async translated(viewer: Viewer, words: PolicyWords): Promise<Viewer> {
    const speaker = await (this.#speaking ?? (Object.keys(words).length > 0 ? this.#speak() : undefined));
    return speaker?.translated(viewer, words) ?? viewer;
  }

  /** The code that speaks; undefined where it cannot be fetched, and then everything is in English. */
  async #speak(tag?: string): Promise<Speaker | undefined> {
    try {
      const { speaker } = await this.#load();
      if (tag !== undefined)
        await speaker.speak(tag, { host: this.#host, lay, setFormats, changed: this.#changed });
      return speaker;
    } catch {
      return undefined;
    }
  }
}

/** The language of the nearest ancestor that names one, through shadow roots; English where none does. */
function languageAt(element: Element | undefined): string {
  if (element === undefined) return 'en';
  const tag = element.closest('[lang]')?.getAttribute('lang');
  return tag || languageAt((element.getRootNode() as Partial<ShadowRoot>).host);
}

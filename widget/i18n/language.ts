// Which language an element speaks: that of the page, at the place where it stands. Other languages than English are loaded when one is asked for.
import type { LitElement, ReactiveController } from 'lit';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { setFormats } from './format.ts';
import type { Mouth, Speaker } from './speaker.ts';
import { lay } from './table.ts';

/** What the page calls the things that a policy names: its words by those of the policy. */
export type PolicyWords = Readonly<Record<string, string>>;

/** Follows the `lang` of the page, and has everything drawn anew where it changes. */
export class LanguageController implements ReactiveController {
  readonly #mouth: Mouth;
  readonly #load: () => Promise<{ readonly speaker: Speaker }>;
  readonly #observer = new MutationObserver(() => this.#look());
  #tag = '';
  #speaking: Promise<Speaker | undefined> | undefined;

  /**
   * @param load - Loads the code that speaks other languages.
   * @param changed - What is to be done whenever something is said in another language than before.
   */
  constructor(host: LitElement, load: () => Promise<{ readonly speaker: Speaker }>, changed: () => void) {
    this.#load = load;
    this.#mouth = {
      host,
      say(sentences, tag) {
        lay(sentences);
        setFormats(tag);
      },
      changed,
    };
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
    this.#look();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** The viewer, with the policy in the language spoken and in the words of the page. Waits for what the first rows say. */
  async translated(viewer: Viewer, words: PolicyWords): Promise<Viewer> {
    const speaker = await (this.#speaking ?? (Object.keys(words).length > 0 ? this.#fetch() : undefined));
    return speaker?.translated(viewer, words) ?? viewer;
  }

  #look(): void {
    const tag = languageAt(this.#mouth.host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    // English is here already, unless another language was laid over it.
    if (this.#speaking === undefined && /^en\b/i.test(tag)) setFormats(tag);
    else this.#speaking = this.#speak(tag);
  }

  async #speak(tag: string): Promise<Speaker | undefined> {
    const speaker = await this.#fetch();
    await speaker?.speak(tag, this.#mouth);
    return speaker;
  }

  /** The code; undefined where it cannot be fetched, and then everything is in English. */
  async #fetch(): Promise<Speaker | undefined> {
    try {
      return (await this.#load()).speaker;
    } catch {
      return undefined;
    }
  }
}

/** The language of the nearest ancestor that names one, through shadow roots; English where none does. */
function languageAt(element: Element): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const tag = at.closest('[lang]')?.getAttribute('lang');
    if (tag) return tag;
  }
  return 'en';
}

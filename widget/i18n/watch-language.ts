// Lets an element speak another language as soon as the page does. Apart from choosing one, because the first rows do not wait for it.
import type { LitElement } from 'lit';
import type { Language } from './language.ts';

/** Has `language` follow the page for as long as `host` is in it. */
export function watchLanguage(host: LitElement, { follow }: Language): void {
  const observer = new MutationObserver(follow);
  host.addController({
    hostConnected() {
      observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
      follow();
    },
    hostDisconnected: () => observer.disconnect(),
  });
}

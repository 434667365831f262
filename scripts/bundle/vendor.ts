// Leaves out of lit and tRPC what they carry for engines that none of our browsers is. Each line names what goes.
import type { Plugin } from 'vite';

type Cut = readonly [what: RegExp, by: string];

/** Adopted style sheets are everywhere; no polyfill and no second copy has to be told that lit is here. */
const LIT: readonly Cut[] = [
  [/e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, 'e=!0'],
  [/,p=a\.reactiveElementPolyfillSupport/, ''],
  [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/, ''],
  [/const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\);/, ''],
  [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
];

/** tRPC is compiled with helpers for engines that cannot spread or iterate; the widget brings its own `fetch`, and sends nothing but JSON. */
const TRPC: readonly Cut[] = [
  [/function _objectSpread2\(e\) \{[^]*?\n\}/, 'const _objectSpread2 = Object.assign;'],
  [
    /function _defineProperty\(e, r, t\) \{[^]*?\n\}/,
    'const _defineProperty = (e, r, t) => ((e[r] = t), e);',
  ],
  [/(function getFetch\(customFetchImpl\) \{)[^]*?\n\}/, '$1 return customFetchImpl; }'],
  [/const throwIfAborted = [^]*?\n\};/, 'const throwIfAborted = (signal) => signal?.throwIfAborted();'],
  [/const universalRequester = [^]*?\n\};/, 'const universalRequester = jsonHttpRequester;'],
  [/AsyncGenerator\.prototype\[[^]*?(?=\/\/#endregion)/, ''],
];

/** The plugin. */
export function vendor(): Plugin {
  return {
    name: 'vendor',
    transform(code, id) {
      const cuts = /@trpc\/(?:client|server)\/dist\//.test(id)
        ? TRPC
        : /node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\/[\w-]+\.js$/.test(id)
          ? LIT
          : [];
      if (cuts.length === 0) return null;
      return { code: cuts.reduce((left, [what, by]) => left.replace(what, by), code), map: null };
    },
  };
}

// Leaves out of lit and tRPC what they carry for engines that none of our browsers is, and for calls that the widget never makes. Each line names what goes.
import type { Plugin } from 'vite';

type Cut = readonly [what: RegExp, by: string];

/** Adopted style sheets are everywhere; no polyfill and no second copy has to be told that lit is here. */
const LIT: readonly Cut[] = [
  [/e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, 'e=!0'],
  [/,p=a\.reactiveElementPolyfillSupport/, ''],
  [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/\{M:\w+,P:\w+,A:\w+,[^}]*,(I:\w+),[^}]*\}/, '{$1}'],
  [/i\._\$litElement\$=!0,/, ''],
  [/,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/, ''],
  [/const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\);/, ''],
  [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
];

/** The widget has no decorators, converters, defaults that are not written back, attributes of JSON, or bindings in comments and in the text of a text box, and its sheets are written out, each once. */
const ELEMENTS: readonly Cut[] = [
  [
    /class n\{constructor\(t,e,o\)\{[^]*?toString\(\)\{return this\.cssText\}\}/,
    'class n{constructor(t){this.cssText=t}get styleSheet(){return this.o??((this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o)}}',
  ],
  [/i=\(t,\.\.\.e\)=>\{const o=1===t\.length[^]*?return new n\(o,t,s\)\}/, 'i=t=>new n(t[0])'],
  [/t instanceof CSSStyleSheet\?t:t\.styleSheet/, 't.styleSheet'],
  [/case Object:case Array:t=null==t\?t:JSON\.stringify\(t\)/, ''],
  [/break;case Object:case Array:try\{i=JSON\.parse\(t\)\}catch\(t\)\{i=null\}/, ''],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),a\.litPropertyMetadata\?\?=new WeakMap;/, ''],
  [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{[^}]*\}/, ''],
  [/\(void 0!==i\.converter\?\.toAttribute\?i\.converter:u\)/, 'u'],
  [/"function"==typeof t\.converter\?\{fromAttribute:t\.converter\}:.*?t\.converter:u;/, 'u;'],
  [/r\?\?this\._\$Ej\?\.get\(e\)\?\?r/, 'r'],
  [/\|\|i\.useDefault&&i\.reflect&&h===this\._\$Ej\?\.get\(t\)&&!this\.hasAttribute\(r\._\$Eu\(t,i\)\)/, ''],
  [/\{useDefault:i,reflect:e,wrapped:h\},r\)\{.*?\|\|\((.*?)\)\}(?=async)/, '{reflect:e}){$1}'],
  [/\(this\.hasUpdated\|\|i\|\|/, '(this.hasUpdated||'],
  [/if\(y\.test\(r\.tagName\)\)\{[^]*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
  [/\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, '(c=p)'],
  [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf\(o,t\+1\)\);\).*?o\.length-1\}/, ''],
];

/** The widget tells what it repeats apart by keys, and never in an attribute. */
const LISTS: readonly Cut[] = [
  [/constructor\(e\)\{if\(super\(e\),e\.type!==\w\.CHILD\)throw Error\("[^"]*"\)\}/, ''],
  [/let r;void 0===t\?t=s:void 0!==s&&\(r=s\);/, 'const r=s;'],
  [/r\?r\(s,i\):i/, 'r(s,i)'],
];

/** What would need something of lit that is left out. */
const NEEDED =
  /\btype: (?:Array|Object)\b|\b(?:converter|useDefault): |css`[^`]*\$\{|(?<!>)<\/(?:script|style|textarea|title)>/;

/** tRPC is compiled with helpers for engines that cannot spread or iterate. */
const TRPC: readonly Cut[] = [
  [/function _objectSpread2\(e\) \{[^]*?\n\}/, 'const _objectSpread2 = Object.assign;'],
  [
    /function _defineProperty\(e, r, t\) \{[^]*?\n\}/,
    'const _defineProperty = (e, r, t) => ((e[r] = t), e);',
  ],
  [/const throwIfAborted = [^]*?\n\};/, 'const throwIfAborted = (signal) => signal?.throwIfAborted();'],
  [/AsyncGenerator\.prototype\[[^]*?(?=\/\/#endregion)/, ''],
  [/\t\t_defineProperty\(this, "cause", void 0\);\n(?:\t\t_defineProperty\(.*\n){3}/, ''],
  [/\t\tObject\.setPrototypeOf\(this, TRPCClientError\.prototype\);\n/, ''],
];

/**
 * The widget calls with its own `fetch` and signal, sends and gets nothing but JSON, at plain paths, with the same headers each time,
 * and waits for the one answer without ever unsubscribing.
 */
const CALLS: readonly Cut[] = [
  [/(function getFetch\(customFetchImpl\) \{)[^]*?\n\}/, '$1 return customFetchImpl; }'],
  [/const universalRequester = [^]*?\n\};/, 'const universalRequester = jsonHttpRequester;'],
  [/function observable\(subscribe\) \{[^]*?\n\}/, 'const observable = (subscribe) => ({ subscribe });'],
  [/\t*observer\.complete\(\);\n/, ''],
  [/\t*return \(\) => \{\s*if \(!isDone\) ac\.abort\(\);\s*cleanup\(\);\s*\};\n/, ''],
  [/const ac = new AbortController\(\);\s*const \{ signal, cleanup \} = .*;/, 'const { signal } = op;'],
  [/try \{\s*(request = [^]*?;)\n\t*\} catch \(cause\) \{\s*cleanup\(\);\s*throw cause;\s*\}/, '$1'],
  [/if \(type === "subscription"\) throw .*;/, ''],
  [/headers\(\) \{\s*if \(!opts\.headers\)[^]*?return opts\.headers;\s*\}/, 'headers: () => opts.headers'],
  [/await \(async \(\) => \{\s*const heads = [^]*?\}\)\(\);/, 'opts.headers();'],
  [/const hasContentType = .*;/, ''],
  [/ && !hasContentType/, ''],
  [/, opts\.trpcAcceptHeader \? \{.*?\} : void 0\)/, ')'],
  [/procedurePathToURLPath\(opts\.path, opts\.pathSeparator\)/, 'opts.path'],
  [
    /,\s*methodOverride: opts\.methodOverride,\s*pathSeparator: resolvePathSeparator\(opts\.pathSeparator\)/,
    '',
  ],
  [/const method = \(_opts\$methodOverride[^]*?(METHOD\[opts\.type\];)/, 'const method = $1'],
  [/,\s*subscription: "PATCH"/, ''],
  [/,\s*transformer: getTransformer\(opts\.transformer\)/, ''],
  [/, resolvedOpts\.transformer\.output/, ''],
  [
    /const getUrl = \(opts\) => \{[^]*?\n\};/,
    'const getUrl = ({ url, path, type, input }) => url + "/" + path + (type === "query" && input !== void 0 ? "?input=" + encodeURIComponent(JSON.stringify(input)) : "");',
  ],
  [
    /const getBody = \(opts\) => \{[^]*?\n\};/,
    'const getBody = ({ type, input }) => type === "query" ? void 0 : JSON.stringify(input);',
  ],
  [/function transformResultInner[^]*?\n\}\nvar TransformResultError[^]*?\n\};/, ''],
  [
    /function transformResult\(response, transformer\) \{[^]*?\n\}/,
    `function transformResult(response) {
      const isOk = !("error" in response);
      if (!isObject(isOk ? response.result : response.error)) throw Error();
      return { ok: isOk, result: response.result, error: response };
    }`,
  ],
  [
    /static from\(_cause, opts = \{\}\) \{[^]*?\n\t\}/,
    'static from(cause) { return new TRPCClientError("", cause instanceof Error ? { cause } : { result: cause }); }',
  ],
  [/\tthis\.meta = .*\n/, ''],
  [/\tthis\.shape = .*\n/, ''],
  [/\tvar _opts\$result, _opts\$result2;\n/, ''],
  [/const cause = opts === null [^;]*;/, 'const { cause } = opts;'],
  [/this\.data = opts === null [^;]*;/, 'this.data = opts.result?.error.data;'],
  [/\tthis\.name = "TRPCClientError";\n/, ''],
  [
    /const meta = \{\};[^]*?return \{\s*json,\s*meta\s*\};/,
    'return { json: await (await fetchHTTPResponse(opts)).json() };',
  ],
  [/\t*let meta = void 0;\n/, ''],
  [/\t*meta = res\.meta;\n/, ''],
  [/\t*context: res\.meta,\n/, ''],
  [/, \{ meta \}\)/g, ')'],
];

/** The plugin. @throws {Error} where a package is no longer as a cut expects it, or the widget needs what was cut. */
export function vendor(): Plugin {
  // Of the packages that a build has; not every build has all of them.
  const known = new Set<Cut>();
  const made = new Set<Cut>();
  return {
    name: 'vendor',
    transform(code, id) {
      const [needed] = (/\/widget\/.*\.ts$/.test(id) && NEEDED.exec(code)) || [];
      if (needed !== undefined)
        throw new Error(`${id} has “${needed}”, which needs what is left out of lit.`);
      const cuts = cutsOf(id);
      if (cuts.length === 0) return null;
      const cut = cuts.reduce((left, one) => {
        known.add(one);
        if (one[0].test(left)) made.add(one);
        return left.replace(...one);
      }, code);
      return { code: cut, map: null };
    },
    buildEnd(error) {
      const gone = [...known].filter((one) => !made.has(one)).map(([what]) => String(what));
      if (error !== undefined || gone.length === 0) return;
      throw new Error(
        `Nothing in lit and tRPC is like this any more; cut again what is not needed:\n${gone.join('\n')}`,
      );
    },
  };
}

function cutsOf(id: string): readonly Cut[] {
  if (/@trpc\/(?:client|server)\/dist\//.test(id)) return [...TRPC, ...CALLS];
  if (id.endsWith('lit-html/directives/repeat.js')) return LISTS;
  return /node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\/[\w-]+\.js$/.test(id)
    ? [...LIT, ...ELEMENTS]
    : [];
}

// The pages with the element on them: what each is made with, where it stands and what its policy allows. Data only.

/** A page with the element on it. */
export interface HostPage {
  /** What it is made with, as a test says it. */
  readonly name: string;
  /** The folder of its sources, and of its build inside of that. */
  readonly folder: Folder;
  /** Where it stands, from the root of the server. */
  readonly path: string;
  /** The trusted types that its framework makes beside those of the element; undefined where it lives without them being enforced. */
  readonly trusted: readonly string[] | undefined;
  /** Whether a server renders it for each request, with scripts in it, so that its policy needs a nonce. */
  readonly isRendered: boolean;
}

/** A folder that is built. */
export type Folder = 'plain' | 'react' | 'vue' | 'svelte' | 'angular' | 'next';

const STRICT = { trusted: [], isRendered: false } as const;

/** Every page. */
export const HOST_PAGES: readonly HostPage[] = [
  { name: 'plain HTML', folder: 'plain', path: '/hosts/plain/', ...STRICT },
  { name: 'React, by the wrapper', folder: 'react', path: '/hosts/react/', ...STRICT },
  { name: 'React, by the tag', folder: 'react', path: '/hosts/react/element.html', ...STRICT },
  { name: 'Vue', folder: 'vue', path: '/hosts/vue/', trusted: ['vue'], isRendered: false },
  {
    name: 'Svelte',
    folder: 'svelte',
    path: '/hosts/svelte/',
    trusted: ['svelte-trusted-html'],
    isRendered: false,
  },
  { name: 'Angular', folder: 'angular', path: '/hosts/angular/', trusted: ['angular'], isRendered: false },
  {
    name: 'Next.js, rendered on the server',
    folder: 'next',
    path: '/hosts/next',
    trusted: undefined,
    isRendered: true,
  },
];

/** Every folder, in the order of building. */
export const FOLDERS: readonly Folder[] = [...new Set(HOST_PAGES.map(({ folder }) => folder))];

/** The policy that the page is served with, word for word but for a nonce. */
export function policyOf({ trusted, isRendered }: HostPage): string {
  const scripts = isRendered ? "script-src 'strict-dynamic'" : "script-src 'self'";
  const types =
    trusted === undefined
      ? ''
      : ` require-trusted-types-for 'script'; trusted-types ${['lit-html', ...trusted].join(' ')};`;
  return `default-src 'none'; ${scripts}; style-src 'self'; connect-src 'self';${types} base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

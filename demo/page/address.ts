// What the address bar says, and how to say it. Pure but for the type of the address.

/** What the page shows, as far as an address can say it. */
export interface Place {
  readonly policy: string;
  /** The view of the widget, or `home` for the host's own home screen. */
  readonly view: string;
  readonly as: string;
  readonly filter: string;
  readonly person: string;
  readonly theme: string;
  /** The name of a look of `looks.css`. */
  readonly look: string;
  readonly density: string;
  /** The language around the widget; the page itself is in English. */
  readonly language: string;
  readonly width: string;
}

/** What an address leaves out because it goes without saying. */
const PLAIN = {
  as: 'owner',
  filter: '',
  person: '',
  theme: 'light',
  look: 'plain',
  density: 'comfortable',
  language: 'en',
  width: 'full',
} as const;

/** Reads an address of the form `/app/<policy>/<view>?as=…`. */
export function readPlace({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Place {
  const [policy = '', view = ''] = pathname.split('/').slice(2);
  const query = new URLSearchParams(search);
  const said = (key: keyof typeof PLAIN): string => query.get(key) ?? PLAIN[key];
  return {
    policy,
    view,
    as: said('as'),
    filter: said('filter'),
    person: said('person'),
    theme: said('theme'),
    look: said('look'),
    density: said('density'),
    language: said('language'),
    width: said('width'),
  };
}

/** Writes the address of a place. */
export function writePlace(place: Place): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(PLAIN) as (keyof typeof PLAIN)[])
    if (place[key] !== PLAIN[key]) query.set(key, place[key]);
  return `/app/${place.policy}/${place.view}${query.size === 0 ? '' : `?${query}`}`;
}

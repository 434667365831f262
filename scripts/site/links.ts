// Finds what a built site leads to and does not have. Pure: no files.

/** The links between the pages of a site, by their files, that lead nowhere: to no file, or to no place on it. */
export function deadLinks(pages: ReadonlyMap<string, string>, has: (file: string) => boolean): string[] {
  const places = new Map(
    [...pages].map(([file, html]) => [
      file,
      new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );
  return [...pages].flatMap(([file, html]) =>
    [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(([, link]) => {
      if (/^[a-z]+:/.test(link!)) return [];
      const { pathname, hash } = new URL(link!.replaceAll('&amp;', '&'), `http://site/${file}`);
      const path = pathname.slice(1);
      const isThere = has(path) && (hash === '' || (places.get(path)?.has(hash.slice(1)) ?? true));
      return isThere ? [] : [`${file} leads to ${link}`];
    }),
  );
}

/** What pages fetch from other places than the site by themselves. */
export function foreignRequests(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([file, html]) =>
    [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)="([a-z]+:[^"]*)"/g)].map(
      ([, address]) => `${file} asks ${address}`,
    ),
  );
}

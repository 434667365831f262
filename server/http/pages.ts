// All pages that the server itself shows, as one application. Holds the wiring only.
import { Hono } from 'hono';
import { invitationPages } from './invitation-page.ts';
import { linkPages } from './link-page.ts';
import type { SiteParts } from './page-site.ts';
import { createSite, pathTo } from './page-site.ts';
import { passwordPages } from './password-page.ts';
import { signInPages } from './sign-in-page.ts';

/** The served pages: invitations, links of accounts, signing in and out, the own password. */
export function servedPages(parts: SiteParts): Hono {
  const site = createSite(parts);
  const pages = new Hono();
  // The address that the server prints at its start leads somewhere.
  pages.get('/', (c) => c.redirect(pathTo(site, '/sign-in'), 303));
  for (const part of [invitationPages, linkPages, signInPages, passwordPages]) pages.route('/', part(site));
  return pages;
}

// The one page of the demo's OpenID provider: who do you want to be?
import { html } from 'hono/html';
import type { IdentityAccount } from './identity-accounts.ts';

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;min-height:100dvh;display:grid;place-items:center;background:light-dark(#eef3ee,#111613)}
main{width:min(420px,calc(100% - 32px));padding:32px;border-radius:16px;background:light-dark(#fff,#1a211d)}
h1{margin:0 0 4px;font-size:20px}p{margin:0 0 20px;color:light-dark(#55605a,#a3aea8)}
ul{margin:0;padding:0;list-style:none;display:grid;gap:8px}
a{display:block;padding:12px 16px;border-radius:10px;border:1px solid light-dark(#dbe3dd,#2d3832);color:inherit;text-decoration:none}
a:hover{border-color:#2f7d57}a:focus-visible{outline:2px solid #2f7d57;outline-offset:2px}
small{display:block;color:light-dark(#55605a,#a3aea8)}`;

/** The page; whoever is hinted at comes first. */
export function chooserPage(accounts: readonly IdentityAccount[], hint: string): string {
  const sorted = accounts.toSorted((a, b) => Number(b.email === hint) - Number(a.email === hint));
  return String(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Meridian ID</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>Meridian ID</h1>
          <p>The demo’s identity provider. Who are you today?</p>
          <ul>
            ${sorted.map(
              ({ sub, name, email, groups }) =>
                html`<li>
                  <a href="?as=${sub}">${name}<small>${email} · ${groups.join(', ')}</small></a>
                </li>`,
            )}
          </ul>
        </main>
      </body>
    </html>`);
}

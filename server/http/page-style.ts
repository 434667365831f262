// The one style sheet of the pages that this server shows itself, and its name for the security policy. No markup.
import { createHash } from 'node:crypto';

/** The style sheet: two colour schemes by the browser's wish, any width from 320 pixels, either direction of text. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#f6f7f9;--card:#fff;--line:#e3e6ea;--edge:#868e98;--ink:#16191d;--quiet:#5b636d;--accent:#2b59d9;--on-accent:#fff;--soft:#eef2fe;--warn:#8a4b00;--warn-soft:#fff5e6;--bad:#b3261e;--bad-soft:#fdecea}
@media(prefers-color-scheme:dark){:root{--paper:#0f1114;--card:#181b1f;--line:#2a2f36;--edge:#727b86;--ink:#eceef1;--quiet:#a0a8b2;--accent:#8fadff;--on-accent:#0d1530;--soft:#1d2740;--warn:#ffc46b;--warn-soft:#2e2413;--bad:#ff9d94;--bad-soft:#351a18}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:24px 16px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{width:100%;max-width:480px;padding:36px;background:var(--card);border:1px solid var(--line);border-radius:16px;box-shadow:0 1px 2px rgb(0 0 0/.04),0 12px 32px rgb(0 0 0/.06);overflow-wrap:anywhere}
.mark{display:grid;place-items:center;width:44px;height:44px;margin:0 0 20px;border-radius:12px;background:var(--soft);color:var(--accent);font-weight:650;font-size:20px}
h1{margin:0 0 8px;font-size:22px;line-height:1.3;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
h2{margin:24px 0 8px;font-size:16px;font-weight:600}
p{margin:0 0 16px}p:last-child{margin-bottom:0}
.quiet{color:var(--quiet)}
dl{margin:24px 0;border-block:1px solid var(--line)}
dl div{display:grid;grid-template-columns:88px 1fr;gap:4px 16px;padding:12px 0}
dl div+div{border-top:1px solid var(--line)}
dt{color:var(--quiet)}dd{margin:0}dd strong{font-weight:600}dd span{display:block;color:var(--quiet);font-size:14px}
blockquote{margin:24px 0;padding-block:2px;padding-inline:16px 0;border-inline-start:3px solid var(--line);color:var(--quiet);white-space:pre-line}
ul{margin:0 0 20px;padding-inline-start:20px}li{margin:4px 0}
.notice,.alert{margin:0 0 20px;padding:12px 16px;border-radius:10px;background:var(--warn-soft);color:var(--warn)}
.alert{background:var(--bad-soft);color:var(--bad)}
.field{margin:0 0 16px}
label{display:block;margin:0 0 6px;font-weight:550}
label span{color:var(--quiet);font-weight:400}
input{width:100%;min-height:44px;padding:9px 12px;border:1px solid var(--edge);border-radius:10px;background:var(--card);color:var(--ink);font:inherit}
input[aria-invalid=true]{border-color:var(--bad)}
.hint{margin:6px 0 0;color:var(--quiet);font-size:14px}
.wrong{margin:6px 0 0;color:var(--bad);font-size:14px}
.rules{margin:6px 0 0;padding-inline-start:20px;color:var(--quiet);font-size:14px}.rules .failed{color:var(--bad);font-weight:550}
.actions{display:flex;flex-wrap:wrap;gap:12px;margin:0}.actions+.actions{margin-top:12px}p.actions:not(:last-child){margin-bottom:0}
h1+form,h1+.actions,h1+.alert,h1+.notice{margin-top:20px}form+.actions{margin-top:12px}
.button{flex:1 1 auto;min-height:44px;padding:9px 20px;border:1px solid transparent;border-radius:10px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.button.plain{flex:0 1 auto;background:none;border-color:color-mix(in srgb,var(--line),var(--edge) 45%);color:var(--ink);font-weight:500}
.button.wide{flex:1 1 100%}.actions+.actions .button.plain{flex:1 1 auto}
.button:hover{filter:brightness(1.06)}.button.plain:hover{background:var(--paper);filter:none}
.like-link{min-height:32px;padding:4px 0;border:0;background:none;color:var(--accent);font:inherit;text-align:start;text-decoration:underline;cursor:pointer}
.button:focus-visible,a:focus-visible,input:focus-visible,.like-link:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
input:focus-visible{outline-offset:0;border-color:var(--accent)}
.or{display:flex;align-items:center;gap:12px;margin:20px 0;color:var(--quiet);font-size:14px}
.or::before,.or::after{content:"";flex:1;border-top:1px solid var(--line)}
.foot{margin:20px 0 0}
bdi:has(wbr){display:inline-block;max-width:100%}
:lang(ar) h1{letter-spacing:0}
:lang(ja) :is(h1,.button){word-break:auto-phrase}
a{color:var(--accent)}
@media(max-width:420px){main{padding:24px}dl div{grid-template-columns:1fr}.button,.button.plain{flex:1 1 100%}}
@media(forced-colors:active){main,.mark,.button{border:1px solid}}
`;

/** How the security policy names the style sheet. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

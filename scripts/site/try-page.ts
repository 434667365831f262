// The page to try the element on: its controls, and the looks that the document about theming shows. Pure: no files.
import type { PageParts } from './frame.ts';
import { escape } from './render.ts';

/** What can be chosen, each with what it is called. */
const CHOICES: Readonly<Record<string, readonly (readonly [value: string, label: string])[]>> = {
  Policy: [
    ['tables', 'tables'],
    ['collaborators', 'collaborators'],
    ['packages', 'packages'],
    ['workspaces', 'workspaces'],
    ['directory', 'directory'],
  ],
  Look: [
    ['plain', 'Plain'],
    ['paper', 'Paper'],
    ['console', 'Console'],
  ],
  Density: [
    ['', 'Comfortable'],
    ['compact', 'Compact'],
  ],
  Language: [
    ['en', 'English'],
    ['de', 'Deutsch'],
    ['fr', 'Français'],
    ['es', 'Español'],
    ['ja', '日本語'],
    ['ar', 'العربية'],
  ],
};

const ABOUT =
  'The element on a server in this page’s memory: nothing is sent, and loading the page again undoes it.';

/** The page, without the element, which its script puts in. */
export function tryPage(): PageParts {
  const controls = Object.entries(CHOICES).map(([name, choices]) => {
    const options = choices.map(([value, label]) => `<option value="${value}">${escape(label)}</option>`);
    return `<label>${name} <select name="${name.toLowerCase()}">${options.join('')}</select></label>`;
  });
  const html = `<h1>Try it</h1>
<p>${ABOUT} Invite somebody, change a role, look at yourself being refused. The two looks beside the plain one are those of <a href="theming.html#three-examples">Theming</a>.</p>
<form class="choices" aria-label="How it is shown">${controls.join('\n')}</form>
<div id="stage" lang="en"></div>
<h2 id="how">How this looks in a page</h2>
<pre tabindex="0"><code id="markup"></code></pre>
`;
  const more = '<link rel="stylesheet" href="try.css">\n<script type="module" src="try.js"></script>\n';
  return { target: 'try.html', title: 'Try it', about: ABOUT, html, headings: [], more };
}

/** The style sheets of looks in the Markdown `theming`, each for the moment that it is chosen. */
export function tryStyles(theming: string): string {
  return [...theming.matchAll(/^```css\n\/\* (paper|console)\.css \*\/\n([^]*?)^```$/gm)]
    .map(([, name, rules]) => rules!.replaceAll(/^user-admin/gm, `[data-look='${name}'] user-admin`))
    .join('\n');
}

// What every page of the site does: the theme, and the search through headings. Runs in a browser; asks only its own files.

/** An entry of the search: the document, the heading in it, and where that is. */
type Entry = readonly [document: string, heading: string, address: string];

const MOST = 12;

const root = document.body.dataset['root']!;
const theme = document.querySelector<HTMLSelectElement>('.theme select')!;
const search = document.querySelector<HTMLInputElement>('.search input')!;
const found = document.querySelector<HTMLUListElement>('#found')!;

theme.value = localStorage.getItem('theme') ?? '';
showTheme();
theme.addEventListener('change', () => {
  localStorage.setItem('theme', theme.value);
  showTheme();
});

// On a small screen the documents would stand before what is read.
if (innerWidth < 900) document.querySelector('nav details')?.removeAttribute('open');

let entries: Promise<readonly Entry[]> | undefined;
search.addEventListener('input', () => void look());
search.form!.addEventListener('submit', (event) => {
  event.preventDefault();
  found.querySelector('a')?.click();
});
search.form!.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});
document.addEventListener('click', (event) => {
  if (!search.form!.contains(event.target as Node)) close();
});

/** Shows the headings that have all words that are typed, those of documents first. */
async function look(): Promise<void> {
  entries ??= fetch(`${root}search.json`).then((reply) => reply.json() as Promise<readonly Entry[]>);
  const all = await entries;
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ([title, heading]: Entry): boolean => {
    const text = `${title} ${heading}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const hits = words.length === 0 ? [] : all.filter(fits).sort(titlesFirst).slice(0, MOST);
  found.replaceChildren(...hits.map(lineOf));
  if (words.length > 0 && hits.length === 0) {
    const none = document.createElement('li');
    none.textContent = 'No heading has these words.';
    found.append(none);
  }
  found.hidden = words.length === 0;
}

function titlesFirst([, a]: Entry, [, b]: Entry): number {
  return Number(a !== '') - Number(b !== '');
}

function lineOf([title, heading, address]: Entry): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = root + address;
  link.textContent = heading === '' ? title : `${title}: ${heading}`;
  line.append(link);
  return line;
}

function close(): void {
  found.hidden = true;
}

function showTheme(): void {
  document.documentElement.dataset['theme'] = theme.value;
}

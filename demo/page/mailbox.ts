// The mailbox: what arrived at the demo's mail server, newest first, kept up to date.

/** A mail as the demo's server lists it. */
export interface Mail {
  readonly id: number;
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly hasHtml: boolean;
}

/** How often the server is asked, in milliseconds. */
const PERIOD = 1500;

const list = document.querySelector<HTMLElement>('#list')!;
const silence = document.querySelector<HTMLElement>('#silence')!;
const sheet = document.querySelector<HTMLElement>('#mail')!;
let known: readonly Mail[] | undefined;
let openId: number | undefined;

function element(tag: string, content: string | Node[], className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...(typeof content === 'string' ? [content] : content));
  return made;
}

async function look(): Promise<void> {
  const response = await fetch('/mails');
  const { mails } = (await response.json()) as { mails: Mail[] };
  if (known !== undefined && known[0]?.id === mails[0]?.id) return;
  known = mails;
  drawList();
  if (openId === undefined) open(mails[0]);
}

function drawList(): void {
  const focused = document.activeElement?.getAttribute('data-id');
  const items = known!.map((mail) => {
    const button = element('button', [
      element('b', mail.subject),
      element('span', mail.to.join(', ')),
      moment(mail.at),
    ]);
    button.dataset['id'] = String(mail.id);
    if (mail.id === openId) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => choose(mail));
    return element('li', [button]);
  });
  list.replaceChildren(
    ...(items.length === 0
      ? [element('li', 'No mail yet. Invite somebody, and it arrives here.', 'empty')]
      : items),
  );
  if (focused) list.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
}

/** Opens a mail by hand; on a narrow page it stands below the list, and in a long list its beginning is out of sight. */
function choose(mail: Mail): void {
  open(mail);
  const { top } = sheet.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) sheet.scrollIntoView();
}

function open(mail: Mail | undefined): void {
  if (mail === undefined) return;
  openId = mail.id;
  drawList();
  const heads = element('dl', [
    ...field('From', mail.from),
    ...field('To', mail.to.join(', ')),
    element('dt', 'Arrived'),
    element('dd', [moment(mail.at)]),
  ]);
  sheet.replaceChildren(
    element('h2', mail.subject),
    heads,
    element('pre', linked(mail.text)),
    ...(mail.hasHtml ? [element('h3', 'The same as HTML'), frame(mail)] : []),
  );
}

function field(name: string, value: string): HTMLElement[] {
  return [element('dt', name), element('dd', value)];
}

function moment(at: number): HTMLElement {
  const time = document.createElement('time');
  time.dateTime = new Date(at).toISOString();
  time.textContent = new Date(at).toLocaleTimeString();
  return time;
}

/** The text with its addresses as links, made of nodes and never of markup. */
function linked(text: string): Node[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, index) => {
    if (index % 2 === 0) return document.createTextNode(piece);
    const link = document.createElement('a');
    link.href = link.textContent = piece;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  });
}

function frame({ id, subject }: Mail): HTMLElement {
  const made = document.createElement('iframe');
  made.title = `${subject} as HTML`;
  made.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  made.src = `/mails/${id}/html`;
  return made;
}

/** Asks again and again; says so while nobody answers, as when the demo was stopped. */
async function lookOn(): Promise<void> {
  try {
    await look();
    silence.hidden = true;
  } catch (error) {
    // What fetch throws where nobody answers; anything else is a mistake of this page.
    if (!(error instanceof TypeError)) throw error;
    silence.hidden = false;
  }
  setTimeout(() => void lookOn(), PERIOD);
}

await lookOn();

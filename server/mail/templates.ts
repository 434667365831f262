// The words and looks of mails. Whatever people typed is text in them: never markup, never a header, never something to click.

/** What the mail of an invitation says. */
export interface InvitationLetter {
  readonly workspace: string;
  /** Null where the operator invited. */
  readonly inviter: string | null;
  /** The name of the invited person; empty where none is known. */
  readonly name: string;
  readonly email: string;
  readonly roles: readonly { readonly name: string; readonly description: string }[];
  /** The personal message; empty where there is none. */
  readonly message: string;
  readonly link: string;
  readonly expiresAt: number;
}

/** A letter ready to send. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The most characters of a name in a subject. */
const SUBJECT_NAME = 60;

/** The letter that invites somebody: who invites whom to what, what the role means, what to do, until when. */
export function invitationLetter(letter: InvitationLetter): Letter {
  const workspace = unlinked(letter.workspace);
  const inviter = letter.inviter === null ? null : unlinked(letter.inviter);
  const lead =
    inviter === null
      ? `You have been invited to join ${workspace}`
      : `${inviter} has invited you to join ${workspace}`;
  const parts: Parts = {
    lead,
    greeting: letter.name === '' ? 'Hello,' : `Hello ${unlinked(letter.name)},`,
    roles: letter.roles,
    quote:
      letter.message === ''
        ? null
        : { from: inviter ?? workspace, lines: unlinked(letter.message).split('\n') },
    steps: `Open the link, check the details and choose Accept. It works once, for ${letter.email}, until ${moment(letter.expiresAt)}.`,
    calm: 'If you did not expect this invitation, you can ignore this mail. Nothing happens unless you accept.',
    link: letter.link,
  };
  const subject =
    inviter === null
      ? `Invitation to ${short(workspace)}`
      : `${short(inviter)} invited you to ${short(workspace)}`;
  return { subject: subject.replace(/[\p{Cc}\s]+/gu, ' '), text: asText(parts), html: asHtml(parts) };
}

interface Parts {
  readonly lead: string;
  readonly greeting: string;
  readonly roles: InvitationLetter['roles'];
  readonly quote: { readonly from: string; readonly lines: readonly string[] } | null;
  readonly steps: string;
  readonly calm: string;
  readonly link: string;
}

function asText({ lead, greeting, roles, quote, steps, calm, link }: Parts): string {
  return [
    greeting,
    `${lead}.`,
    ...roles.map(({ name, description }) => `Your role: ${name}. ${description}`),
    ...(quote === null
      ? []
      : [`${quote.from} writes:\n${quote.lines.map((line) => `> ${line}`.trimEnd()).join('\n')}`]),
    link,
    steps,
    calm,
    '',
  ].join('\n\n');
}

const STYLE = `body{margin:0;padding:32px 16px;background:#f4f5f7;color:#1c2024;font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.card{max-width:520px;margin:0 auto;padding:32px;background:#fff;border:1px solid #e2e5e9;border-radius:12px}
h1{margin:0 0 16px;font-size:20px;line-height:1.35;font-weight:600}p{margin:0 0 16px}
blockquote{margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid #d5d9de;color:#4a5159}
.button{display:inline-block;padding:11px 20px;border-radius:8px;background:#2f5bd8;color:#fff;font-weight:600;text-decoration:none}
.quiet{color:#626a73;font-size:14px}.link{word-break:break-all;color:#2f5bd8}
@media(prefers-color-scheme:dark){body{background:#111316;color:#e8eaed}.card{background:#1a1d21;border-color:#2c3137}blockquote{border-color:#3a4048;color:#b4bac2}.quiet{color:#9aa2ab}.link{color:#9db5ff}}`;

function asHtml({ lead, greeting, roles, quote, steps, calm, link }: Parts): string {
  const rows = [
    `<h1>${escaped(lead)}</h1>`,
    `<p>${escaped(greeting)}</p>`,
    ...roles.map(
      ({ name, description }) =>
        `<p>Your role: <strong>${escaped(name)}</strong>. ${escaped(description)}</p>`,
    ),
    ...(quote === null
      ? []
      : [
          `<p>${escaped(quote.from)} writes:</p>\n<blockquote>${quote.lines.map(escaped).join('<br>')}</blockquote>`,
        ]),
    `<p><a class="button" href="${escaped(link)}">See the invitation</a></p>`,
    `<p class="quiet">${escaped(steps)}</p>`,
    `<p class="quiet">If the button does not work, copy this address into your browser:<br><a class="link" href="${escaped(link)}">${escaped(link)}</a></p>`,
    `<p class="quiet">${escaped(calm)}</p>`,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no,address=no,email=no,date=no,url=no">
<title>${escaped(lead)}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="card">
${rows.join('\n')}
</div>
</body>
</html>
`;
}

/**
 * Text that people typed, so that no mail program makes a link of it: a space goes where a host name, a scheme
 * or a number of four parts would hold together. Whoever may name a workspace could otherwise send links to anybody (SEC_B22).
 */
export function unlinked(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}\p{M}_-])[.\u2024\u3002\uff0e\uff61](?=[\p{L}\p{N}_-])/gu, (dot, at: number) =>
      isDecimalPoint(text, at) ? dot : `${dot} `,
    )
    .replace(/(?<=[\p{L}\p{N}+.-]):(?=[^\s\d])/gu, ': ')
    .replace(/(?<=\S)@(?=\S)/g, ' @ ');
}

/** Whether the dot at `at` stands in a number of two parts, as in `1.5`. */
function isDecimalPoint(text: string, at: number): boolean {
  return (
    /(?<![\d.])\d+$/.test(text.slice(Math.max(0, at - 20), at)) &&
    /^\.\d+(?![\d.\p{L}])/u.test(text.slice(at, at + 20))
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function short(name: string): string {
  const characters = [...name];
  return characters.length > SUBJECT_NAME ? `${characters.slice(0, SUBJECT_NAME - 1).join('')}…` : name;
}

/** A moment for somebody whose place in the world is unknown. */
function moment(at: number): string {
  return `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;
}

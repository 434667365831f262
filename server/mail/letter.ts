// The looks of mails: the parts of a letter as plain text and as HTML. Whatever people typed comes in neutralised (plain.ts). Pure.
import type { Language } from '../../shared/accounts/account.ts';
import { asHeader, escaped } from './plain.ts';
import { directionOf } from './words-forms.ts';

/** A letter ready to send. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What stands in a letter, from top to bottom. */
export interface LetterParts {
  readonly language: Language;
  readonly subject: string;
  /** What it is about, as a sentence without its full stop. */
  readonly lead: string;
  /** The same with its full stop. */
  readonly opening: string;
  readonly greeting: string;
  readonly paragraphs: readonly Paragraph[];
  /** What a person wrote to the reader. */
  readonly quote?: { readonly intro: string; readonly lines: readonly string[] } | null;
  /** The one thing to do, where there is one. */
  readonly action?: LetterAction | null;
  /** What to make of a mail that was not expected. */
  readonly calm: string;
}

/** Plain text, or text with one strong part in it. */
export type Paragraph = string | { readonly before: string; readonly strong: string; readonly after: string };

/** A link with the words around it. */
export interface LetterAction {
  readonly link: string;
  readonly button: string;
  readonly steps: string;
  /** What to do where the button does not work. */
  readonly fallback: string;
}

const STYLE = (
  start: 'left' | 'right',
) => `body{margin:0;padding:32px 16px;background:#f4f5f7;color:#1c2024;font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.card{max-width:520px;margin:0 auto;padding:32px;background:#fff;border:1px solid #e2e5e9;border-radius:12px}
h1{margin:0 0 16px;font-size:20px;line-height:1.35;font-weight:600;text-wrap:balance}p{margin:0 0 16px}
blockquote{margin:0 0 16px;padding:2px 0;padding-${start}:16px;border-${start}:3px solid #d5d9de;color:#4a5159}
.button{display:inline-block;padding:11px 20px;border-radius:8px;background:#2f5bd8;color:#fff;font-weight:600;text-decoration:none}
.card>:last-child{margin:0}.quiet{color:#626a73;font-size:14px}.link{word-break:break-all;color:#2f5bd8}
@media(prefers-color-scheme:dark){body{background:#111316;color:#e8eaed}.card{background:#1a1d21;border-color:#2c3137}blockquote{border-color:#3a4048;color:#b4bac2}.quiet{color:#9aa2ab}.link{color:#9db5ff}}`;

/** The letter of these parts. */
export function layOut(parts: LetterParts): Letter {
  return { subject: asHeader(parts.subject), text: asText(parts), html: asHtml(parts) };
}

function asText({ opening, greeting, paragraphs, quote, action, calm }: LetterParts): string {
  return [
    greeting,
    opening,
    ...paragraphs.map((part) =>
      typeof part === 'string' ? part : `${part.before}${part.strong}${part.after}`,
    ),
    ...(quote ? [`${quote.intro}\n${quote.lines.map((line) => `> ${line}`.trimEnd()).join('\n')}`] : []),
    ...(action ? [action.link, action.steps] : []),
    calm,
    '',
  ].join('\n\n');
}

function asHtml(parts: LetterParts): string {
  const direction = directionOf(parts.language);
  // The card says it too, because some mail programs keep nothing that stands around it.
  return `<!doctype html>
<html lang="${parts.language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no,address=no,email=no,date=no,url=no">
<title>${escaped(parts.lead)}</title>
<style>${STYLE(direction === 'rtl' ? 'right' : 'left')}</style>
</head>
<body>
<div class="card" lang="${parts.language}" dir="${direction}">
${rowsOf(parts).join('\n')}
</div>
</body>
</html>
`;
}

function rowsOf({ lead, greeting, paragraphs, quote, action, calm }: LetterParts): string[] {
  return [
    `<h1>${escaped(lead)}</h1>`,
    `<p>${escaped(greeting)}</p>`,
    ...paragraphs.map((part) =>
      typeof part === 'string'
        ? `<p>${escaped(part)}</p>`
        : `<p>${escaped(part.before)}<bdi><strong>${escaped(part.strong)}</strong></bdi>${escaped(part.after)}</p>`,
    ),
    ...(quote
      ? [
          `<p>${escaped(quote.intro)}</p>\n<blockquote>${quote.lines.map((line) => `<bdi>${escaped(line)}</bdi>`).join('<br>')}</blockquote>`,
        ]
      : []),
    ...(action ? actionRows(action) : []),
    `<p class="quiet">${escaped(calm)}</p>`,
  ];
}

function actionRows({ link, button, steps, fallback }: LetterAction): string[] {
  const href = escaped(link);
  return [
    `<p><a class="button" href="${href}">${escaped(button)}</a></p>`,
    `<p class="quiet">${escaped(steps)}</p>`,
    `<p class="quiet">${escaped(fallback)}<br><a class="link" dir="ltr" href="${href}">${href}</a></p>`,
  ];
}

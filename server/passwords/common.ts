// Whether a password is among the first that are tried. Server only: the list is too long for a page.

/** How many of the most common passwords count, the first being the most common. */
const COMMON = 3000;
/** What people put behind a common password to please the rules: at most so many digits and signs. */
const SUFFIX = /^(?<stem>.*\p{L})[^\p{L}]{1,6}$/u;
/** Signs that stand for letters in passwords that only look hard. */
const LETTERS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

let list: Promise<ReadonlySet<string>> | undefined;

/**
 * Whether the password, in whatever case, with the usual signs for letters or with a few digits and signs behind it, is one of the
 * 3,000 most common ones (SEC_C02).
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const common = await (list ??= readList());
  const folded = password.toLowerCase();
  const stem = SUFFIX.exec(folded)?.groups?.['stem'];
  const spelled = [folded, ...(stem === undefined ? [] : [stem])];
  return [...spelled, ...spelled.map(inLetters)].some((text) => common.has(text));
}

function inLetters(text: string): string {
  return text.replace(/[@431!0$5]/g, (sign) => LETTERS[sign]!);
}

/** The list is unpacked when somebody first chooses a password, in some 20 ms, and only its beginning is kept. */
async function readList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].slice(0, COMMON).map((text) => text.toLowerCase()));
}

// How the sentences of a language count and write numbers. Knows nothing of the widget, so that a language can be loaded by itself.

/** A sentence for each way in which a language counts; those that are left out are `other`. */
export type CountForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A name inside a sentence: it keeps the direction it is written in, and the sentence keeps its own. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

let regional: Intl.NumberFormat | undefined;

/** Has sentences write numbers as `tag` does from now on, which says more than their language where it names a region, such as `ar-EG`. */
export function writeNumbersAs(tag: string): void {
  regional = new Intl.NumberFormat(tag);
}

/** What the sentences of the language `tag` need. */
export function formatsOf(tag: string): {
  /** A number with separators. */
  number(value: number): string;
  /** The form that the language counts with. */
  counted(count: number, forms: CountForms): string;
  /** Words joined as in a sentence. */
  list(words: readonly string[], type?: 'conjunction' | 'disjunction'): string;
} {
  const number = new Intl.NumberFormat(tag);
  const rules = new Intl.PluralRules(tag);
  return {
    number: (value) => (regional ?? number).format(value),
    counted: (count, forms) => forms[rules.select(count)] ?? forms.other,
    list: (words, type = 'conjunction') => new Intl.ListFormat(tag, { type }).format(words),
  };
}

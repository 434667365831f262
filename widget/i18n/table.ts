// The tables of sentences. Each is written in English beside the code that says it; another language is laid over all of them at once. No I/O.

/** The same texts in another language: a text for each text, a function of the same arguments for each function. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Said
    ? (...args: Args) => Words<Said>
    : T extends object
      ? { readonly [Key in keyof T]: Words<T[Key]> }
      : T;

/** What a language says, by the names of the tables; what it lacks stays English. */
export type Sentences = Readonly<Record<string, object>>;

const tables = new Map<string, readonly [table: object, english: object]>();
let spoken: Sentences = {};

/** A table of sentences under its name, which no other table has. What is read of it is in the language spoken at that moment. */
export function table<T extends object>(name: string, english: T): Words<T> {
  const own = { ...english };
  tables.set(name, [own, english]);
  return Object.assign(own, spoken[name]) as unknown as Words<T>;
}

/** Lays `sentences` over the English of every table, those that are loaded later too. What is on the screen has to be drawn again. */
export function lay(sentences: Sentences): void {
  spoken = sentences;
  for (const [name, [own, english]] of tables) Object.assign(own, english, sentences[name]);
}

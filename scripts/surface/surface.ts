// What the public surface of the elements is made of: everything that a page may rely on. Types only.

/** Something of an element with a name and a sentence. */
export interface Named {
  readonly name: string;
  /** What it is, in Markdown. */
  readonly text: string;
}

/** A property, and its attribute where it has one. */
export interface Property extends Named {
  /** The attribute; null where there is none. */
  readonly attribute: string | null;
  /** Whether the attribute follows the property. */
  readonly isReflected: boolean;
  /** The type as it stands in the source. */
  readonly type: string;
  /** What makes sense as a value, where that is a list: `@values light dark`. */
  readonly values: readonly string[];
}

/** A method that a page may call. */
export interface Method extends Named {
  /** The parameters as they stand in a declaration. */
  readonly parameters: string;
  readonly returns: string;
}

/** An event that leaves the element. */
export interface ElementEvent extends Named {
  /** The class as it stands in the map of events. */
  readonly type: string;
  readonly carries: readonly (Named & { readonly type: string })[];
  readonly isCancelable: boolean;
}

/** A property of style sheets. */
export interface CssProperty extends Named {
  readonly initial: string;
}

/** One element. */
export interface ElementSurface extends Named {
  readonly className: string;
  /** The file, from the root. */
  readonly file: string;
  readonly properties: readonly Property[];
  readonly methods: readonly Method[];
  readonly events: readonly ElementEvent[];
  readonly slots: readonly Named[];
  readonly parts: readonly Named[];
  readonly cssProperties: readonly CssProperty[];
}

// What the first rows say in German.
export * from './strings.ts';
export * from './failure-strings.ts';
export * from './format-strings.ts';
export * from './policy-words.ts';

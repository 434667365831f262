// What the element that only signs in says in French.
export * from './sign-in-strings.ts';
export * from './failure-strings.ts';
export * from './format-strings.ts';

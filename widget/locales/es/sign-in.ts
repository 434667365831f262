// What the element that only signs in says first, in Spanish.
export * from './sign-in-strings.ts';
export * from './failure-strings.ts';
export * from './format-strings.ts';

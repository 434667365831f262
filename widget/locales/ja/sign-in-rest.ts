// What the element that only signs in says a little later, in Japanese.
export * from './reasons.ts';

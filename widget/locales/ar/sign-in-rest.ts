// What the element that only signs in says a little later, in Arabic.
export * from './reasons.ts';

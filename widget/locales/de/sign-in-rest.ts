// What the element that only signs in says a little later, in German.
export * from './reasons.ts';

// What the element that only signs in says a little later, in Spanish.
export * from './reasons.ts';

// The rest of what the element that only signs in says in French.
export * from './reasons.ts';

// Everything else that is said in German.
export * from './reasons.ts';

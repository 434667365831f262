// The sentences of refusals as a file of their own, so that no byte of them delays the first rows.
export { ERRORS } from '../../shared/errors.ts';

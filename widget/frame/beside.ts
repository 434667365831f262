// What is asked for behind the first rows, or instead of them, in one file: what is said and shown where there is nothing else to show.
export { REASONS } from '../i18n/reasons.ts';
export { EmptyStateElement } from '../ui/empty-state.ts';

// The public door of the widget: the element, its events, and what to register. No side effects.
export * from './events.ts';
export * from './invitations/events.ts';
export * from './members/events.ts';
export * from './permissions/events.ts';
export { ENTRY_ELEMENTS } from './entry-elements.ts';
export { UserAdminElement } from './user-admin.ts';
export type { Token } from './client/token.ts';
export type { Links } from './frame/links.ts';

// The public door of the widget: the element, its events, and what to register. No side effects.
export * from './account/events.ts';
export * from './changes/events.ts';
export * from './events.ts';
export * from './invitations/events.ts';
export * from './members/events.ts';
export * from './permissions/events.ts';
export * from './resources/events.ts';
export { ENTRY_ELEMENTS } from './entry-elements.ts';
export * from './sign-in/events.ts';
export * from './workspaces/events.ts';
export { UserAdminElement } from './user-admin.ts';
export { UserAdminSignInElement } from './user-admin-sign-in.ts';
export type { Token } from './client/token.ts';
export type { Links } from './frame/links.ts';
export type { InvitePrefill } from './frame/open-invite.ts';
export { addLanguage } from './i18n/added-languages.ts';
export type { PolicyWords } from './i18n/language.ts';
export type { Sentences } from './i18n/table.ts';

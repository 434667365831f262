// What <user-admin> itself asks for after the first rows, in one file: once it is there, nothing of it has to be fetched any more.
export { follow } from './follow.ts';
export { focusInvite } from './open-invite.ts';
export { NoticesElement } from '../ui/notices.ts';

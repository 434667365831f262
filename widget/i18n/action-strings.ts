// The sentences around actions on people: questions, results, changes of many. Apart, because they load with the actions. English.
import { formatNumber, plural } from './format.ts';
import { inside } from './inside.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';

/** The texts by what they say. */
export const actionStrings = table('actionStrings', {
  close: 'Close',
  save: 'Save',
  showMore: 'Show more',
  leaveQuestion: 'Leave without saving?',
  leaveConfirm: 'Discard and leave',
  dismiss: 'Dismiss',
  importPeople: 'Import',
  exportPeople: 'Export',
  joined: 'Joined',
  openPage: 'Open page',
  showActivity: 'Show activity',
  resetPassword: 'Reset password',
  edit: 'Edit',
  manageRoles: 'Manage roles',
  offboard: 'Offboard',
  export: 'Export',
  editPerson: (name: string) => `Edit ${name}`,
  changePasswordOf: (name: string) => `Change the password of ${name}`,
  reactivatePerson: (name: string) => `Reactivate ${name}`,
  isActive: (name: string) => `${name} is active`,
  signedInAs: (name: string, role: string) =>
    role === '' ? `You are here as ${name}` : `You are here as ${name}, ${role}`,
  leaveAction: (workspace: string) => `Leave ${workspace}`,
  roleChanged: (name: string, role: string) => `${name} is now ${role}.`,
  deactivated: (name: string) => `${name} no longer has access.`,
  reactivated: (name: string) => `${name} has access again.`,
  restored: (name: string) => `${name} has access again. Sessions that have ended stay ended.`,
  undoRole: (name: string, roles: string) =>
    `Gives ${name} the earlier role again: ${roles}. Not done where somebody else has changed this person since.`,
  undoDeactivate: 'Restores access. Sessions that have ended stay ended.',
  undoReactivate: 'Takes access away again, at once.',
  removed: (name: string) => `${name} was removed.`,
  failedFor: (name: string, reason: string) => `${name}: ${reason}`,
  questions: {
    'member.deactivate': (name: string, email: string, workspace: string) => ({
      heading: `Deactivate ${name}?`,
      text: `${email} loses access to ${workspace} at once and cannot sign in to it. Role and history are kept, and you can reactivate this person at any time.`,
    }),
    'member.remove': (name: string, email: string, workspace: string) => ({
      heading: `Remove ${name}?`,
      text: `${email} loses access to ${workspace} at once. To bring this person back, invite them again.`,
    }),
    'member.leave': (_name: string, _email: string, workspace: string) => ({
      heading: `Leave ${workspace}?`,
      text: 'You lose access at once. To come back, somebody has to invite you again.',
    }),
  },

  // Many members
  selected: (count: number, isExact: boolean) => `${formatNumber(count)}${isExact ? '' : '+'} selected`,
  selectAll: (count: number, isExact: boolean) =>
    `Select all ${formatNumber(count)}${isExact ? '' : '+'} that match`,
  clearSelection: 'Clear selection',
  selectionActions: 'Actions for the selected people',
  changeRoleTo: 'Change role to',
  bulkHeading: {
    'member.change-role': (who: string, role: string) => `Change the role of ${who} to ${role}?`,
    'member.deactivate': (who: string) => `Deactivate ${who}?`,
    'member.reactivate': (who: string) => `Reactivate ${who}?`,
    'member.remove': (who: string) => `Remove ${who}?`,
    'member.end-sessions': (who: string) => `Sign out ${who}?`,
    'member.assign': (who: string, things: string) => `${things} of ${who}`,
  },
  bulkText: {
    'member.change-role':
      'The new role counts at once. Whoever you may not change keeps their role, and you see why.',
    'member.deactivate':
      'They lose access at once. You can reactivate them at any time. Whoever you may not deactivate stays active, and you see why.',
    'member.reactivate': 'They have access again at once, with the role they had.',
    'member.remove': 'They lose access at once. To bring somebody back, invite them again.',
    'member.end-sessions':
      'Wherever they are signed in to this workspace, they have to sign in again. What they may do stays the same.',
    'member.assign': 'It counts at once. Whoever you may not change keeps what they have, and you see why.',
  },
  assignThings: (things: string) => `Assign ${inside(things)}`,
  takeAway: 'Take away',
  bulkConfirm: {
    'member.change-role': 'Change role',
    'member.deactivate': 'Deactivate',
    'member.reactivate': 'Reactivate',
    'member.remove': 'Remove',
    'member.end-sessions': 'Sign out',
    'member.assign': 'Assign',
  },
  bulkRunning: (done: number, total: string) => `${formatNumber(done)} of ${total} done`,
  stop: 'Stop',
  bulkStopped: (done: number) => `Stopped after ${strings.people(done)}. What was changed stays changed.`,
  bulkDone: (changed: number) =>
    plural(changed, '1 person was changed.', `${formatNumber(changed)} people were changed.`),
  bulkRefused: (count: number) =>
    plural(count, '1 person was not changed', `${formatNumber(count)} people were not changed`),
  bulkUndo: {
    'member.change-role':
      'Undo gives everybody the role that they had. Whoever somebody else has changed since stays as they are.',
    'member.deactivate': 'Undo restores access. Sessions that have ended stay ended.',
    'member.reactivate': 'Undo takes access away again, at once.',
  },
  bulkUndone: (changed: number) =>
    plural(changed, 'Taken back for 1 person.', `Taken back for ${formatNumber(changed)} people.`),
  moreRefused: (count: number) => `and ${formatNumber(count)} more`,
} as const);

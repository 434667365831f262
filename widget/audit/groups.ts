// The groups by which actions of the trail are filtered. Data only.
import type { AuditAction } from '../../shared/audit/entry.ts';

/** The groups that actions are filtered by. */
export type AuditGroup =
  'people' | 'invitations' | 'rights' | 'signIn' | 'reviews' | 'workspace' | 'settings';

/** The group of each action that can be in the trail. */
const GROUP_OF: { readonly [A in AuditAction]?: AuditGroup } = {
  'member.create': 'people',
  'member.join': 'people',
  'member.link-subject': 'people',
  'member.change-role': 'people',
  'member.change-profile': 'people',
  'member.assign': 'people',
  'member.deactivate': 'people',
  'member.reactivate': 'people',
  'member.remove': 'people',
  'member.offboard': 'people',
  'member.leave': 'people',
  'member.reset-password': 'people',
  'member.change-email': 'people',
  'member.end-sessions': 'people',
  'members.export': 'people',
  'members.import': 'people',
  'person.erase': 'people',
  'invitation.create': 'invitations',
  'invitation.resend': 'invitations',
  'invitation.revoke': 'invitations',
  'invitation.link': 'invitations',
  'invitation.accept': 'invitations',
  'invitation.decline': 'invitations',
  'permissions.save': 'rights',
  'permissions.repair': 'rights',
  'role.create': 'rights',
  'role.change': 'rights',
  'role.delete': 'rights',
  'resource.register': 'rights',
  'resource.remove': 'rights',
  'account.sign-in': 'signIn',
  'account.sign-in-failed': 'signIn',
  'account.sign-out': 'signIn',
  'account.show-link': 'signIn',
  'account.set-password': 'signIn',
  'account.change-password': 'signIn',
  'account.reset-password': 'signIn',
  'account.change-email': 'signIn',
  'account.change-profile': 'signIn',
  'account.end-session': 'signIn',
  'account.connect': 'signIn',
  'account.disconnect': 'signIn',
  'review.start': 'reviews',
  'review.decide': 'reviews',
  'review.close': 'reviews',
  'workspace.create': 'workspace',
  'workspace.rename': 'workspace',
  'workspace.archive': 'workspace',
  'workspace.restore': 'workspace',
  'workspace.delete': 'workspace',
  'settings.change': 'settings',
  'deployment.change': 'settings',
  'deployment.set-up': 'settings',
  'provider.create': 'settings',
  'provider.change': 'settings',
  'provider.remove': 'settings',
  'domain.add': 'settings',
  'domain.prove': 'settings',
  'domain.remove': 'settings',
  'host-key.create': 'settings',
  'host-key.rotate': 'settings',
  'host-key.revoke': 'settings',
};

/** The actions of a group. */
export function actionsOf(group: AuditGroup): string[] {
  return Object.entries(GROUP_OF).flatMap(([action, its]) => (its === group ? [action] : []));
}

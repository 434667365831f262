// Which ways out a finding offers: what the viewer may do, and of what they may not the reason. Only `can` decides.
import type { Diagnosis, Finding } from '../../shared/members/diagnosis.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import { diagnosisStrings as strings } from '../i18n/diagnosis-strings.ts';
import { may, mayHere } from '../may.ts';
import type { Rights } from '../rights.ts';
import { isLeftOut } from './left-out.ts';

/** What a way out does. */
export type FixDeed =
  | 'reactivate'
  | 'reset-password'
  | 'change-email'
  | 'choose-role'
  | 'assign'
  | 'resend'
  | 'invite-again'
  | 'invite-instead'
  | 'copy-link'
  | 'open-mail'
  | 'test-mail'
  | 'see-roles'
  | 'support';

/** A way out: what it does, its word, and whether the viewer may. */
export interface Fix {
  readonly deed: FixDeed;
  readonly label: string;
  readonly decision: Decision;
  /** The address that is invited instead, where one is. */
  readonly email?: string;
}

const ALLOWED: Decision = { allowed: true };

/** The ways out of `finding`, for who looks. What is not part of the policy, or belongs to the person or their provider, is left out. */
export function fixesFor(
  finding: Finding,
  about: Diagnosis,
  rights: Rights,
  hasSupport: boolean,
): readonly Fix[] {
  return offersFor(finding, about, rights, hasSupport).filter(
    ({ deed, decision }) => deed === 'reactivate' || deed === 'resend' || !isLeftOut(decision),
  );
}

function offersFor(finding: Finding, about: Diagnosis, rights: Rights, hasSupport: boolean): Fix[] {
  switch (finding.code) {
    case 'deactivated':
      return onMember(about, rights, 'reactivate', 'member.reactivate', strings.reactivate);
    case 'no_way_in':
      return [
        ...onMember(about, rights, 'reset-password', 'member.reset-password', strings.resetPassword),
        ...mailFixes(rights),
      ];
    case 'no_password':
    case 'attempts_failed':
      return onMember(about, rights, 'reset-password', 'member.reset-password', strings.resetPassword);
    case 'address_mistyped':
      return about.invitation === null
        ? onMember(about, rights, 'change-email', 'member.change-email', strings.changeEmail)
        : insteadOf(about, rights, finding.facts.suggestion);
    case 'roleless':
    case 'role_gone':
      return roleFix(about, rights);
    case 'reaches_assigned':
    case 'reaches_none':
    case 'made_after':
      return assignFix(about, rights, finding.facts.kind);
    case 'roles_exist_here':
      return rights.mayHere('permissions.view').allowed
        ? [{ deed: 'see-roles', label: strings.seeRoles, decision: ALLOWED }]
        : [];
    case 'ask_support':
      return hasSupport ? [{ deed: 'support', label: strings.support, decision: ALLOWED }] : [];
    default:
      return ofInvitation(finding, about, rights);
  }
}

function ofInvitation({ code }: Finding, about: Diagnosis, rights: Rights): Fix[] {
  switch (code) {
    case 'invitation_waits':
    case 'invitation_expired':
      return invitationFix(about, rights, 'resend');
    case 'mail_failed':
      return [...invitationFix(about, rights, 'resend'), ...mailFixes(rights)];
    case 'mail_missing':
      return [...invitationFix(about, rights, 'copy-link'), ...mailFixes(rights)];
    case 'mail_queued':
      return mailFixes(rights);
    case 'look_in_spam':
    case 'may_be_delayed':
      return invitationFix(about, rights, 'copy-link');
    case 'invitation_revoked':
    case 'invitation_declined':
      return againFix(about, rights);
    default:
      return [];
  }
}

function onMember(
  { member }: Diagnosis,
  rights: Rights,
  deed: FixDeed,
  action: 'member.reactivate' | 'member.reset-password' | 'member.change-email',
  label: string,
): Fix[] {
  if (member === null) return [];
  return [{ deed, label, decision: may(rights, action, { member: rights.target(member) }) }];
}

/** The first role that could be given says whether any can. */
function roleFix({ member }: Diagnosis, rights: Rights): Fix[] {
  if (member === null) return [];
  const target = { member: rights.target(member) };
  const decisions = rights.personRoles.map(({ key }) =>
    rights.may('member.change-role', { ...target, roles: [key] }),
  );
  const decision = decisions.find(({ allowed }) => allowed) ?? decisions[0];
  return decision === undefined ? [] : [{ deed: 'choose-role', label: strings.chooseRole, decision }];
}

function assignFix({ member }: Diagnosis, rights: Rights, kind: string): Fix[] {
  const resource = rights.policy.resources.find(({ key }) => key === kind);
  if (member === null || resource === undefined || resource.grantedTo !== 'member') return [];
  const decision = may(rights, 'member.assign', { member: rights.target(member), kind });
  return [{ deed: 'assign', label: strings.assign(resource.plural), decision }];
}

function invitationFix({ invitation }: Diagnosis, rights: Rights, deed: 'resend' | 'copy-link'): Fix[] {
  if (invitation === null || (deed === 'copy-link' && invitation.state !== 'pending')) return [];
  const target = { invitation: { workspace: rights.viewer.workspace.id, roles: invitation.roles } };
  const decision = may(rights, deed === 'resend' ? 'invitation.resend' : 'invitation.link', target);
  return [{ deed, label: deed === 'resend' ? strings.resend : strings.copyLink, decision }];
}

function againFix({ invitation, email }: Diagnosis, rights: Rights): Fix[] {
  if (invitation === null) return [];
  const target = { workspace: rights.viewer.workspace.id, roles: invitation.roles };
  const decision = rights.may('invitation.create', target);
  return [{ deed: 'invite-again', label: strings.inviteAgain, decision, email }];
}

function insteadOf({ invitation }: Diagnosis, rights: Rights, email: string): Fix[] {
  if (invitation === null || (invitation.state !== 'pending' && invitation.state !== 'expired')) return [];
  const target = { workspace: rights.viewer.workspace.id, roles: invitation.roles };
  const decision = rights.may('invitation.create', target);
  return [{ deed: 'invite-instead', label: strings.inviteInstead(email), decision, email }];
}

function mailFixes(rights: Rights): Fix[] {
  const view = rights.mayHere('deployment.view');
  if (!view.allowed) return [];
  const test = mayHere(rights, 'deployment.change');
  return [
    { deed: 'open-mail', label: strings.openMail, decision: view },
    ...(rights.viewer.hasMail
      ? [{ deed: 'test-mail', label: strings.testMail, decision: test } as const]
      : []),
  ];
}

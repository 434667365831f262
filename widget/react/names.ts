// Written by `npm run surface` from the elements: what their React components pass on. Nothing else may enter.

/** The properties and events of `<user-admin>`. */
export const USER_ADMIN = {
  // prettier-ignore
  properties: ['endpoint', 'workspace', 'view', 'filter', 'person', 'theme', 'token', 'links'],
  events: {
    onViewChanged: 'ua-view-changed',
    onWorkspaceChanged: 'ua-workspace-changed',
    onForbidden: 'ua-forbidden',
    onError: 'ua-error',
    onProfileChanged: 'ua-profile-changed',
    onSignedOut: 'ua-signed-out',
    onMemberPasswordReset: 'ua-member-password-reset',
    onFreshSignInRequired: 'ua-fresh-sign-in-required',
    onMembersImported: 'ua-members-imported',
    onMembersExported: 'ua-members-exported',
    onReviewChanged: 'ua-review-changed',
    onSessionsEnded: 'ua-sessions-ended',
    onPermissionsRepaired: 'ua-permissions-repaired',
    onSettingsChanged: 'ua-settings-changed',
    onSignInChanged: 'ua-sign-in-changed',
    onInvitationCreated: 'ua-invitation-created',
    onInvitationResent: 'ua-invitation-resent',
    onInvitationRevoked: 'ua-invitation-revoked',
    onMemberCreated: 'ua-member-created',
    onMemberChanged: 'ua-member-changed',
    onMemberRoleChanged: 'ua-member-role-changed',
    onMemberDeactivated: 'ua-member-deactivated',
    onMemberReactivated: 'ua-member-reactivated',
    onMemberRemoved: 'ua-member-removed',
    onWorkspaceLeft: 'ua-workspace-left',
    onPermissionsChanged: 'ua-permissions-changed',
    onRolesChanged: 'ua-roles-changed',
    onRolePreviewed: 'ua-role-previewed',
    onMemberResourcesChanged: 'ua-member-resources-changed',
  },
} as const;

/** The properties and events of `<user-admin-sign-in>`. */
export const USER_ADMIN_SIGN_IN = {
  // prettier-ignore
  properties: ['endpoint', 'workspace', 'to', 'theme'],
  events: {
    onSignedIn: 'ua-signed-in',
    onError: 'ua-error',
  },
} as const;

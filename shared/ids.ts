// The identifiers of the domain as branded strings, so that one noun's id never passes for another's. Pure: types only.

declare const brand: unique symbol;
type Id<Noun extends string> = string & { readonly [brand]: Noun };

/** The id of a person who can sign in. */
export type AccountId = Id<'account'>;
/** The id of an account's membership in one workspace. */
export type MemberId = Id<'member'>;
/** The id of a workspace, the boundary of membership. */
export type WorkspaceId = Id<'workspace'>;
/** The id of an invitation. */
export type InvitationId = Id<'invitation'>;
/** The id of a resource that can be granted. */
export type ResourceId = Id<'resource'>;
/** The id of an access review. */
export type ReviewId = Id<'review'>;
/** The id of an identity provider that a workspace set up. */
export type ProviderId = Id<'provider'>;
/** The id of a session as it is shown; it opens nothing. */
export type SessionId = Id<'session'>;
/** The id of a single-use link of an account. */
export type LinkId = Id<'link'>;
/** The id of a host application's signing key. */
export type HostKeyId = Id<'host-key'>;

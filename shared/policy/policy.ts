// The vocabulary of a policy: how one product manages its people, as data that one engine reads. Pure: types only.
import type { PasswordRules } from '../passwords/rules.ts';

/** The key of a role, unique within a policy: lower case, digits and dashes. */
export type RoleKey = string;

/** A role that a person (or, where not assignable, a visitor) can have. */
export interface Role {
  readonly key: RoleKey;
  readonly name: string;
  /** What the role means, in one sentence for the person who gets it. */
  readonly description: string;
  /** Its place in the order, higher first; no two roles share one. */
  readonly rank: number;
  /** The roles that its holder may give to others, and whose holders it may manage. */
  readonly gives: readonly RoleKey[];
  /** Whether its holders in the home workspace hold it in every workspace; it can be given there only. */
  readonly isEverywhere?: true;
  /** Whether it was made in one workspace and exists there only; never set in a policy itself. */
  readonly isCustom?: true;
  /** Whether it belongs to nobody in particular (a visitor who is not signed in), so that it can be granted rights but not be given to a person. */
  readonly isPublic?: true;
}

/** What the engine itself asks of a role; every policy says who holds each. */
export const ENGINE_CAPABILITIES = [
  /** Open the Users view. */ 'team.open',
  /** See the people of the workspace. */ 'members.view',
  /** Invite people, within the roles one may give. */ 'members.invite',
  /** Change roles, deactivate, reactivate, remove, within the roles one may give. */ 'members.manage',
  /** Copy the link of an invitation. */ 'invitations.link',
  /** See roles and what they may do. */ 'permissions.view',
  /** Change what the lower roles may do. */ 'permissions.edit',
  /** Read the audit trail. */ 'audit.view',
  /** See the product as another role sees it. */ 'preview.open',
  /** Make, change and delete roles of the workspace's own, within what one holds oneself. */ 'roles.manage',
  /** Run access reviews: start one, keep or revoke, close it. */ 'reviews.run',
  /** Rename, archive, restore and delete the workspace. */ 'workspace.manage',
  /** Set up how people sign in: identity providers, mail, sessions, signing keys. */ 'settings.manage',
] as const;

/** A capability that the engine itself asks for. */
export type EngineCapability = (typeof ENGINE_CAPABILITIES)[number];

/** The key of a capability: one of the engine's, or one of the product's own such as `table.add`. */
export type CapabilityKey = EngineCapability | (string & {});

/** Something a role may do. Without a section it counts but is not shown in the matrix, and no custom role can hold it. */
export interface Capability {
  readonly key: CapabilityKey;
  readonly name: string;
  /** The section of the matrix that shows it. */
  readonly section?: string;
  /** Who holds it; or the role whose giving it stands for, so that the matrix and the engine cannot disagree. */
  readonly roles?: readonly RoleKey[];
  readonly givesRole?: RoleKey;
}

/** A group of capabilities in the matrix. */
export interface Section {
  readonly key: string;
  readonly name: string;
}

/** A kind of thing that is granted, to roles or to people. */
export interface ResourceKind {
  readonly key: string;
  readonly name: string;
  readonly plural: string;
  /** The actions that a grant can contain, in the order shown. */
  readonly actions: readonly { readonly key: string; readonly name: string }[];
  readonly grantedTo: 'role' | 'member';
  /** Whether who made a resource holds every action on it without a grant; only where grants go to people. */
  readonly isCreatorFull?: true;
  /** The roles whose grants can be edited; empty where grants go to people. */
  readonly editableRoles: readonly RoleKey[];
  /** The roles that hold every action on every resource of the kind whatever the grants say. */
  readonly fullRoles: readonly RoleKey[];
  /** What a role gets on a new resource: role -> actions. */
  readonly defaults: Readonly<Record<RoleKey, readonly string[]>>;
}

/** A view of the widget that can be a tab. Settings, a person's page and the viewer's own account are reached beside the tabs, by rights alone. */
export type ViewKey = 'users' | 'collaborators' | 'permissions' | 'reviews' | 'audit';

/** A way of proving who one is: a link sent to the mailbox, a password, or an identity provider. */
export type SignInWay = 'link' | 'password' | 'provider';

/** A column of the Users table; `resources` counts what a person was granted. */
export type MemberColumn = 'username' | 'name' | 'email' | 'roles' | 'status' | 'lastSignIn' | 'resources';

/** What describes a person beside name and address. With first and last name, the name is made of them. */
export type ProfileField = 'firstName' | 'lastName' | 'department';

/** A field of the form that makes an account at once. Address and roles are always there. */
export type CreationField = 'name' | 'username' | ProfileField | 'password' | 'active' | 'resources';

/** A piece of advice that is shown at the place it is about. */
export type Guidance =
  /** Personal addresses are harder to manage than the company's. */
  | 'company-address'
  /** Roles by the job, starting with the least. */
  | 'role-by-job'
  /** Give only the resources that are needed. */
  | 'least-resources'
  /** Deactivating keeps what removing loses. */
  | 'deactivate-first'
  /** Rules about keeping records come before removing. */
  | 'retention'
  /** Whoever leaves loses access the same day. */
  | 'remove-promptly'
  /** Which workspace somebody is invited into matters. */
  | 'workspace-context'
  /** Why an address stays as it is. */
  | 'fixed-address';

/** How one product manages its people. */
export interface Policy {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** The roles, highest first. */
  readonly roles: readonly Role[];
  /**
   * At least one active member holds one of these after any operation: the roles named, or every role with a capability.
   * In the home workspace it is one of those that count everywhere, where the guard names such.
   */
  readonly guard: readonly RoleKey[] | { readonly holding: EngineCapability };
  readonly rolesPerMember: 'one' | 'many';
  /** Whether a workspace can make roles of its own. */
  readonly hasCustomRoles: boolean;
  /** Whether people belong to several workspaces: roles are then named with theirs, and there is a switch between them. */
  readonly workspaces: 'one' | 'many';
  readonly sections: readonly Section[];
  readonly capabilities: readonly Capability[];
  readonly resources: readonly ResourceKind[];
  /** The views in the order of their tabs. */
  readonly views: readonly ViewKey[];
  readonly members: {
    readonly columns: readonly MemberColumn[];
    /** How switching somebody off is asked for; `none` where it is not part of the policy. */
    readonly deactivation: 'none' | 'confirm' | 'toggle' | 'form';
    /** What the status of whoever is switched off says where it is "Inactive"; "Deactivated" where left out. */
    readonly offLabel?: 'inactive';
    /** Whether a membership can be removed. */
    readonly isRemovable: boolean;
  };
  readonly invitations: {
    /** The view at whose top people are invited; null where people are brought in another way. */
    readonly view: ViewKey | null;
    /** What an invitation asks for beside addresses and role. */
    readonly fields: readonly ('name' | 'message')[];
    /** Whether inviting begins with a button, and the rest is shown once it is pressed. */
    readonly startsFolded?: true;
    /** Whether one person cannot be invited without a name. */
    readonly isNameRequired?: true;
    /** Whether the names, roles and workspaces are shown once more before anything is sent. */
    readonly hasReview?: true;
  };
  /** How an account is made at once, without an invitation; null where it cannot be. */
  readonly creation: null | {
    /** What the button says, such as "Add user". */
    readonly label: string;
    /** What the button of the form about somebody who is here already says; "Save" where it is left out. */
    readonly saveLabel?: string;
    readonly fields: readonly CreationField[];
    /** The fields that must be filled in, beside address and roles. */
    readonly required: readonly CreationField[];
  };
  /** The advice that people who manage others are given where it helps. */
  readonly guidance: readonly Guidance[];
  readonly identity: {
    /** The ways of signing in, in the order in which they are offered. */
    readonly ways: readonly SignInWay[];
    /** What a password must be; null where nobody has one. */
    readonly passwords: PasswordRules | null;
    /** Whether people can have a login name beside their address; once set it stays. */
    readonly hasUsername: boolean;
    /** What describes a person beside name and address, in the order of the forms. */
    readonly profile: readonly ProfileField[];
    /** How an address is changed: not at all, or confirmed at the new one and told to the old. */
    readonly emailChange: 'none' | 'confirmed';
    /** The role of a person whom a host's token names and nobody here knows yet; null where such a person stays a stranger. */
    readonly hostPeople: RoleKey | null;
  };
}

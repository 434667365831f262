// What the elements of invitations ask for. Answered in answers.ts; classes only.
import type { ListInvitations } from '../../shared/contract/invitations.ts';
import type { InvitationId, WorkspaceId } from '../../shared/ids.ts';
import type {
  Invitation,
  InvitationChanged,
  InvitationPage,
  InvitationResult,
} from '../../shared/invitations/invitation.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { Intent, Wish } from '../intents.ts';
import type { DraftPlace } from './invite-draft.ts';

/** What is asked of the people on a list, beside their addresses. */
export interface InvitationForm {
  /** The pieces, one in a line. */
  readonly addresses: string;
  /** How many pieces these are. */
  readonly count: number;
  readonly roles: readonly RoleKey[];
  readonly name?: string;
  readonly message?: string;
  /** Other workspaces that the same people are invited into. */
  readonly places?: readonly { readonly workspaceId: WorkspaceId; readonly roles: RoleKey[] }[];
}

/** Asks to invite everybody on a list. */
export class CreateInvitationsIntent extends Wish<readonly InvitationResult[]> {
  static readonly type = 'ua-create-invitations';
  readonly form: InvitationForm;
  readonly signal: AbortSignal;
  /** Told what became of each part of a long list as soon as it is known. */
  readonly onPart: (results: readonly InvitationResult[]) => void;

  constructor(
    form: InvitationForm,
    signal: AbortSignal,
    onPart: CreateInvitationsIntent['onPart'] = () => {},
  ) {
    super(CreateInvitationsIntent.type);
    this.onPart = onPart;
    this.form = form;
    this.signal = signal;
  }
}

/** Asks where in this session what is typed and not sent is kept. */
export class KeepInviteDraftIntent extends Intent<DraftPlace> {
  static readonly type = 'ua-keep-invite-draft';
  constructor() {
    super(KeepInviteDraftIntent.type);
  }
}

/** Asks for a page of invitations. */
export class ListInvitationsIntent extends Intent<InvitationPage> {
  static readonly type = 'ua-list-invitations';
  readonly input: ListInvitations;
  readonly signal: AbortSignal;

  constructor(input: ListInvitations, signal: AbortSignal) {
    super(ListInvitationsIntent.type);
    this.input = input;
    this.signal = signal;
  }
}

/** Asks to send an invitation once more, with a new link. */
export class ResendInvitationIntent extends Wish<{
  readonly invitation: Invitation;
  readonly link?: string;
}> {
  static readonly type = 'ua-resend-invitation';
  readonly invitation: Invitation;

  constructor(invitation: Invitation) {
    super(ResendInvitationIntent.type);
    this.invitation = invitation;
  }
}

/** Asks to withdraw an invitation. */
export class RevokeInvitationIntent extends Wish<Invitation> {
  static readonly type = 'ua-revoke-invitation';
  readonly invitation: Invitation;

  constructor(invitation: Invitation) {
    super(RevokeInvitationIntent.type);
    this.invitation = invitation;
  }
}

/** Asks to send or withdraw several invitations. */
export class ChangeInvitationsIntent extends Wish<readonly InvitationChanged[]> {
  static readonly type = 'ua-change-invitations';
  readonly ids: readonly InvitationId[];
  readonly action: 'resend' | 'revoke';
  /** Why, for the trail; empty where nothing was said. */
  readonly note: string;
  readonly signal: AbortSignal;
  /** Told what became of each part of many as soon as it is known. */
  readonly onPart: (results: readonly InvitationChanged[]) => void;

  constructor(
    ids: readonly InvitationId[],
    action: 'resend' | 'revoke',
    note: string,
    signal: AbortSignal,
    onPart: ChangeInvitationsIntent['onPart'],
  ) {
    super(ChangeInvitationsIntent.type);
    this.signal = signal;
    this.onPart = onPart;
    this.ids = ids;
    this.action = action;
    this.note = note;
  }
}

/** Asks for the link of an invitation, to be copied. */
export class CopyInvitationLinkIntent extends Wish<string> {
  static readonly type = 'ua-copy-invitation-link';
  readonly invitationId: InvitationId;

  constructor(invitationId: InvitationId) {
    super(CopyInvitationLinkIntent.type);
    this.invitationId = invitationId;
  }
}

/** Asks for the code that finds out why no letter came; answered once it is there. */
export class NeedDiagnosisIntent extends Intent {
  static readonly type = 'ua-need-diagnosis';
  constructor() {
    super(NeedDiagnosisIntent.type);
  }
}

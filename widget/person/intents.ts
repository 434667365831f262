// What the form about a person and the dialog of seeing them out ask for. Answered in answers.ts; classes only.
import type { Member } from '../../shared/members/member.ts';
import type { Offboarded } from '../../shared/members/offboarding.ts';
import type { MemberMade } from '../../shared/members/profile.ts';
import type { WriteIntent } from '../calls.ts';
import { Wish } from '../intents.ts';

/** Asks to make an account. */
export class CreatePersonIntent extends Wish<MemberMade> {
  static readonly type = 'ua-create-person';
  readonly given: WriteIntent<'members.create'>['given'];

  constructor(given: WriteIntent<'members.create'>['given']) {
    super(CreatePersonIntent.type);
    this.given = given;
  }
}

/** Asks to save what was changed about somebody; answered with how they are now. */
export class SavePersonIntent extends Wish<Member> {
  static readonly type = 'ua-save-person';
  readonly before: Member;
  readonly changes: Omit<WriteIntent<'members.update'>['given'], 'memberId' | 'version'>;

  constructor(before: Member, changes: SavePersonIntent['changes']) {
    super(SavePersonIntent.type);
    this.before = before;
    this.changes = changes;
  }
}

/** Asks to see somebody out. */
export class OffboardIntent extends Wish<Offboarded> {
  static readonly type = 'ua-offboard';
  readonly member: Member;
  readonly given: Omit<WriteIntent<'members.offboard'>['given'], 'memberId' | 'version'>;

  constructor(member: Member, given: OffboardIntent['given']) {
    super(OffboardIntent.type);
    this.member = member;
    this.given = given;
  }
}

// Does what helps against a finding, as far as it takes nothing but a click. Only calls the server; what it says goes to the element.
import type { InvitationResult } from '../../shared/invitations/invitation.ts';
import type { Diagnosis } from '../../shared/members/diagnosis.ts';
import type { MailTest } from '../../shared/settings/mail.ts';
import { WriteIntent } from '../calls.ts';
import type { Saving } from '../controllers/saving.ts';
import { failureOf } from '../failure.ts';
import { diagnosisStrings as strings } from '../i18n/diagnosis-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import { InvitationResentEvent, InvitationRevokedEvent } from '../invitations/events.ts';
import { CreateInvitationsIntent } from '../invitations/intents.ts';
import { MemberReactivatedEvent } from '../members/events.ts';
import { ShowPersonIntent } from '../members/intents.ts';
import { copyText } from '../ui/clipboard.ts';
import type { Fix } from './finding-fixes.ts';

/** What came of it. */
export interface FixMade {
  /** Whether there is something to look at again. */
  readonly isChanged: boolean;
  /** A link that could not be copied. */
  readonly link?: string;
  /** What became of a test e-mail. */
  readonly answer?: string;
  /** The address that counts from now on. */
  readonly email?: string;
}

const NOTHING: FixMade = { isChanged: false };

/** Makes `fix` for `element`; what fails is shown by `saving`. */
export async function makeFix(
  element: EventTarget,
  saving: Saving,
  fix: Fix,
  about: Diagnosis,
): Promise<FixMade> {
  switch (fix.deed) {
    case 'reactivate':
      return { isChanged: await reactivate(element, saving, about) };
    case 'resend':
      return { isChanged: await resend(saving, about) };
    case 'invite-again':
    case 'invite-instead':
      return invite(element, saving, fix, about);
    case 'copy-link':
      return copyLink(element, about);
    case 'test-mail':
      return testMail(saving);
    case 'open-mail':
      element.dispatchEvent(new ShowPersonIntent('', 'settings'));
      return NOTHING;
    case 'see-roles':
      element.dispatchEvent(new ShowPersonIntent('', 'permissions'));
      return NOTHING;
    default:
      return NOTHING;
  }
}

async function reactivate(element: EventTarget, saving: Saving, { member }: Diagnosis): Promise<boolean> {
  if (member === null) return false;
  const { id: memberId, version } = member;
  const wish = new WriteIntent('members.reactivate', { memberId, version }, { touch: ['members', 'viewer'] });
  const isDone = await saving.run(wish, strings.reactivated(nameOf(member)), (changed) => {
    // Whatever shows the person is told, the page too.
    element.dispatchEvent(new MemberReactivatedEvent(changed));
  });
  return isDone || saving.failure === 'changed_meanwhile';
}

async function resend(saving: Saving, { invitation }: Diagnosis): Promise<boolean> {
  if (invitation === null) return false;
  const { id: invitationId, version, email } = invitation;
  const wish = new WriteIntent(
    'invitations.resend',
    { invitationId, version },
    { tell: new InvitationResentEvent(invitationId), touch: ['invitations'] },
  );
  return (await saving.run(wish, strings.resent(email))) || saving.failure === 'changed_meanwhile';
}

/** Invites with the roles of the invitation there was; one with another address is revoked once the new one stands. */
async function invite(
  element: EventTarget,
  saving: Saving,
  { deed, email = '' }: Fix,
  { invitation }: Diagnosis,
): Promise<FixMade> {
  if (invitation === null) return NOTHING;
  const { id: invitationId, version, roles, name } = invitation;
  let results: readonly InvitationResult[] | undefined;
  const form = { addresses: email, count: 1, roles, ...(name !== '' && { name }) };
  const wish = new CreateInvitationsIntent(form, new AbortController().signal);
  await saving.run(wish, '', (answer) => (results = answer));
  if (results === undefined) return NOTHING;
  if (results[0]?.outcome !== 'invited') {
    element.dispatchEvent(new NotifyIntent({ text: strings.notInvited, tone: 'danger' }));
    return NOTHING;
  }
  const isInstead = deed === 'invite-instead';
  const notice = isInstead ? strings.invitedInstead(email, invitation.email) : strings.invited(email);
  if (!isInstead) element.dispatchEvent(new NotifyIntent({ text: notice, tone: 'success' }));
  else
    await saving.run(
      new WriteIntent(
        'invitations.revoke',
        { invitationId, version },
        { tell: new InvitationRevokedEvent(invitationId), touch: ['invitations'] },
      ),
      notice,
    );
  return { isChanged: true, email };
}

async function copyLink(element: EventTarget, { invitation }: Diagnosis): Promise<FixMade> {
  if (invitation === null) return NOTHING;
  try {
    const link = ask(element, new WriteIntent('invitations.link', { invitationId: invitation.id })).then(
      (answer) => answer.link,
    );
    const isCopied = await copyText(link);
    const text = isCopied ? strings.linkCopied : strings.copyRefused;
    element.dispatchEvent(new NotifyIntent({ text, ...(isCopied && { tone: 'success' }) }));
    return isCopied ? NOTHING : { isChanged: false, link: await link };
  } catch (error) {
    // Said where the button is: there is no form that it would belong to.
    element.dispatchEvent(new NotifyIntent({ text: reasonText(failureOf(error).code), tone: 'danger' }));
    return { isChanged: true };
  }
}

async function testMail(saving: Saving): Promise<FixMade> {
  let test: MailTest | undefined;
  await saving.run(new WriteIntent('settings.sendTestMail', {}), '', (answer) => (test = answer));
  if (test === undefined) return NOTHING;
  return {
    isChanged: false,
    answer: test.isDelivered ? strings.testTaken(test.answer) : strings.testRefused(test.answer),
  };
}

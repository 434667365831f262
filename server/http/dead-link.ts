// What the page of a link says where it can be used no more, and what to do instead.
import type { Context } from 'hono';
import type { AppError, ErrorCode } from '../../shared/errors.ts';
import { hasMail } from '../settings/mail-setup.ts';
import type { LinkLook } from './link-page.ts';
import { renewForm } from './link-views.ts';
import type { LinkDoor } from './page-doors.ts';
import { show, statusOf } from './page-reply.ts';
import type { Site } from './page-site.ts';
import { pathTo, refuse } from './page-site.ts';
import { refusedView } from './refused-view.ts';
import type { Notice } from './words/words.ts';
import { wordsIn } from './words/words.ts';

/** Shows why the link cannot be used, with one way on: a new one where it can be sent, else the page to sign in. */
export async function showDeadLink(site: Site, door: LinkDoor, c: Context, look: LinkLook, error: AppError) {
  const { language, token, path, to, visitor } = look;
  const words = wordsIn(language);
  const notice = noticeOf(look, error.code);
  if (notice === undefined) return refuse(site, c, error, language);
  const form = { path, fields: door.seals.fields(token) };
  const email = error.code === 'link_invalid' ? null : await renewableAt(look);
  const more = email === null ? '' : renewForm(language, form, email);
  const label = visitor === null ? words.sent.back : words.common.continue;
  // Whoever is signed in as somebody else signs out there, and comes back here.
  const isOther = error.code === 'signed_in_as_other';
  const way = {
    label: isOther ? words.common.signOut : label,
    href: pathTo(site, '/sign-in', { to: isOther ? path : to }),
  };
  return show(c, refusedView(language, notice, way, more), statusOf(error.code));
}

/** The address that another link like this one can be sent to; null where none would be sent. */
async function renewableAt({ holder, ctx }: LinkLook): Promise<string | null> {
  if (holder === undefined || !(await hasMail(ctx, ctx.read))) return null;
  const { ways } = ctx.policy.policy.identity;
  const isOffered =
    (holder.kind === 'sign-in' && ways.includes('link')) ||
    (holder.kind === 'reset' && ways.includes('password'));
  return isOffered ? holder.email : null;
}

function noticeOf({ language, holder }: LinkLook, code: ErrorCode): Notice | undefined {
  const { link } = wordsIn(language);
  const isSetUp = holder?.kind === 'setup';
  if (code === 'link_invalid') return link.invalid;
  if (code === 'setup_closed' || (code === 'link_used' && isSetUp)) return link.setUpClosed;
  if (code === 'link_used') return link.used;
  if (code === 'signed_in_as_other') return link.other;
  if (code === 'already_exists') return link.taken;
  if (code !== 'sign_in_link_expired') return undefined;
  return isSetUp ? link.setUpExpired : link.expired;
}

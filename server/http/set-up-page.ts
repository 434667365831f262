// The page on which the first owner names the workspace and themselves.
import type { Context } from 'hono';
import { SetUp } from '../../shared/contract/sign-in.ts';
import { AppError, fail } from '../../shared/errors.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { setUp } from '../sign-in/set-up.ts';
import type { LinkLook, LinkWish } from './link-page.ts';
import type { SetUpEntries } from './link-views.ts';
import { setUpView } from './link-views.ts';
import type { SealedForm } from './page-forms.ts';
import { show } from './page-reply.ts';
import type { Site } from './page-site.ts';
import { leave } from './page-site.ts';
import { troubleIn } from './password-trouble.ts';
import { wordsIn } from './words/words.ts';

const NOTHING: SetUpEntries = { workspace: '', name: '', email: '' };

/** Shows the form. */
export async function showSetUp(
  c: Context,
  parts: { readonly language: LinkLook['language']; readonly form: SealedForm },
  { ctx }: LinkLook,
  entries: SetUpEntries = NOTHING,
) {
  const { passwords } = ctx.policy.policy.identity;
  const isOptional = await canComeBackByLink(ctx);
  const rules = passwords && { ...passwords, isOptional };
  return show(
    c,
    setUpView(parts, entries, rules, rules !== null || isOptional),
    entries === NOTHING ? 200 : 400,
    ctx,
  );
}

/** Whether the owner can do without a password: without mail they could not come back. */
async function canComeBackByLink(ctx: LinkLook['ctx']): Promise<boolean> {
  return ctx.policy.policy.identity.ways.includes('link') && (await hasMail(ctx, ctx.read));
}

/** Makes the workspace; whatever is wrong is said in the form, with everything that was typed but the password. */
export async function finishSetUp(
  site: Site,
  c: Context,
  look: LinkLook,
  { fields, form }: LinkWish,
  again: SealedForm,
) {
  const text = (name: string) => fields.get(name) ?? '';
  const [workspace, name, email, password] = [
    text('workspace'),
    text('name'),
    text('email'),
    text('password'),
  ];
  const entries = { workspace, name, email };
  try {
    if (password !== text('confirmation')) fail('password_mismatch');
    const { passwords } = look.ctx.policy.policy.identity;
    if (password === '' && passwords !== null && !(await canComeBackByLink(look.ctx)))
      fail('password_too_weak');
    const input = SetUp.safeParse({ token: look.token, ...entries, ...(password !== '' && { password }) });
    if (!input.success) fail('name_invalid', { field: 'workspace' });
    const { to } = await setUp(look.ctx, input.data, form);
    return leave(site, c, to, look.ctx);
  } catch (error) {
    const problem = problemIn(error, look, password);
    if (problem === undefined) throw error;
    return await showSetUp(c, { language: look.language, form: again }, look, { ...entries, ...problem });
  }
}

function problemIn(
  error: unknown,
  { language }: LinkLook,
  password: string,
): Pick<SetUpEntries, 'wrong' | 'trouble'> | undefined {
  const code = troubleIn(error);
  if (code !== undefined) return { trouble: { code, password } };
  if (!(error instanceof AppError)) return undefined;
  const { refusals, setUp: words } = wordsIn(language);
  if (error.code === 'email_invalid') return { wrong: { field: 'email', text: refusals.email_invalid.text } };
  if (error.code !== 'name_invalid') return undefined;
  const { field } = (error.details ?? {}) as { readonly field?: string };
  return field === 'workspace'
    ? { wrong: { field, text: words.workspaceWrong } }
    : { wrong: { field: 'name', text: refusals.name_invalid.text } };
}

// Where the browser may be sent after signing in: our own origin or the application's, and nowhere else. Pure.
import type { Settings } from '../context.ts';

/**
 * The address behind `to` where it is one of our own origin or of the application's; else where people go from here (SEC_S09).
 * A path counts as one of our own origin. What a browser would read in another way than it looks is not followed.
 */
export function safeTarget(
  to: string | undefined,
  { baseUrl, appUrl }: Pick<Settings, 'baseUrl' | 'appUrl'>,
): string {
  const fallback = appUrl ?? `${baseUrl}/account`;
  // Browsers drop tabs and line breaks and turn backslashes around; nothing of ours is spelled with any.
  if (to === undefined || to === '' || /[\p{C}\s\\]/u.test(to)) return fallback;
  // A path begins with one slash: two would name a host.
  if (!/^(?:https?:\/\/|\/(?!\/))/i.test(to) || !URL.canParse(to, baseUrl)) return fallback;
  const url = new URL(to, baseUrl);
  const origins = [baseUrl, ...(appUrl === null ? [] : [appUrl])].map((known) => new URL(known).origin);
  const isOurs = origins.includes(url.origin) && url.username === '' && url.password === '';
  return isOurs ? url.href : fallback;
}

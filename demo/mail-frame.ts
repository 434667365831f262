// The HTML part of a mail as the mailbox frames it: shut in, with links that open beside.

/** May draw itself, and nothing else; links open in a new tab, outside of the frame. */
const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** A reply that shows `html` and lets it do nothing. */
export function framedMail(html: string): Response {
  return new Response(`<!doctype html><base target="_blank">${html}`, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': FRAME_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  });
}

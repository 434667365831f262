// Gives each answer a policy with a nonce of its own, which Next.js puts on the scripts that it writes into the page.
import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';

const REST =
  "style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; ${REST}`;
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Files need none. */
export const config = { matcher: ['/', '/((?!_next/static).*)'] };

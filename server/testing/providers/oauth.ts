// A plain OAuth 2.0 provider for tests: codes that work once, PKCE, a secret in the body, and a user-info endpoint.
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Listening } from './listen.ts';
import { listen } from './listen.ts';

/** A plain OAuth 2.0 provider that runs. */
export interface OAuthServer extends Listening {
  /** What the user-info endpoint says of whoever comes. */
  person: Record<string, unknown>;
  readonly clientId: string;
  readonly secret: string;
  /** The address that the browser is sent back to. */
  visit(address: string): string;
}

/** Starts a provider. */
export async function startOAuth(): Promise<OAuthServer> {
  const codes = new Map<string, URLSearchParams>();
  const tokens = new Set<string>();
  const own = { person: {} as Record<string, unknown>, clientId: 'app', secret: 'secret of the app' };
  const listening = await listen((request, response) => {
    if (request.url === '/token') return void exchange(request, response);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    return tokens.has(token)
      ? json(response, 200, self.person)
      : json(response, 401, { error: 'invalid_token' });
  });
  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const form = new URLSearchParams(body);
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    // As one well-known provider does it: with a status that says all is well.
    if (form.get('client_secret') !== own.secret)
      return json(response, 200, { error: 'incorrect_client_credentials' });
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      asked?.get('code_challenge') === challenge && asked.get('redirect_uri') === form.get('redirect_uri');
    if (!isRight) return json(response, 400, { error: 'invalid_grant' });
    const token = randomUUID();
    tokens.add(token);
    return json(response, 200, { access_token: token, token_type: 'bearer' });
  };
  const self: OAuthServer = Object.assign(own, listening, {
    visit: (address: string): string => {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      codes.set(code, asked);
      const back = new URL(asked.get('redirect_uri')!);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state')!);
      return back.href;
    },
  });
  return self;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

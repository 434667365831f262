// A mail server as the transport takes it, and what the operator set as one. Pure.
import type { MailSecurity } from '../../shared/settings/mail.ts';
import type { MailOptions } from '../options.ts';

/** A mail server, with everything that is needed to hand mail over. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `offered`: upgraded where the server offers it; there is no password then, or the server is on this machine. */
  readonly security: MailSecurity | 'offered';
  /** The sender, such as `People <people@app.example>`. */
  readonly from: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

/** The operator's mail server. A password goes over an encrypted connection only, unless the server is on this machine. */
export function operatorServer({ isSecure, ...options }: MailOptions): MailServer {
  const mustUpgrade = options.user !== undefined && !isLoopback(options.host);
  return { ...options, security: isSecure ? 'tls' : mustUpgrade ? 'starttls' : 'offered' };
}

/** What a mail server said, without what was said to it in confidence: some repeat it. */
export function withoutPassword(text: string, { user = '', password = '' }: MailServer): string {
  if (password === '') return text;
  const told = [password, base64(password), base64(`\u0000${user}\u0000${password}`)];
  return told.reduce((line, secret) => line.replaceAll(secret, '…'), text);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** Whether `host` is this very machine, so that nobody is on the way to it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

// The mail server of a deployment as a person sets it up. Pure: types only.

/** How the connection to the mail server is secured: from the first byte, upgraded and refused otherwise, or not at all. */
export type MailSecurity = 'tls' | 'starttls' | 'none';

/** The mail server; its password goes in and never comes out. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** Of the operator's server, one that is encrypted only where it is offered counts as `none`. */
  readonly security: MailSecurity;
  /** The sender, such as `People <people@app.example>`. */
  readonly from: string;
  /** '' where the server asks for none. */
  readonly user: string;
  readonly hasPassword: boolean;
}

/** What is set, and where: in this product, by the operator of the server, or nowhere. */
export interface MailSetup {
  readonly source: 'settings' | 'operator' | 'none';
  readonly settings: MailSettings | null;
  readonly version: number;
}

/** What became of a test e-mail, with the last words of the server. */
export interface MailTest {
  readonly isDelivered: boolean;
  /** The last answer of the mail server, or what kept it from answering. */
  readonly answer: string;
}

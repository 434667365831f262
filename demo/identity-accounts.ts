// Who the demo's OpenID provider knows: some of the people of the demo, and two whom the demo has never met. Data only.

/** Somebody with an account at the provider; the fields are the claims that it gives away. */
export interface IdentityAccount {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly groups: readonly string[];
}

const account = (sub: string, name: string, address: string, ...groups: string[]): IdentityAccount => ({
  sub,
  name,
  email: `${address}@meridian.example`,
  email_verified: true,
  groups,
});

/** Everybody who can be chosen. */
export const ACCOUNTS: readonly IdentityAccount[] = [
  account('m-1001', 'Olivia Marsh', 'olivia', 'management'),
  account('m-1003', 'Adam Okafor', 'adam', 'management'),
  account('m-1007', 'Dana Whitfield', 'dana', 'workshop'),
  account('m-2001', 'Nina Roth', 'nina', 'workshop'),
  account('m-2002', 'Tomás Ibarra', 'tomas', 'sales'),
];

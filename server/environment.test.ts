// What a deployment's environment becomes, and every sentence by which it is refused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Environment } from './environment.ts';
import { readDeployment } from './environment.ts';
import { OptionsError } from './options.ts';

const SECRET = 'q7Vb0m3c8xk2Jw5t9Rz1Ln6Pd4Hs0Yf8';
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'file:/data/people.db',
  BASE_URL: 'https://people.example/admin/',
  USER_ADMIN_SECRET: SECRET,
};

function refusalOf(env: Environment): readonly string[] {
  try {
    readDeployment(env);
  } catch (error) {
    assert.ok(error instanceof OptionsError, String(error));
    for (const { option, text } of error.problems)
      assert.match(error.message, new RegExp(`- ${option}: ${text.slice(0, 10)}`));
    return error.problems.map(({ option, text }) => `${option}: ${text}`);
  }
  return [];
}

describe('the environment in development', () => {
  it('needs nothing: it listens on loopback, on a file, without mail', () => {
    const { options, host, port } = readDeployment({});
    assert.equal(host, '127.0.0.1');
    assert.equal(port, 8787);
    assert.equal(options.baseUrl, 'http://localhost:8787');
    assert.deepEqual(options.database, { url: 'file:user-admin.db' });
    assert.equal(options.policy.key, 'tables');
    assert.equal(options.mail, undefined);
    assert.equal(options.invitationHours, 24);
    assert.deepEqual(options.origins, []);
    assert.equal(options.isProduction, false);
  });

  it('takes a variable that is set to nothing for one that is not set', () => {
    assert.deepEqual(
      readDeployment({ PORT: '', HOST: ' ', SMTP_HOST: '', APP_URL: '', ORIGINS: '', USER_ADMIN_POLICY: '' }),
      readDeployment({}),
    );
  });

  it('sends mail from an address of its own where none is set', () => {
    assert.deepEqual(readDeployment({ SMTP_HOST: 'localhost' }).options.mail, {
      host: 'localhost',
      port: 587,
      isSecure: false,
      from: 'no-reply@user-admin.localhost',
    });
  });

  it('SEC_C08 trusts no proxy unless it is told how many there are', () => {
    assert.equal(readDeployment({}).options.trustedProxies, 0);
    assert.equal(readDeployment({ TRUSTED_PROXIES: '2' }).options.trustedProxies, 2);
    assert.deepEqual(refusalOf({ TRUSTED_PROXIES: 'all' }), [
      'TRUSTED_PROXIES: "all" is not a whole number of at most 10',
    ]);
    assert.deepEqual(refusalOf({ TRUSTED_PROXIES: '11' }), [
      'TRUSTED_PROXIES: "11" is not a whole number of at most 10',
    ]);
  });

  it('follows the port in the address', () => {
    assert.equal(readDeployment({ PORT: '9000' }).options.baseUrl, 'http://localhost:9000');
  });

  it('SEC_K01 keeps the known secret away from every address but loopback', () => {
    const sentence =
      'USER_ADMIN_SECRET: everybody knows the one for development, so it stands only on a loopback address; make one with: openssl rand -base64 48';
    assert.deepEqual(refusalOf({ BASE_URL: 'https://people.example' }), [sentence]);
    assert.deepEqual(refusalOf({ BASE_URL: 'http://localhost.evil.example' }), [sentence]);
    assert.deepEqual(refusalOf({ HOST: '0.0.0.0' }), [sentence]);
    assert.deepEqual(refusalOf({ BASE_URL: 'http://127.0.0.1:8787/people', HOST: '::1' }), []);
    assert.deepEqual(refusalOf({ HOST: '0.0.0.0', USER_ADMIN_SECRET: SECRET }), []);
  });
});

describe('the environment in production', () => {
  it('is taken where it is complete', () => {
    const { options } = readDeployment(PRODUCTION);
    assert.equal(options.isProduction, true);
    assert.deepEqual(options.database, { url: 'file:/data/people.db' });
  });

  it('SEC_B16 SEC_K01 refuses to start without address, secret and database, and says all of it at once', () => {
    assert.deepEqual(refusalOf({ NODE_ENV: 'production' }), [
      'BASE_URL: is not set, and in production there is no default for it',
      'DATABASE_URL: is not set, and in production there is no default for it',
      'USER_ADMIN_SECRET: is not set, and in production there is no default for it; make one with: openssl rand -base64 48',
    ]);
  });

  for (const [name, sentence] of [
    ['DATABASE_URL', 'DATABASE_URL: is not set, and in production there is no default for it'],
    ['BASE_URL', 'BASE_URL: is not set, and in production there is no default for it'],
    [
      'USER_ADMIN_SECRET',
      'USER_ADMIN_SECRET: is not set, and in production there is no default for it; make one with: openssl rand -base64 48',
    ],
  ] as const) {
    it(`refuses where only ${name} is missing, or is empty`, () => {
      assert.deepEqual(refusalOf({ ...PRODUCTION, [name]: undefined }), [sentence]);
      assert.deepEqual(refusalOf({ ...PRODUCTION, [name]: '' }), [sentence]);
    });
  }

  it('SEC_K01 refuses the secret for development, also on loopback', () => {
    const secret = readDeployment({}).options.secret;
    assert.match(
      refusalOf({ ...PRODUCTION, USER_ADMIN_SECRET: secret }).join(),
      /^USER_ADMIN_SECRET: everybody knows the one for development/,
    );
  });

  it('refuses an address that is not https', () => {
    assert.deepEqual(refusalOf({ ...PRODUCTION, BASE_URL: 'http://people.example' }), [
      'BASE_URL: must start with https: in production',
    ]);
  });

  it('SEC_K08 refuses identity providers on private addresses', () => {
    assert.deepEqual(refusalOf({ ...PRODUCTION, ALLOW_PRIVATE_PROVIDERS: 'true' }), [
      'ALLOW_PRIVATE_PROVIDERS: is for tests and demos; in production identity providers stand on public https addresses',
    ]);
    assert.equal(readDeployment({ ALLOW_PRIVATE_PROVIDERS: 'true' }).options.allowPrivateProviders, true);
  });

  it('takes resolvers by address, with a port or without', () => {
    const { options } = readDeployment({ ...PRODUCTION, DNS_SERVERS: '192.0.2.1, [2001:db8::1]:5353' });
    assert.deepEqual(options.dnsServers, ['192.0.2.1', '[2001:db8::1]:5353']);
    assert.deepEqual(refusalOf({ ...PRODUCTION, DNS_SERVERS: 'dns.example' }), [
      'DNS_SERVERS: must be an address such as 192.0.2.1 or 192.0.2.1:53',
    ]);
  });

  it('refuses mail that comes from nowhere', () => {
    assert.deepEqual(refusalOf({ ...PRODUCTION, SMTP_HOST: 'mail.example' }), [
      'MAIL_FROM: is not set, and in production there is no default for it',
    ]);
  });
});

describe('the environment anywhere', () => {
  it('spells every option', () => {
    const { options, host, port } = readDeployment({
      ...PRODUCTION,
      HOST: '0.0.0.0',
      PORT: '80',
      USER_ADMIN_POLICY: 'collaborators',
      DATABASE_URL: 'libsql://db.example',
      DATABASE_AUTH_TOKEN: 'letmein',
      ORIGINS: 'https://app.example, https://other.example ,',
      APP_URL: 'https://app.example/start',
      INVITATION_HOURS: '48',
      SMTP_HOST: 'mail.example',
      SMTP_PORT: '465',
      SMTP_TLS: 'true',
      SMTP_USER: 'people',
      SMTP_PASSWORD: 'secret',
      MAIL_FROM: 'People <people@example.org>',
    });
    assert.deepEqual([host, port], ['0.0.0.0', 80]);
    assert.equal(options.policy.key, 'collaborators');
    assert.deepEqual(options.database, { url: 'libsql://db.example', authToken: 'letmein' });
    assert.deepEqual(options.origins, ['https://app.example', 'https://other.example']);
    assert.equal(options.appUrl, 'https://app.example/start');
    assert.equal(options.invitationHours, 48);
    assert.deepEqual(options.mail, {
      host: 'mail.example',
      port: 465,
      isSecure: true,
      user: 'people',
      password: 'secret',
      from: 'People <people@example.org>',
    });
  });

  it('names the variable, not the option, for each that is wrong', () => {
    for (const [env, sentence] of [
      [{ PORT: '80a' }, /^PORT: "80a" is not a whole number of at most 65535$/],
      [{ PORT: '65536' }, /^PORT: "65536" is not a whole number/],
      [{ PORT: '-1' }, /^PORT: "-1" is not a whole number/],
      [
        { USER_ADMIN_POLICY: 'parcels' },
        /^USER_ADMIN_POLICY: there is no policy "parcels"; use one of collaborators, directory, packages, tables, workspaces$/,
      ],
      [{ USER_ADMIN_POLICY: '__proto__' }, /^USER_ADMIN_POLICY: there is no policy "__proto__"/],
      [
        { USER_ADMIN_SECRET: 'short' },
        /^USER_ADMIN_SECRET: must have at least 32 characters; make one with: openssl rand -base64 48$/,
      ],
      [{ DATABASE_URL: '/data/people.db' }, /^DATABASE_URL: must start with file:, libsql:/],
      [
        { BASE_URL: 'people.example', USER_ADMIN_SECRET: SECRET },
        /^BASE_URL: must be an address such as https:\/\/app.example\/people$/,
      ],
      [
        { ORIGINS: 'https://app.example/' },
        /^ORIGINS: must be an origin such as https:\/\/app.example, without a path$/,
      ],
      [{ APP_URL: 'javascript:alert(1)' }, /^APP_URL: /],
      [{ INVITATION_HOURS: '0' }, /^INVITATION_HOURS: /],
      [{ INVITATION_HOURS: '721' }, /^INVITATION_HOURS: /],
      [{ INVITATION_HOURS: '1e1' }, /^INVITATION_HOURS: "1e1" is not a whole number/],
      [{ SMTP_HOST: 'mail.example', SMTP_TLS: 'yes' }, /^SMTP_TLS: "yes" is neither true nor false$/],
      [{ SMTP_HOST: 'mail.example', SMTP_PORT: '0' }, /^SMTP_PORT: /],
      [{ SMTP_HOST: 'mail.example', MAIL_FROM: 'People' }, /^MAIL_FROM: must be an address such as/],
    ] as const) {
      const refusals = refusalOf(env);
      assert.equal(refusals.length, 1, JSON.stringify(env));
      assert.match(refusals[0]!, sentence);
    }
  });
});

// What an administrator may enter about a provider: which addresses, certificates and roles are taken.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AccountId } from '../../shared/ids.ts';
import type { Admission } from '../../shared/providers/provider.ts';
import { makeCertificate } from '../testing/providers/certificate.ts';
import type { SetUpStage } from '../testing/providers/set-up-stage.ts';
import { ADMISSION, CONFIG, createSetUpStage, wish } from '../testing/providers/set-up-stage.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { changeProvider, createProvider } from './set-up.ts';
import { createSignOn } from './sign-on.ts';

describe('what is entered about a provider', () => {
  let world: World;
  let owner: AccountId;
  let admin: AccountId;
  let create: SetUpStage['create'];
  before(async () => {
    ({ world, owner, admin, create } = await createSetUpStage());
  });
  after(() => world.close());

  /** A deployment whose outside world is that of production. */
  const strict = (by = owner) => ({
    ...world.asAccount(by),
    signOn: createSignOn({ secret: 'x'.repeat(32), allowPrivateProviders: false, now: Date.now }),
  });

  for (const issuer of [
    'http://idp.example',
    'https://127.0.0.1',
    'https://169.254.169.254/latest',
    'https://[::ffff:127.0.0.1]',
    'https://[::1]:8443',
    'https://2130706433',
    'https://localhost',
    'https://metadata.google.internal',
    'https://intranet',
    'https://user:pass@idp.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'idp.example',
    '',
  ]) {
    it(`SEC_S12 the address ${issuer || '(none)'} is refused`, async () => {
      await assert.rejects(
        createProvider(strict(), wish({ config: { ...CONFIG, issuer } }) as never),
        isRefusal('provider_address_refused'),
      );
    });
  }

  it('SEC_S12 every address of every kind is looked at', async () => {
    const oauth = {
      kind: 'oauth2',
      authorizeUrl: 'https://a.example/a',
      tokenUrl: 'https://a.example/t',
      userInfoUrl: 'https://a.example/u',
      clientId: 'x',
      scopes: [],
      idField: 'id',
      emailField: 'email',
      nameField: 'name',
      groupsClaim: '',
    };
    await createProvider(strict(), wish({ config: oauth }) as never);
    for (const field of ['authorizeUrl', 'tokenUrl', 'userInfoUrl'])
      await assert.rejects(
        createProvider(strict(), wish({ config: { ...oauth, [field]: 'https://10.0.0.1/' } }) as never),
        isRefusal('provider_address_refused'),
      );
    const { certificate } = makeCertificate();
    const saml = {
      kind: 'saml',
      entityId: 'urn:idp',
      signOnUrl: 'https://idp.example/sso',
      certificates: [certificate],
      emailAttribute: '',
      nameAttribute: '',
      groupsClaim: '',
    };
    const bare = certificate.replace(/-----[A-Z ]+-----/g, '');
    const created = await createProvider(
      strict(),
      wish({ config: { ...saml, certificates: [bare] } }) as never,
    );
    assert.equal(created.hasSecret, false);
    assert.equal(
      created.config.kind === 'saml' &&
        created.config.certificates[0]!.startsWith('-----BEGIN CERTIFICATE-----'),
      true,
    );
    assert.equal(created.audience, `${created.callbackUrl}/metadata`);
    await assert.rejects(
      createProvider(strict(), wish({ config: { ...saml, signOnUrl: 'javascript:alert(1)' } }) as never),
      isRefusal('provider_address_refused'),
    );
    for (const bad of [
      'nonsense',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      makeCertificate('x', 1024).certificate,
    ])
      await assert.rejects(
        createProvider(strict(), wish({ config: { ...saml, certificates: [bad] } }) as never),
        isRefusal('input_invalid'),
      );
  });

  it('the address of a discovery document is understood as its issuer, and signing in with it always asks for openid', async () => {
    const { config } = await create({
      config: {
        ...CONFIG,
        issuer: ' https://idp.example/tenant/.well-known/openid-configuration',
        scopes: ['email'],
      },
    });
    assert.deepEqual(config, {
      ...CONFIG,
      issuer: 'https://idp.example/tenant',
      scopes: ['openid', 'email'],
    });
  });

  const named: readonly (readonly [
    string,
    Partial<Admission>,
    'role_unknown' | 'role_not_assignable' | 'role_required' | 'one_role_only',
  ])[] = [
    ['that does not exist', { roles: ['boss'] }, 'role_unknown'],
    ['that is a property of every object', { roles: ['constructor'] }, 'role_unknown'],
    ['that is nobody’s', { roles: ['anon'] }, 'role_not_assignable'],
    ['that is guarded', { roles: ['owner'], highestRole: 'owner' }, 'role_not_assignable'],
    ['that is guarded, as the cap', { highestRole: 'owner' }, 'role_not_assignable'],
    ['that is guarded, for a group', { groups: { G: 'owner' } }, 'role_not_assignable'],
    ['above the cap', { roles: ['staff'], highestRole: 'member' }, 'role_not_assignable'],
    ['above the cap, for a group', { highestRole: 'member', groups: { G: 'staff' } }, 'role_not_assignable'],
    ['as none at all', { roles: [] }, 'role_required'],
    ['beside another one', { roles: ['member', 'staff'] }, 'one_role_only'],
  ];
  for (const [what, admission, code] of named) {
    it(`SEC_S11 no provider gives a role ${what}`, async () => {
      await assert.rejects(create({ admission: { ...ADMISSION, ...admission } }), isRefusal(code));
    });
  }

  it('SEC_S11 an administrator names only roles that are theirs to give, also in what they merely change', async () => {
    const high = { ...ADMISSION, highestRole: 'admin', groups: { Admins: 'admin' } };
    await assert.rejects(create({ admission: high }, admin), isRefusal('role_not_yours_to_give'));
    const { id, version } = await create({ admission: high });
    await assert.rejects(
      changeProvider(world.asAccount(admin), {
        ...wish({ admission: high }),
        providerId: id,
        version,
      } as never),
      isRefusal('role_not_yours_to_give'),
    );
  });
});

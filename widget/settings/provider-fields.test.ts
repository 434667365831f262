// The way between a provider and its fields: what is sent is what the wire takes, and nothing is lost on the way there and back.
import { expect } from '@open-wc/testing';
import { CreateProvider } from '../../shared/contract/providers.ts';
import { tables } from '../../shared/presets/tables.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import { aProvider } from '../testing/memory-settings.ts';
import { fieldsOf, givenBy, rolesToGive, valuesOf } from './provider-fields.ts';

const roles = rolesToGive(rightsOf(aViewer(tables, ['owner'])));

describe('the fields of a provider', () => {
  for (const number of [0, 1, 2])
    it(`SEC_B14 S12 say of provider ${number} what is stored, as the wire takes it, and no secret`, () => {
      const provider = aProvider(number);
      const values = valuesOf(provider, roles);
      const given = givenBy(provider.config.kind, (name) => values[name] ?? '');
      const sent = CreateProvider.parse({ ...given, idempotencyKey: crypto.randomUUID() });
      expect([sent.name, sent.config, sent.admission]).to.deep.equal([
        provider.name,
        provider.config,
        provider.admission,
      ]);
      expect(given).not.to.have.property('secret');
    });

  for (const kind of ['oidc', 'oauth2', 'saml'] as const)
    it(`of a new one (${kind}) are taken by the wire once those that are needed are filled in`, () => {
      const needed = fieldsOf(kind, false).filter(({ isNeeded }) => isNeeded === true);
      const typed = Object.fromEntries(needed.map(({ name }) => [name, 'https://example.org']));
      const values = { ...valuesOf(kind, roles), ...typed };
      const given = givenBy(kind, (name) => values[name] ?? '');
      const { config, admission } = CreateProvider.parse({ ...given, idempotencyKey: crypto.randomUUID() });
      expect(config.kind).to.equal(kind);
      expect([admission.roles, admission.highestRole, admission.most, admission.groups]).to.deep.equal([
        ['member'],
        'member',
        null,
        {},
      ]);
    });

  it('leave a group without a name out, and keep one that is named like a property of every object', () => {
    const values = { ...valuesOf('oidc', roles), groups: '[["","staff"],["constructor","staff"]]' };
    const { admission } = givenBy('oidc', (name) => (values as Record<string, string>)[name] ?? '');
    expect(Object.entries(admission.groups ?? {})).to.deep.equal([['constructor', 'staff']]);
  });
});

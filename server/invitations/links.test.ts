// The secret of a link: opens as what it was made for, and in no altered form.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InvitationId } from '../../shared/ids.ts';
import { createLinks } from './links.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e' as InvitationId;
const links = createLinks('https://people.example/users', 'a secret for tests only, long enough');
const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

describe('the link of an invitation', () => {
  it('opens as the invitation, generation and channel it was made for', () => {
    const token = tokenOf(links.invitation(ID, 3, 'mail'));
    assert.deepEqual(links.open(token), { invitationId: ID, generation: 3, channel: 'mail', opensAll: true });
  });

  it('SEC_B16 starts with the configured base, whatever a request says', () => {
    assert.match(links.invitation(ID, 1, 'copy'), /^https:\/\/people\.example\/users\/invitation\//);
  });

  it('SEC_B25 differs between mail and copy', () => {
    assert.notEqual(links.invitation(ID, 1, 'mail'), links.invitation(ID, 1, 'copy'));
  });

  it('SEC_B09 opens in no form with another character at any place', () => {
    const token = tokenOf(links.invitation(ID, 1, 'mail'));
    for (let at = 0; at < token.length; at += 1) {
      for (const other of ['A', 'z', '0', '.', '-']) {
        if (token[at] === other) continue;
        const altered = token.slice(0, at) + other + token.slice(at + 1);
        assert.equal(links.open(altered), undefined, `place ${at} as "${other}"`);
      }
    }
  });

  it('SEC_B10 opens with no seal of another channel, generation or invitation', () => {
    const seal = (link: string): string => tokenOf(link).split('.').at(-1)!;
    const [mail, copy, next] = [
      links.invitation(ID, 1, 'mail'),
      links.invitation(ID, 1, 'copy'),
      links.invitation(ID, 2, 'mail'),
    ];
    assert.equal(links.open(`${ID}.1.m.${seal(copy)}`), undefined);
    assert.equal(links.open(`${ID}.1.m.${seal(next)}`), undefined);
    assert.equal(links.open(`${ID}.2.m.${seal(mail)}`), undefined);
  });

  it('SEC_B09 opens with nothing sealed by another deployment', () => {
    const elsewhere = createLinks('https://people.example/users', 'another secret for tests, long enough');
    assert.equal(links.open(tokenOf(elsewhere.invitation(ID, 1, 'mail'))), undefined);
  });
});

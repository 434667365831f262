// The states of an invitation at a moment, exact at the boundary.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { StoredInvitationState } from './invitation.ts';
import { INVITATION_HOURS, invitationState } from './invitation.ts';

const HOUR = 3_600_000;
const SENT = Date.UTC(2026, 0, 31, 12);
const ENDS = SENT + 24 * HOUR;
const ENDED: readonly StoredInvitationState[] = ['accepted', 'revoked', 'declined'];

describe('invitationState', () => {
  it('is pending up to the last millisecond before it expires (SEC_B05, W26)', () => {
    assert.equal(invitationState('pending', ENDS, SENT), 'pending');
    assert.equal(invitationState('pending', ENDS, ENDS - 1), 'pending');
  });

  it('is expired at the very moment it expires, and ever after (SEC_B05)', () => {
    assert.equal(invitationState('pending', ENDS, ENDS), 'expired');
    assert.equal(invitationState('pending', ENDS, ENDS + 1), 'expired');
    assert.equal(invitationState('pending', ENDS, Number.MAX_SAFE_INTEGER), 'expired');
  });

  it('keeps how it ended, whatever the clock says (W26, W29)', () => {
    for (const state of ENDED)
      for (const now of [SENT, ENDS - 1, ENDS, ENDS + 1])
        assert.equal(invitationState(state, ENDS, now), state);
  });

  it('never becomes pending again as time goes on', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (expiresAt, now, later) => {
        if (invitationState('pending', expiresAt, now) === 'expired')
          assert.equal(invitationState('pending', expiresAt, now + later), 'expired');
      }),
    );
  });
});

describe('the bounds of an invitation', () => {
  it('are one hour and thirty days, 24 hours unless set otherwise (SEC_B05)', () => {
    assert.deepEqual(INVITATION_HOURS, { min: 1, default: 24, max: 30 * 24 });
  });
});

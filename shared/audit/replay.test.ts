// Proves what a trail says that people are now.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditAction } from './entry.ts';
import type { ReplayedEntry } from './replay.ts';
import { replayMembers } from './replay.ts';

const entry = (
  action: AuditAction,
  id: string,
  after: unknown = null,
  workspaceId = 'w1',
  kind = 'member',
): ReplayedEntry => ({
  action,
  target: { kind, id, name: null },
  after,
  workspaceId,
});
const replay = (...entries: ReplayedEntry[]) => Object.fromEntries(replayMembers(entries));
const joined = entry('member.join', 'ada', { roles: ['owner'], status: 'active' });

describe('replayMembers', () => {
  it('knows nobody before the first entry', () => assert.deepEqual(replay(), {}));

  it('follows joining, roles, switching off and on (SEC_R20)', () => {
    assert.deepEqual(replay(joined), { ada: { roles: ['owner'], status: 'active' } });
    assert.deepEqual(replay(joined, entry('member.change-role', 'ada', { roles: ['staff'] })), {
      ada: { roles: ['staff'], status: 'active' },
    });
    const off = entry('member.deactivate', 'ada', { status: 'deactivated' });
    assert.deepEqual(replay(joined, off), { ada: { roles: ['owner'], status: 'deactivated' } });
    assert.deepEqual(replay(joined, off, entry('member.reactivate', 'ada', { status: 'active' })), {
      ada: { roles: ['owner'], status: 'active' },
    });
  });

  it('forgets who was removed, who left, and everybody of a deleted workspace', () => {
    assert.deepEqual(replay(joined, entry('member.remove', 'ada')), {});
    assert.deepEqual(replay(joined, entry('member.leave', 'ada')), {});
    const elsewhere = entry('member.join', 'ben', { roles: ['admin'], status: 'active' }, 'w2');
    assert.deepEqual(
      Object.keys(replay(joined, elsewhere, entry('workspace.delete', 'w1', null, 'w1', 'workspace'))),
      ['ben'],
    );
  });

  it('is not misled by entries that say something else of a member', () => {
    assert.deepEqual(
      replay(joined, entry('member.remove', 'ada'), entry('person.erase', 'ada', { entries: 3 })),
      {},
    );
    assert.deepEqual(replay(joined, entry('member.link-subject', 'ada', { hostKeyId: 'k' })), {
      ada: { roles: ['owner'], status: 'active' },
    });
    assert.deepEqual(replay(entry('invitation.create', 'i1', { roles: ['staff'] }, 'w1', 'invitation')), {});
  });
});

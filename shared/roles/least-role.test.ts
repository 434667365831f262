// The role to begin with.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { leastRole } from './least-role.ts';

it('W20 W41 the role to begin with is the lowest of the policy, and one made here only where there is no other', () => {
  const own = { key: 'own', isCustom: true } as const;
  const role = (key: string): { readonly key: string; readonly isCustom?: true } => ({ key });
  const [high, low] = [role('high'), role('low')];
  assert.equal(leastRole([high, low, own]), low);
  assert.equal(leastRole([high, low]), low);
  assert.equal(leastRole([own]), own);
  assert.equal(leastRole([]), undefined);
});

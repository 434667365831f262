// Looking people up by their ids, as a deep link to one person does.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { MemberPage } from '../../shared/members/member.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { readMembers } from './read.ts';

describe('members by id', () => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  before(async () => {
    world = await createWorld();
    owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
  });
  after(() => world.close());

  const pageOf = async (ids: (typeof owner)['id'][]): Promise<MemberPage> => {
    const query = { filter: { ids }, sort: { by: 'name', direction: 'ascending' }, limit: 50 } as const;
    return JSON.parse((await readMembers(world.asAccount(owner.accountId), query)).page) as MemberPage;
  };

  it('T3 finds the person of a deep link, exactly', async () => {
    const staff = await world.addMember({ email: 'stan@acme.test', name: 'Stan', roles: ['staff'] });
    const page = await pageOf([staff.id]);
    assert.deepEqual(
      page.rows.map(({ name }) => name),
      ['Stan'],
    );
    assert.deepEqual(page.total, { count: 1, isExact: true });
  });

  it('SEC_E01 finds nobody of another workspace', async () => {
    const workspaceId = await world.addWorkspace('Elsewhere');
    const other = await world.addMember({ email: 'else@other.test', roles: ['owner'], workspaceId });
    assert.deepEqual((await pageOf([other.id])).rows, []);
  });
});

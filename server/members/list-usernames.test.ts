// Finding people by their usernames, against the naive list, and through every way a username comes about.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { Member, MemberPage } from '../../shared/members/member.ts';
import { MEMBER_SORTS } from '../../shared/members/member.ts';
import { directory } from '../../shared/presets/directory.ts';
import { getAccount } from '../accounts/read.ts';
import { changeProfile } from '../accounts/change-profile.ts';
import { first } from '../db/database.ts';
import type { Person } from '../testing/naive-list.ts';
import { naiveList } from '../testing/naive-list.ts';
import { manyRoles } from '../testing/policies.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createMember } from './create.ts';
import type { MemberQuery } from './list.ts';
import { listMembers } from './list.ts';
import { selectMembers } from './select.ts';
import { updateMember } from './update.ts';

const key = () => randomUUID();
const PASSWORD = 'Correct-horse1';
const NAMES = ['Ann Lee', 'Änne', 'Bo', 'Jörg von Adler', '', 'adler'];
const ROLES = [['administrator'], ['employee'], ['employee', 'analyst'], ['designer']];
const USERNAMES = ['ADLER', 'ann.lee', 'b_o', 'J-onas', 'zoe', 'lee'];
const SEARCHES = [
  'ad',
  'ADLER',
  'adler1',
  'ler2',
  '.lee',
  'b_',
  '_o1',
  'j-',
  'zo',
  'zoe7',
  'lee bo',
  'ann adler',
  'acme zoe',
  '%',
  '_',
  'nobody',
];

function people(count: number, place: string): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `m${(index * 7919) % count}@${place}.test`,
    name: NAMES[index % NAMES.length]!,
    roles: ROLES[(index * 3) % ROLES.length]!,
    status: index % 4 === 0 ? 'deactivated' : 'active',
    lastSignInAt: index % 5 === 0 ? 0 : 1_700_000_000_000 + (index % 11) * 1000,
    ...(index % 7 !== 0 && { username: `${USERNAMES[(index * 5) % USERNAMES.length]!}${place}${index}` }),
  }));
}

describe('finding people by their usernames', () => {
  let world: World;
  let large: WorkspaceId;
  let admin: Awaited<ReturnType<World['addMember']>>;
  const sets = new Map<WorkspaceId, Person[]>();
  before(async () => {
    world = await createWorld({ policy: directory });
    large = await world.addWorkspace('Large');
    const small = await world.addWorkspace('Small');
    for (const [id, count, place] of [
      [small, 210, 'sm'],
      [large, 2300, 'acme'],
    ] as const) {
      sets.set(id, people(count, place));
      await world.addMembers(sets.get(id)!, id);
    }
    admin = await world.addMember({ email: 'root@home.test', name: 'Root', roles: ['administrator'] });
  });
  after(() => world.close());

  const page = async (workspaceId: WorkspaceId, query: MemberQuery): Promise<MemberPage> =>
    JSON.parse(await listMembers(world.database.read, world.policy, workspaceId, query)) as MemberPage;
  const emails = (rows: readonly Pick<Member, 'email'>[]) => rows.map(({ email }) => email);
  const found = async (search: string, workspaceId = world.workspaceId) =>
    emails(
      (
        await page(workspaceId, {
          filter: { search },
          sort: { by: 'name', direction: 'ascending' },
          limit: 50,
        })
      ).rows,
    );
  const anns = () => world.asAccount(admin.accountId);

  it('D14 finds exactly those whom a naive search finds, gathered or walked, in every order', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...sets.keys()),
      fc.record(
        {
          search: fc.constantFrom(...SEARCHES),
          roles: fc.uniqueArray(fc.constantFrom('administrator', 'employee', 'designer'), { maxLength: 2 }),
          statuses: fc.array(fc.constantFrom('active' as const, 'deactivated' as const), { maxLength: 2 }),
        },
        { requiredKeys: ['search'] },
      ),
      fc.record({
        by: fc.constantFrom(...MEMBER_SORTS),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
      fc.integer({ min: 0, max: 1500 }),
      async (id, filter, sort, position) => {
        const query = { filter, sort, limit: 60 };
        const expected = emails(naiveList(sets.get(id)!, query, world.policy));
        const start = await page(id, query);
        assert.deepEqual(emails(start.rows), expected.slice(0, 60));
        if (start.total.isExact) assert.equal(start.total.count, expected.length);
        const landed = await page(id, { ...query, from: { position } });
        assert.deepEqual(emails(landed.rows), expected.slice(position, position + 60));
      },
    );
    await fc.assert(property, { numRuns: 250 });
  });

  it('D14 walks a search that most people answer, and finds those among them who answer by their username alone', async () => {
    const query = {
      filter: { search: 'acme' },
      sort: { by: 'name', direction: 'ascending' },
      limit: 200,
    } as const;
    assert.equal((await page(large, query)).total.isExact, false);
    // Every address of this workspace says it too, so here only the usernames do.
    const some = await world.addWorkspace('Some');
    const members = people(1800, 'user').map((person) => ({
      ...person,
      email: person.email.replace('@user', '@some'),
    }));
    await world.addMembers(members, some);
    const expected = naiveList(members, { ...query, filter: { search: 'user' } }, world.policy);
    assert.ok(expected.length > 1200 && expected.length < 1800);
    const first = await page(some, { ...query, filter: { search: 'user' } });
    assert.equal(first.total.isExact, false);
    assert.deepEqual(emails(first.rows), emails(expected.slice(0, 200)));
    const next = await page(some, {
      ...query,
      filter: { search: 'user' },
      from: { after: first.next! },
    });
    assert.deepEqual(emails(next.rows), emails(expected.slice(200, 400)));
  });

  it('D14 D22 finds somebody by the username they were made with, and still after another name', async () => {
    const made = await createMember(anns(), {
      email: 'mia@home.test',
      username: 'Mia.Quist',
      firstName: 'Mia',
      lastName: 'Kvist',
      roles: ['employee'],
      password: PASSWORD,
      confirmation: PASSWORD,
      mustChangePassword: true,
      isActive: true,
      idempotencyKey: key(),
    });
    assert.ok(made.made === 'account');
    for (const search of ['quist', 'MIA.Q', 'mi', 'ia.qu'])
      assert.deepEqual(await found(search), ['mia@home.test']);
    await updateMember(anns(), {
      memberId: made.member.id,
      version: made.member.version,
      firstName: 'Maria',
      lastName: 'Nowak',
      idempotencyKey: key(),
    });
    for (const search of ['quist', 'nowak', 'nowak quist'])
      assert.deepEqual(await found(search), ['mia@home.test']);
    assert.deepEqual(await found('kvist'), []);
  });

  it('D14 finds somebody by the username they chose themselves, wherever they are, and by one that was given to them', async () => {
    const self = await world.addMember({ email: 'self@home.test', name: 'Sam', roles: ['employee'] });
    await world.addMember({ email: 'self@home.test', name: 'Sam', roles: ['analyst'], workspaceId: large });
    const ctx = world.asAccount(self.accountId);
    const { version } = await getAccount(ctx);
    await changeProfile(ctx, { username: 'Quokka9', version, idempotencyKey: key() });
    assert.deepEqual(await found('quokka'), ['self@home.test']);
    assert.deepEqual(await found('quokka', large), ['self@home.test']);
    const given = await world.addMember({ email: 'given@home.test', name: 'Gil', roles: ['employee'] });
    await updateMember(anns(), {
      memberId: given.id,
      version: given.version,
      username: 'wombat',
      idempotencyKey: key(),
    });
    assert.deepEqual(await found('omba'), ['given@home.test']);
  });

  it('D14 names and usernames that are set at the same time are all found', async () => {
    const racers = await world.addMembers(
      Array.from({ length: 12 }, (_, index) => ({
        email: `racer${index}@home.test`,
        name: `Before${index}`,
        roles: ['employee'],
      })),
    );
    const rename = ({ id }: (typeof racers)[number], index: number) =>
      updateMember(anns(), {
        memberId: id,
        version: 1,
        firstName: `Renamed${index}x`,
        idempotencyKey: key(),
      });
    const name = async ({ accountId }: { accountId: AccountId }, index: number) =>
      changeProfile(world.asAccount(accountId), {
        username: `runner${index}x`,
        version: 1,
        idempotencyKey: key(),
      });
    await Promise.allSettled(racers.flatMap((racer, index) => [rename(racer, index), name(racer, index)]));
    for (const [index, { id }] of racers.entries()) {
      const row = await first<{ name: string; username: string | null }>(
        world.database.read,
        'SELECT name, username FROM members WHERE id = ?',
        [id],
      );
      const email = `racer${index}@home.test`;
      assert.ok(row!.username !== null || row!.name.startsWith('Renamed'), 'one of them came through');
      assert.deepEqual(await found(row!.name), [email]);
      if (row!.username !== null) assert.deepEqual(await found(row!.username), [email]);
    }
  });

  it('D14 a bulk change is about the same people as the list that was searched', async () => {
    const { members } = await selectMembers(world.database.read, world.policy, large, {
      filter: { search: 'zoeacme7' },
      except: [],
    });
    const expected = naiveList(
      sets.get(large)!,
      { filter: { search: 'zoeacme7' }, sort: { by: 'name', direction: 'ascending' }, limit: 50 },
      world.policy,
    );
    assert.ok(expected.length > 1);
    assert.deepEqual(emails(members).toSorted(), emails(expected).toSorted());
  });

  it('a policy without usernames finds nobody by one that is left from before', async () => {
    const other = await createWorld({ policy: manyRoles });
    await other.addMembers([{ email: 'a@b.test', name: 'Ann', roles: ['staff'], username: 'leftover' }]);
    for (const search of ['leftover', 'le']) {
      const query = {
        filter: { search },
        sort: { by: 'name', direction: 'ascending' },
        limit: 50,
      } as const;
      const text = await listMembers(other.database.read, other.policy, other.workspaceId, query);
      assert.deepEqual((JSON.parse(text) as MemberPage).rows, []);
    }
    await other.close();
  });
});

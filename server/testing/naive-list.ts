// The list of members as one would write it without a database, to compare the real one with. Tests only.
import type { MemberStatus } from '../../shared/policy/can.ts';
import { topRank, compilePolicy } from '../../shared/policy/compile.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { MemberQuery } from '../members/list.ts';
import { manyRoles } from './policies.ts';

/** A member as the naive list knows one; its place in the array is its age. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly status: MemberStatus;
  readonly lastSignInAt: number;
  /** Where the policy has usernames. */
  readonly username?: string;
}

const usual = compilePolicy(manyRoles);

/** Everybody who matches `query`, in its order. */
export function naiveList(
  people: readonly Person[],
  { filter, sort }: MemberQuery,
  policy = usual,
): Person[] {
  const words = nameKey(filter.search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const keyed = people.map((person, age) => ({
    person,
    age,
    name: nameKey(person.name || person.email),
    email: person.email.toLowerCase(),
    username: person.username?.toLowerCase() ?? '',
  }));
  const matching = keyed.filter(({ person, name, email, username }) => {
    if (filter.statuses !== undefined && !filter.statuses.includes(person.status)) return false;
    if (filter.roles !== undefined && !person.roles.some((role) => filter.roles!.includes(role)))
      return false;
    if (filter.dormantSince !== undefined && person.lastSignInAt >= filter.dormantSince) return false;
    return words.every((word) =>
      [name, email, username].some((text) =>
        [...word].length < 3 ? ` ${text}`.includes(` ${word}`) : text.includes(word),
      ),
    );
  });
  const value = ({ person, name, email }: (typeof keyed)[number]): string | number =>
    ({
      name,
      email,
      roles: topRank(policy, person.roles),
      status: person.status,
      lastSignIn: person.lastSignInAt,
    })[sort.by];
  // Roles and sign-ins begin with the highest.
  const isAscending = (sort.direction === 'ascending') !== (sort.by === 'roles' || sort.by === 'lastSignIn');
  const sorted = matching.toSorted((a, b) => compare(value(a), value(b)) || a.age - b.age);
  return (isAscending ? sorted : sorted.toReversed()).map(({ person }) => person);
}

/** The database compares text by its bytes. */
function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
}

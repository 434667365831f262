// Asks our server for the first page of people, for tables that have no server of their own. Runs in the page of the benchmark.
import type { Person } from './people.ts';

interface Listed extends Person {
  readonly id: number;
  readonly lastSignInAt: number;
}

interface Answer {
  readonly result: { readonly data: { readonly page: string } };
}

interface Row {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Person['role'][];
  readonly status: string;
  readonly lastSignInAt: number;
}

/** The same people, once the first of them have come as they come to the widget: by one request for the same page, read from its text. */
export async function firstPage(people: Listed[], workspace: string): Promise<readonly Listed[]> {
  const wanted = { filter: {}, sort: { by: 'name', direction: 'ascending' }, limit: 50 };
  const response = await fetch(`/api/trpc/members.list?input=${encodeURIComponent(JSON.stringify(wanted))}`, {
    headers: { 'ua-workspace': workspace },
    cache: 'no-store',
  });
  const { result } = (await response.json()) as Answer;
  const { rows } = JSON.parse(result.data.page) as { rows: readonly Row[] };
  const first = rows.map(({ name, email, roles, status, lastSignInAt }, id) => ({
    id,
    name,
    email,
    role: roles[0]!,
    isActive: status === 'active',
    lastSignInAt,
  }));
  people.splice(0, first.length, ...first);
  return people;
}

// A member as a file holds one: its columns by the policy, in the words of the policy. Pure.
import type { CellValue } from '../csv/write.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { Policy } from '../policy/policy.ts';
import type { Member } from './member.ts';
import type { MemberProfile } from './profile.ts';

/** A member with everything that goes into a file. */
export interface ExportedMember extends Member, MemberProfile {
  /** Who the person is in the list that they were imported from. */
  readonly externalId: string | null;
}

/** A page of an export, in the order of the list. */
export interface ExportPage {
  readonly rows: readonly ExportedMember[];
  readonly next: string | null;
}

/** The most people that one page of an export holds. */
export const EXPORT_PAGE = 500;

/** A column of a file: its head, which an import knows again, and what stands in it. */
export interface ExportColumn {
  readonly head: string;
  readonly cell: (member: ExportedMember) => CellValue;
}

/** The columns of a file of people under a policy. */
export function exportColumns({
  policy,
  roles,
}: Pick<CompiledPolicy, 'policy' | 'roles'>): readonly ExportColumn[] {
  const roleName = (key: string): string => {
    const name = roles.get(key)?.name ?? key;
    // What separates several would be read as two.
    return /[;|]/.test(name) ? key : name;
  };
  return [
    { head: 'E-mail', cell: ({ email }) => email },
    ...nameColumns(policy),
    ...(policy.identity.hasUsername
      ? [{ head: 'Username', cell: ({ username }: ExportedMember) => username }]
      : []),
    ...(policy.identity.profile.includes('department')
      ? [{ head: 'Department', cell: ({ department }: ExportedMember) => department }]
      : []),
    { head: 'Roles', cell: (member) => member.roles.map(roleName).join('; ') },
    ...(policy.members.deactivation === 'none'
      ? []
      : [
          {
            head: 'Status',
            cell: ({ status }: ExportedMember) => (status === 'active' ? 'Active' : 'Deactivated'),
          },
        ]),
    ...(policy.members.columns.includes('resources')
      ? [{ head: 'Assigned', cell: ({ resources }: ExportedMember) => resources }]
      : []),
    { head: 'External ID', cell: ({ externalId }) => externalId },
    { head: 'Last sign-in (UTC)', cell: ({ lastSignInAt }) => moment(lastSignInAt) },
    { head: 'Joined (UTC)', cell: ({ createdAt }) => moment(createdAt) },
    { head: 'ID', cell: ({ id }) => id },
  ];
}

/** The name as the forms of the policy ask for it: whole, or in its parts. */
function nameColumns({ identity: { profile } }: Policy): readonly ExportColumn[] {
  const parts = [
    ...(profile.includes('firstName')
      ? [{ head: 'First name', cell: ({ firstName }: ExportedMember) => firstName }]
      : []),
    ...(profile.includes('lastName')
      ? [{ head: 'Last name', cell: ({ lastName }: ExportedMember) => lastName }]
      : []),
  ];
  return parts.length > 0 ? parts : [{ head: 'Name', cell: ({ name }) => name }];
}

function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

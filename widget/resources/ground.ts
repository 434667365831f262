// Says in words what somebody's access to a resource rests on. Pure.
import type { AccessRow } from '../../shared/permissions/access.ts';
import type { AccessGround } from '../../shared/permissions/effective.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { resourceStrings as strings } from '../i18n/resource-strings.ts';
import type { Rights } from '../rights.ts';

/** Why the resource is open to the person, each reason once and with its actions where the kind has several; or why it is not. */
export function groundOf(row: AccessRow, kind: ResourceKind, rights: Rights, isSelf: boolean): string {
  if (row.rights.length === 0) {
    if (row.isNewer) return strings.newer;
    return kind.grantedTo === 'member' ? strings.notAssigned : strings.noAccess;
  }
  const nameOf = (key: string) => kind.actions.find((action) => action.key === key)?.name ?? key;
  const byGround = Map.groupBy(row.rights, ({ ground }) => wordsFor(ground, rights, isSelf));
  return [...byGround]
    .map(([words, held]) =>
      kind.actions.length === 1
        ? words
        : strings.withActions(
            held.map(({ action }) => nameOf(action)),
            words,
          ),
    )
    .join('; ');
}

function wordsFor(ground: AccessGround, rights: Rights, isSelf: boolean): string {
  if (ground.kind === 'person') return strings.assigned;
  if (ground.kind === 'owner') return isSelf ? strings.ownedByYou : strings.owned;
  return strings.throughRole(rights.roleName(ground.role));
}

// How parts of a host's database are told from each other. Nothing about what differs.
import type { DatabasePart } from '../../shared/permissions/database.ts';

/** What a part is told from another by. */
export const partId = ({ part, key }: DatabasePart): string => `${part} ${key}`;

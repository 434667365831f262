// What the demo shows: a workspace for each policy, and who can be played in it. Data only.
import type { Policy } from '../server/index.ts';
import { collaborators, tables } from '../server/index.ts';

/** The policies of the demo; each is mounted under its own path. */
export type PolicyKey = 'tables' | 'collaborators';

/** Somebody whom the visitor of the demo can be. */
export interface Persona {
  readonly key: string;
  readonly label: string;
  /** Who they are for the host's backend; null where it names nobody and the browser's own session counts. */
  readonly email: string | null;
}

/** A part of the demo. */
export interface Stage {
  readonly policy: Policy;
  readonly workspaceId: string;
  readonly workspace: string;
  readonly personas: readonly Persona[];
}

const at = (name: string): string => `${name}@meridian.example`;

const STRANGER: Persona = {
  key: 'stranger',
  label: 'A stranger: Sam Pruitt',
  email: 'sam@elsewhere.example',
};
const BROWSER: Persona = {
  key: 'browser',
  label: 'This browser: nobody, or who accepted an invitation',
  email: null,
};

/** Every part, by the key of its policy. */
export const STAGES: Readonly<Record<PolicyKey, Stage>> = {
  tables: {
    policy: tables,
    workspaceId: 'meridian-bikes',
    workspace: 'Meridian Bikes',
    personas: [
      { key: 'owner', label: 'Owner: Olivia Marsh', email: at('olivia') },
      { key: 'admin', label: 'Admin: Adam Okafor', email: at('adam') },
      { key: 'staff', label: 'Staff: Stella Lindqvist', email: at('stella') },
      { key: 'member', label: 'Member: Milo Duarte', email: at('milo') },
      { key: 'deactivated', label: 'Deactivated: Dana Whitfield', email: at('dana') },
      STRANGER,
      BROWSER,
    ],
  },
  collaborators: {
    policy: collaborators,
    workspaceId: 'meridian-catalogue',
    workspace: 'Spring catalogue',
    personas: [
      { key: 'owner', label: 'Owner: Olivia Marsh', email: at('olivia') },
      { key: 'creator', label: 'Creator: Adam Okafor', email: at('adam') },
      { key: 'editor', label: 'Editor: Stella Lindqvist', email: at('stella') },
      { key: 'commenter', label: 'Commenter: Milo Duarte', email: at('milo') },
      { key: 'viewer', label: 'Viewer: Vera Novak', email: at('vera') },
      STRANGER,
      BROWSER,
    ],
  },
};

/** The keys of the parts, in the order of the switch. */
export const POLICY_KEYS = Object.keys(STAGES) as readonly PolicyKey[];

/** Whether `key` is a part of the demo. */
export function isPolicyKey(key: unknown): key is PolicyKey {
  return typeof key === 'string' && Object.hasOwn(STAGES, key);
}

// What the demo shows: a workspace for each policy, and who can be played in it. Data only.
import type { Policy } from '../server/index.ts';
import { collaborators, directory, packages, tables, workspaces } from '../server/index.ts';
import { workshop } from './workshop.ts';

/** The policies of the demo; each is mounted under its own path. */
export type PolicyKey = 'tables' | 'collaborators' | 'packages' | 'workspaces' | 'directory' | 'workshop';

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
  /** The other workspaces of the same company, under the same key of the host; those who work there stand in `people.ts`. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
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
    others: [],
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
    others: [],
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
  packages: {
    policy: packages,
    workspaceId: 'meridian-portal',
    workspace: 'Dealer portal',
    others: [],
    personas: [
      { key: 'owner', label: 'Admin: Olivia Marsh', email: at('olivia') },
      { key: 'admin', label: 'Another admin: Adam Okafor', email: at('adam') },
      { key: 'user', label: 'User: Stella Lindqvist', email: at('stella') },
      { key: 'deactivated', label: 'Inactive: Dana Whitfield', email: at('dana') },
      STRANGER,
      BROWSER,
    ],
  },
  workspaces: {
    policy: workspaces,
    workspaceId: 'meridian-group',
    workspace: 'Meridian Group',
    others: [
      { id: 'meridian-retail', name: 'Retail' },
      { id: 'meridian-service', name: 'Service' },
    ],
    personas: [
      { key: 'owner', label: 'Super admin: Olivia Marsh', email: at('olivia') },
      { key: 'admin', label: 'Workspace admin: Adam Okafor', email: at('adam') },
      { key: 'manager', label: 'People manager: Inês Carvalho', email: at('ines') },
      { key: 'editor', label: 'Editor: Stella Lindqvist', email: at('stella') },
      { key: 'deactivated', label: 'Deactivated: Dana Whitfield', email: at('dana') },
      STRANGER,
      BROWSER,
    ],
  },
  directory: {
    policy: directory,
    workspaceId: 'meridian-directory',
    workspace: 'Meridian',
    others: [{ id: 'meridian-plant', name: 'Plant' }],
    personas: [
      { key: 'owner', label: 'Administrator: Olivia Marsh', email: at('olivia') },
      { key: 'admin', label: 'User administrator: Adam Okafor', email: at('adam') },
      { key: 'auditor', label: 'Auditor: Inês Carvalho', email: at('ines') },
      { key: 'employee', label: 'Employee: Vera Novak', email: at('vera') },
      { key: 'deactivated', label: 'Not active: Dana Whitfield', email: at('dana') },
      STRANGER,
      BROWSER,
    ],
  },
  workshop: {
    policy: workshop,
    workspaceId: 'meridian-workshop',
    workspace: 'Workshop',
    others: [],
    personas: [
      { key: 'owner', label: 'Lead: Olivia Marsh', email: at('olivia') },
      { key: 'mechanic', label: 'Mechanic: Stella Lindqvist', email: at('stella') },
      { key: 'apprentice', label: 'Apprentice: Vera Novak', email: at('vera') },
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

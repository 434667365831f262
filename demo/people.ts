// The people of the demo: forty believable ones in every state, invented. Data only.
import type { PolicyKey } from './policies.ts';

/** Somebody who works, or worked, at the demo's company. */
export interface Person {
  /** Empty where nobody has said what they are called. */
  readonly name: string;
  readonly email: string;
  readonly role: Readonly<Record<PolicyKey, string>>;
  /** How many days ago they joined. */
  readonly joined: number;
  /** How many hours ago they were last here; null where they never were. */
  readonly seen: number | null;
  readonly isOff: boolean;
}

type Level = 'owner' | 'admin' | 'lead' | 'staff' | 'talk' | 'member';

/** What a person of each level is called under each policy. */
const ROLES: Readonly<Record<Level, Person['role']>> = {
  owner: {
    tables: 'owner',
    collaborators: 'owner',
    packages: 'admin',
    workspaces: 'super-admin',
    directory: 'administrator',
    workshop: 'lead',
  },
  admin: {
    tables: 'admin',
    collaborators: 'creator',
    packages: 'admin',
    workspaces: 'admin',
    directory: 'user-administrator',
    workshop: 'lead',
  },
  lead: {
    tables: 'admin',
    collaborators: 'creator',
    packages: 'user',
    workspaces: 'people-manager',
    directory: 'auditor',
    workshop: 'mechanic',
  },
  staff: {
    tables: 'staff',
    collaborators: 'editor',
    packages: 'user',
    workspaces: 'editor',
    directory: 'designer',
    workshop: 'mechanic',
  },
  talk: {
    tables: 'member',
    collaborators: 'commenter',
    packages: 'user',
    workspaces: 'analyst',
    directory: 'approver',
    workshop: 'apprentice',
  },
  member: {
    tables: 'member',
    collaborators: 'viewer',
    packages: 'user',
    workspaces: 'viewer',
    directory: 'employee',
    workshop: 'apprentice',
  },
};

const person = (
  name: string,
  address: string,
  level: Level,
  joined: number,
  seen: number | null,
  isOff = false,
): Person => ({
  name,
  email: address.includes('@') ? address : `${address}@meridian.example`,
  role: ROLES[level],
  joined,
  seen,
  isOff,
});

const OFF = true;

/** Everybody, longest here first; the first one founded the place. */
export const PEOPLE: readonly Person[] = [
  person('Olivia Marsh', 'olivia', 'owner', 900, 0.3),
  person('Henrik Solberg', 'henrik', 'owner', 899, 30),
  person('Adam Okafor', 'adam', 'admin', 700, 2),
  person('Inês Carvalho', 'ines', 'lead', 640, 22),
  person('Stella Lindqvist', 'stella', 'staff', 610, 5),
  person('Milo Duarte', 'milo', 'talk', 580, 9),
  person('Dana Whitfield', 'dana', 'staff', 560, 1900, OFF),
  person('Vera Novak', 'vera', 'member', 540, 51),
  person('Amara Diallo', 'amara', 'staff', 520, 1),
  person('Benedikt Aigner', 'benedikt', 'staff', 500, 74),
  person('Jan Novák', 'jan.novak', 'staff', 480, 6),
  person('Jan Novák', 'novak.jan', 'member', 300, 120),
  person('Maria García', 'maria.garcia', 'talk', 470, 27),
  person('Maria García', 'mgarcia@brightspoke.example', 'member', 45, 400),
  person(
    'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
    'maria.fernandez-villaverde-ruiz-de-alarcon',
    'staff',
    455,
    12,
  ),
  person('Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior', 'hubert', 'member', 440, 700),
  person('Юлия Соколова', 'julia.sokolova', 'staff', 430, 3),
  person('佐藤 健一', 'sato', 'staff', 410, 8),
  person('王秀英', 'xiuying.wang', 'talk', 400, 33),
  person('김민준', 'minjun.kim', 'member', 380, 61),
  person('محمد العلي', 'm.alali', 'staff', 370, 4),
  person('נועה לוי', 'noa.levy', 'member', 360, 95),
  person('Ελένη Παπαδοπούλου', 'eleni', 'talk', 350, 48),
  person('Nguyễn Thị Hồng Nhung', 'nhung', 'member', 340, 18),
  person('प्रिया शर्मा', 'priya.sharma', 'staff', 330, 11),
  person('สมชาย ใจดี', 'somchai', 'member', 320, 210),
  person('Síle O’Sullivan', 'sile', 'talk', 310, 14),
  person('Robin 🚲 Ahlgren', 'robin', 'member', 290, 7),
  person('kit van der berg', 'kit', 'member', 270, 160),
  person('Łukasz Müller', 'lukasz', 'staff', 250, 20),
  person('Þórdís Guðmundsdóttir', 'thordis', 'member', 230, 340),
  person('Sunniva', 'sunniva', 'talk', 210, 26),
  person('', 'front.desk', 'member', 190, 2),
  person('', 'night-shift+spare@meridian.example', 'member', 150, null),
  person('Tobias Fink', 'tobias', 'staff', 140, null),
  person('Chiara Rinaldi', 'chiara@brightspoke.example', 'member', 120, null),
  person('Grace Achieng', 'grace', 'staff', 110, 1400, OFF),
  person('Petr Dvořák', 'petr', 'member', 100, 2200, OFF),
  person('Yusuf Demir', 'yusuf', 'member', 60, null, OFF),
  person('Noor Haddad', 'noor', 'staff', 12, 16),
];

/** Invitations that have run out: [address, days ago]. */
export const EXPIRED: Readonly<
  Partial<Record<PolicyKey, readonly (readonly [address: string, days: number])[]>>
> = {
  tables: [['Lars Nyström <lars.nystrom@meridian.example>', 4]],
  collaborators: [
    ['Ewa Kowalska <ewa@meridian.example>', 21],
    ['oskar@brightspoke.example', 9],
    ['Lars Nyström <lars.nystrom@meridian.example>', 4],
  ],
  workspaces: [['Lars Nyström <lars.nystrom@meridian.example>', 4]],
};

/** Who is invited as the demo starts. The mail server knows nobody at `gone.example`, so mail to it fails. */
export const INVITED: Readonly<Partial<Record<PolicyKey, readonly string[]>>> = {
  tables: ['Hana Sedlak <hana@meridian.example>', 'archive@gone.example'],
  collaborators: [
    'Hana Sedlak <hana@meridian.example>',
    'felix.brandt@brightspoke.example',
    'Zoë Lambert <zoe@meridian.example>',
    'workshop@meridian.example',
    'Ivo Petrov <ivo@gone.example>',
    'archive@gone.example',
  ],
  workspaces: [
    'Hana Sedlak <hana@meridian.example>',
    'Zoë Lambert <zoe@meridian.example>',
    'Ivo Petrov <ivo@gone.example>',
  ],
  workshop: ['Hana Sedlak <hana@meridian.example>'],
};

/** Who works in the other workspaces of the company, by part: [workspace, address, roles]. The first of each runs it. */
export const SEATS: Readonly<
  Partial<
    Record<PolicyKey, readonly (readonly [workspace: string, address: string, roles: readonly string[]])[]>
  >
> = {
  workspaces: [
    ['meridian-retail', 'adam@meridian.example', ['admin']],
    ['meridian-retail', 'ines@meridian.example', ['people-manager', 'editor']],
    ['meridian-retail', 'stella@meridian.example', ['editor', 'analyst']],
    ['meridian-retail', 'milo@meridian.example', ['viewer']],
    ['meridian-service', 'amara@meridian.example', ['admin']],
    ['meridian-service', 'adam@meridian.example', ['analyst']],
    ['meridian-service', 'stella@meridian.example', ['viewer']],
  ],
  directory: [
    ['meridian-plant', 'adam@meridian.example', ['administrator']],
    ['meridian-plant', 'stella@meridian.example', ['designer', 'approver']],
    ['meridian-plant', 'vera@meridian.example', ['employee']],
  ],
};

/** Who has a second role in the main workspace, by part: [address, roles]. */
export const MORE_ROLES: Readonly<
  Partial<Record<PolicyKey, readonly (readonly [address: string, roles: readonly string[]])[]>>
> = {
  workspaces: [
    ['adam@meridian.example', ['admin', 'editor']],
    ['stella@meridian.example', ['editor', 'analyst']],
  ],
  directory: [
    ['stella@meridian.example', ['designer', 'approver']],
    ['amara@meridian.example', ['designer', 'analyst', 'approver']],
  ],
};

/** The role that a workspace made for itself, by part, and who has it beside their own. */
export const MADE_ROLES: Readonly<
  Partial<
    Record<
      PolicyKey,
      {
        readonly name: string;
        readonly description: string;
        readonly capabilities: readonly string[];
        readonly holder: string;
      }
    >
  >
> = {
  workspaces: {
    name: 'Archivist',
    description: 'Reads what was published, and the reports about it.',
    capabilities: ['content.view', 'report.view'],
    holder: 'benedikt@meridian.example',
  },
  directory: {
    name: 'Front office',
    description: 'Files requests for visitors and reads reports.',
    capabilities: ['request.file', 'report.view'],
    holder: 'benedikt@meridian.example',
  },
};

/** Who lost their access in a review. */
export const REVOKED: Person = PEOPLE.find(({ name }) => name === 'Yusuf Demir')!;

/** What the company's dealers can be given in the portal, and the benches of its workshop. */
export const THINGS: Readonly<Partial<Record<PolicyKey, readonly string[]>>> = {
  packages: [
    'Catalogue',
    'Price lists',
    'Order forms',
    'Warranty claims',
    'Training videos',
    'Marketing kit',
    'Spare parts',
    'Service manuals',
  ],
  workshop: ['Bench 1', 'Bench 2', 'Wheel truing stand', 'Paint booth'],
};

/** What came after people were given what they have, by part. */
export const NEW_THINGS: Readonly<Partial<Record<PolicyKey, readonly string[]>>> = {
  packages: ['Dealer events'],
};

/** Whose a thing is, by part: [name, address]. */
export const OWNERS: Readonly<Partial<Record<PolicyKey, Readonly<Record<string, string>>>>> = {
  packages: {
    'Marketing kit': 'stella@meridian.example',
    'Training videos': 'amara@meridian.example',
  },
};

/** What people were given themselves, by part: [address, names]. */
export const ASSIGNED: Readonly<
  Partial<Record<PolicyKey, readonly (readonly [address: string, names: readonly string[]])[]>>
> = {
  packages: [
    ['stella@meridian.example', ['Catalogue', 'Order forms', 'Price lists']],
    ['milo@meridian.example', ['Catalogue', 'Training videos']],
    ['dana@meridian.example', ['Catalogue', 'Service manuals', 'Spare parts']],
    ['vera@meridian.example', ['Catalogue']],
    ['amara@meridian.example', ['Catalogue', 'Order forms', 'Price lists', 'Spare parts', 'Warranty claims']],
    ['benedikt@meridian.example', ['Service manuals', 'Spare parts']],
    ['jan.novak@meridian.example', ['Catalogue', 'Order forms']],
    ['julia.sokolova@meridian.example', ['Catalogue', 'Price lists']],
    ['sato@meridian.example', ['Service manuals', 'Spare parts', 'Warranty claims']],
    ['mgarcia@brightspoke.example', ['Marketing kit']],
    ['adam@meridian.example', ['Catalogue']],
  ],
  workshop: [
    ['stella@meridian.example', ['Bench 1', 'Wheel truing stand']],
    ['amara@meridian.example', ['Bench 2', 'Paint booth', 'Wheel truing stand']],
    ['vera@meridian.example', ['Bench 2']],
    ['milo@meridian.example', ['Bench 1']],
  ],
};

/** A workspace of another company in the same deployment: its owner has an account here, and is a stranger at Meridian. */
export const ELSEWHERE = {
  workspaceId: 'brightspoke-fair',
  workspace: 'Brightspoke trade fair',
  owner: { name: 'Lea Winter', email: 'lea@brightspoke.example' },
};

/** What the company keeps in tables. */
export const TABLES: readonly string[] = [
  'Bikes',
  'Brakes',
  'Chainsets',
  'Countries',
  'Customers',
  'Customer notes',
  'Deliveries',
  'Discounts',
  'Employees',
  'Frames',
  'Invoices',
  'Orders',
  'Order lines',
  'Payments',
  'Prices',
  'Repairs',
  'Returns',
  'Shops',
  'Stock',
  'Suppliers',
  'Test rides booked through the website by people without an account',
  'Warranties',
  'Wheels',
  'Überarbeitete Räder',
];

/** What a role may do beyond, or short of, what the policy gives it on every new table. */
export const GRANTS: readonly {
  readonly table: string;
  readonly role: string;
  readonly actions: readonly string[];
}[] = [
  { table: 'Repairs', role: 'staff', actions: ['read', 'write', 'delete'] },
  { table: 'Returns', role: 'staff', actions: ['read', 'write', 'delete'] },
  { table: 'Employees', role: 'staff', actions: ['read'] },
  { table: 'Payments', role: 'staff', actions: [] },
  { table: 'Prices', role: 'staff', actions: ['read'] },
  { table: 'Employees', role: 'member', actions: [] },
  { table: 'Payments', role: 'member', actions: [] },
  { table: 'Customer notes', role: 'member', actions: [] },
  { table: 'Repairs', role: 'member', actions: ['read', 'write'] },
  { table: 'Bikes', role: 'anon', actions: ['read'] },
  { table: 'Prices', role: 'anon', actions: ['read'] },
  { table: 'Shops', role: 'anon', actions: ['read'] },
];

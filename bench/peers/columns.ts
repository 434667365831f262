// What every table of the benchmark shows. Pure.

/** The columns: what heads them, and the property of a person. */
export const COLUMNS = [
  { header: 'Name', path: 'name' },
  { header: 'E-mail', path: 'email' },
  { header: 'Role', path: 'role' },
  { header: 'Status', path: 'isActive' },
  { header: 'Last sign-in', path: 'lastSignInAt' },
] as const;

/** How a moment is written. */
export const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

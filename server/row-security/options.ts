// What a host says about its PostgreSQL: how to ask it, and which tables hold what is granted. No statement is made here.

/**
 * Runs one statement with its parameters on one connection of the host's own driver and gives the rows.
 * Never a pool: a transaction begun by one call has to be that of the next.
 */
export type Query = (
  sql: string,
  params: readonly unknown[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** What somebody does to a table. */
export type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** A table of the host's. */
export interface TableName {
  readonly schema: string;
  readonly table: string;
}

/** A table each of whose rows is one resource, or a part of one. */
export interface RowsOfResources extends TableName {
  /** The column that holds the resource's key. */
  readonly key: string;
  /** The column that holds whose the resource is; where there is none, the owner named at registration counts. */
  readonly owner?: string;
}

/** Where the resources of a kind are: each a table of its own (kinds granted to roles), or each a row (kinds granted to people). */
export type KindInDatabase = {
  /** Action of the kind -> what it stands for; `read`, `write` and `delete` are known. */
  readonly commands?: Readonly<Record<string, readonly Command[]>>;
} & (
  | {
      /** The table that the resource of this key is; null for one that is no table here. */
      readonly tableOf: (key: string) => TableName | null;
    }
  | { readonly rowsIn: readonly RowsOfResources[] }
);

/** How the database is to follow who has what. */
export interface RowSecurityOptions {
  /** Kind of resource -> where its resources are. */
  readonly kinds: Readonly<Record<string, KindInDatabase>>;
  /**
   * The name of everything made here: the schema, the setting that names the person, and what roles and policies begin
   * with. Two workspaces in one database, or one cluster, take two names; `user_admin` by default.
   */
  readonly name?: string;
  /** The roles that the host's application signs in to the database with, which may then act as people. */
  readonly logins?: readonly string[];
  /** How the database names people, in owner columns and to begin with: by our id, or by the host's own; `memberId` by default. */
  readonly people?: 'memberId' | 'subject';
}

/** The host's database for the whole deployment: the product then looks at it and makes it follow by itself. */
export interface RowSecuritySource {
  /** One connection that nothing else uses. */
  readonly query: Query;
  /** How the database is to follow a workspace, each by a `name` of its own; null for one that has nothing there. */
  readonly optionsFor: (workspaceId: string) => RowSecurityOptions | null;
}

/** Options that cannot work; the message names the place. */
export class RowSecurityError extends Error {
  override readonly name = 'RowSecurityError';
}

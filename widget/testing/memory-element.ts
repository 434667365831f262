// <user-admin> on a server in memory. Never part of a build.
import type { UserAdminApi } from '../client/api.ts';
import { ENTRY_ELEMENTS } from '../entry-elements.ts';
import { register } from '../register.ts';
import { UserAdminElement } from '../user-admin.ts';

/** The element with its server in memory; set `api` before it is connected. */
export class MemoryUserAdminElement extends UserAdminElement {
  /** The server that the next session talks to. */
  api: UserAdminApi | undefined;

  protected override connectApi(): UserAdminApi {
    return this.api!;
  }
}

register({ ...ENTRY_ELEMENTS, 'memory-user-admin': MemoryUserAdminElement });

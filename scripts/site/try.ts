// The element on a server in memory, with what can be chosen about it. Runs in a browser; sends nothing.
import type { Policy } from '../../shared/policy/policy.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { UserAdminApi } from '../../widget/client/api.ts';
import { ENTRY_ELEMENTS } from '../../widget/entry-elements.ts';
import { register } from '../../widget/register.ts';
import { aViewer, someMembers } from '../../widget/testing/builders.ts';
import { MemoryAccount } from '../../widget/testing/memory-account.ts';
import { MemoryApi } from '../../widget/testing/memory-api.ts';
import { MemoryAudit, anEntry } from '../../widget/testing/memory-audit.ts';
import { MemoryDiagnosis } from '../../widget/testing/memory-diagnosis.ts';
import { MemoryFiles } from '../../widget/testing/memory-files.ts';
import { MemoryForms } from '../../widget/testing/memory-forms.ts';
import { MemoryInvitations, anInvitation } from '../../widget/testing/memory-invitations.ts';
import { MemoryOffboarding } from '../../widget/testing/memory-offboarding.ts';
import { MemoryPeople } from '../../widget/testing/memory-people.ts';
import { MemoryPermissions } from '../../widget/testing/memory-permissions.ts';
import { MemoryPlaces } from '../../widget/testing/memory-places.ts';
import { MemoryResources } from '../../widget/testing/memory-resources.ts';
import { MemoryReviews } from '../../widget/testing/memory-reviews.ts';
import { MemoryRoles } from '../../widget/testing/memory-roles.ts';
import { MemorySettings } from '../../widget/testing/memory-settings.ts';
import { UserAdminElement } from '../../widget/user-admin.ts';

const POLICIES: Readonly<Record<string, Policy>> = { tables, collaborators, packages, workspaces, directory };
const PEOPLE = 240;
const THINGS = ['activities', 'companies', 'contacts', 'contracts', 'deals', 'invoices', 'orders', 'tasks'];

const stage = document.querySelector<HTMLElement>('#stage')!;
const form = document.querySelector<HTMLFormElement>('.choices')!;
const markup = document.querySelector<HTMLElement>('#markup')!;

/** The element as it is, but for where it asks. */
class TriedElement extends UserAdminElement {
  readonly api: UserAdminApi = serverFor(POLICIES[chosen('policy')]!);

  protected override connectApi(): UserAdminApi {
    return this.api;
  }
}

register({ ...ENTRY_ELEMENTS, 'user-admin': TriedElement });
showAnew();
form.addEventListener('change', ({ target }) => {
  if ((target as HTMLSelectElement).name === 'policy') showAnew();
  else show();
});
form.addEventListener('submit', (event) => event.preventDefault());

/** Another element, on a server with other people. */
function showAnew(): void {
  const element = document.createElement('user-admin') as UserAdminElement;
  element.endpoint = '/people';
  stage.replaceChildren(element);
  show();
}

/** The look, density and language that are chosen. */
function show(): void {
  const element = stage.querySelector('user-admin')!;
  const [density, language] = [chosen('density'), chosen('language')];
  stage.dataset['look'] = chosen('look');
  stage.lang = language;
  element.density = density;
  const lang = language === 'en' ? '' : `<html lang="${language}">\n`;
  const compact = density === '' ? '' : ` density="${density}"`;
  markup.textContent = `${lang}<user-admin endpoint="/people" workspace="acme-project"${compact}></user-admin>`;
}

function chosen(name: string): string {
  return (form.elements.namedItem(name) as HTMLSelectElement).value;
}

/** People, invitations and rights, seen by whoever may do the most. */
function serverFor(policy: Policy): UserAdminApi {
  const roles = [policy.roles[0]!.key];
  const now = Date.now();
  // The people of tests live in a year of their own.
  const difference = now - Date.UTC(2026, 5, 1, 12);
  const moved = (time: number | null): number | null => (time === null ? null : time + difference);
  const members = someMembers(PEOPLE, policy, roles).map((member) => ({
    ...member,
    lastSignInAt: moved(member.lastSignInAt),
  }));
  const api = new MemoryApi({ viewer: aViewer(policy, roles, { isSignedIn: true, isHome: true }), members });
  for (const Part of [
    MemoryDiagnosis,
    MemoryFiles,
    MemoryForms,
    MemoryOffboarding,
    MemoryPlaces,
    MemoryRoles,
  ])
    new Part(api);
  for (const Part of [MemoryAccount, MemoryPeople, MemoryReviews, MemorySettings]) new Part(api, now);
  const before = { roles: [policy.roles.at(-1)!.key] };
  new MemoryAudit(api, [anEntry(1, { at: now - 3_600_000, before, after: { roles } })]);
  new MemoryResources(api);
  api.invitations = new MemoryInvitations(api, [anInvitation(1), anInvitation(2)]);
  api.permissions = new MemoryPermissions(api, THINGS);
  return api;
}

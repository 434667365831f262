// A page that allows as little as the widget promises to need, and counts what the browser had to stop.
import type { UserAdminElement } from '../../widget/index.ts';
import { fetchStages, fetchToken } from './host-backend.ts';

let count = 0;
document.addEventListener(
  'securitypolicyviolation',
  ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
    document.querySelector('#count')!.textContent = String((count += 1));
    const item = document.createElement('li');
    item.textContent = `${violatedDirective} stopped ${blockedURI} (${sourceFile}:${lineNumber})`;
    document.querySelector('#violations')!.append(item);
  },
);

const query = new URLSearchParams(location.search);
const policy = query.get('policy') ?? 'tables';
const widget = document.querySelector<UserAdminElement>('user-admin')!;
const stage = (await fetchStages()).find(({ key }) => key === policy)!;
Object.assign(widget, {
  endpoint: `/${policy}`,
  workspace: stage.workspaceId,
  token: ({ workspace }: { workspace: string }) => fetchToken(policy, query.get('as') ?? 'owner', workspace),
});

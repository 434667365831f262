// `npm run bench`: every figure against its floor, in one run. `-- NAME` runs one group, `--million` adds a million people.
import { addressList } from './address-list.ts';
import { permissionChecks } from './can.ts';
import { checkRates } from './checks.ts';
import { firstRowRatios } from './first-rows.ts';
import { inviteTenThousand } from './invitations.ts';
import { listRatios } from './lists.ts';
import type { Ratio } from './ratio.ts';
import { line } from './ratio.ts';
import { scrollRatios } from './scroll.ts';
import { signInRatios } from './sign-ins.ts';
import { startupRatios } from './startup.ts';

const isMillion = process.argv.includes('--million');
const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

const GROUPS: Record<string, () => Promise<Ratio[]>> = {
  startup: startupRatios,
  lists: () => listRatios(100_000),
  ...(isMillion ? { 'lists-million': () => listRatios(1_000_000) } : {}),
  invitations: inviteTenThousand,
  permissions: permissionChecks,
  checks: checkRates,
  addresses: addressList,
  'sign-ins': signInRatios,
  'first-rows': firstRowRatios,
  scroll: scrollRatios,
};

for (const [name, measure] of Object.entries(GROUPS)) {
  if (only !== undefined && name !== only) continue;
  for (const ratio of await measure()) console.log(line(ratio));
}

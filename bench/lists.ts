// Lists and searches through HTTP with session and rights, in processor time of the server against the floor's.
import type { Ratio } from './ratio.ts';
import { cpuPerRequest, startChild } from './measured-child.ts';
import { TOKEN, WORKSPACE, floorDatabase, ourDatabase } from './seeds.ts';

const HEADERS = { cookie: `user-admin=${TOKEN}; floor=${TOKEN}`, 'ua-workspace': WORKSPACE };

/** The requests compared: ours and the floor's, and what we aim at. */
const REQUESTS = [
  { name: 'first page of 50', ours: {}, floor: {}, aim: 0.7 },
  {
    name: 'page of 50, deep',
    ours: { from: { after: Buffer.from(JSON.stringify(['paul', 0])).toString('base64url') } },
    floor: { after: ['Paul', 0] },
    aim: 0.7,
  },
  { name: 'search, common text', ours: { filter: { search: 'anna' } }, floor: { search: 'anna' }, aim: 1.5 },
  {
    name: 'search, rare text',
    ours: { filter: { search: '.77777@' } },
    floor: { search: '.77777@' },
    aim: 1.5,
  },
] as const;

/** The ratios at `count` people; `amount` requests each. */
export async function listRatios(count: number, amount = 4000): Promise<Ratio[]> {
  const [ours, floor] = [
    await startChild('our-server.ts', [await ourDatabase(count)]),
    await startChild('floor-server.ts', [await floorDatabase(count)]),
  ];
  const ratios: Ratio[] = [];
  for (const request of REQUESTS) {
    const floorCpu = await cpuPerRequest(floor, `/trpc/list?input=${encode(request.floor)}`, HEADERS, amount);
    const ourCpu = await cpuPerRequest(
      ours,
      `/trpc/members.list?input=${encode(request.ours)}`,
      HEADERS,
      amount,
    );
    ratios.push({
      name: `${request.name} of ${count.toLocaleString('en')}`,
      ratio: ourCpu / floorCpu,
      aim: request.aim,
      detail: `${Math.round(ourCpu)} µs against ${Math.round(floorCpu)} µs of processor time a request`,
    });
  }
  await ours.stop();
  await floor.stop();
  return ratios;
}

function encode(input: unknown): string {
  return encodeURIComponent(JSON.stringify(input));
}

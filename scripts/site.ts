// `npm run site`: the documents as pages, in `dist/site` or the folder of the argument. Any server of files can show them.
import { join, resolve } from 'node:path';
import { buildSite } from './site/build.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist/site'));
const began = performance.now();
await buildSite(folder);
console.log(`built ${folder}  ${Math.round(performance.now() - began)} ms`);

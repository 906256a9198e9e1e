// Writes fixtures/ondral.json, paris.json and stations.json from fixtures/source, built before.
import { writeFileSync } from 'node:fs';
import { answers } from '../node_modules/.fixtures/all.js';

const all = await answers();
const under = (station) => Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith(`${station}/`)));
const files = { stations: { stations: all.stations }, ondral: under('ondral'), paris: under('paris') };
for (const [name, value] of Object.entries(files)) {
  writeFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), `${JSON.stringify(value, null, 1)}\n`);
}

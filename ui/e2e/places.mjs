// Where to go: every view of every station, one of each kind of thing, and one document of each kind that the Reports page names.
const VIEWS = [
  ['map', 'map'], ['incidents', 'incidents'], ['agreement/provisions', 'agreement'], ['agreement/schedules', 'schedules'], ['agreement/guarantees', 'guarantees'], ['agreement/proposals', 'proposals'], ['agreement/forces', 'forces'],
  ['territory/control', 'control'], ['territory/coverage', 'coverage'], ['reports/documents', 'reports'], ['reports/findings', 'findings'], ['reports/floor', 'floor'], ['reports/claims', 'claims'], ['ledger', 'ledger'],
];

const read = async (base, path) => {
  const answer = await fetch(new URL(`api/${path}`, base));
  if (!answer.ok) throw new Error(`${answer.status} from ${path}`);
  return answer.json();
};

/** Places as {name, path, map, title}: the title is part of that of the page once it is there. Rejects where the station does not answer. */
export async function placesOf(base) {
  const places = [];
  const { stations } = await read(base, 'stations');
  for (const { id, title } of stations) {
    const at = (path, name, map = false) => places.push({ name: `${id}-${name}`, path, map, title: path.startsWith('/#') ? title : '' });
    for (const [path, name] of VIEWS) at(`/#/${id}/${path}`, name, name === 'map');
    const { incidents } = await read(base, `${id}/incidents`);
    const rich = incidents.toSorted((a, b) => Number(b.finding !== null) - Number(a.finding !== null) || (b.v > a.v ? 1 : -1) || b.lineages - a.lineages)[0];
    if (rich) {
      at(`/#/${id}/incidents/${rich.id.replace('/', '-')}`, 'incident');
      at(`/#/${id}/map?sel=${rich.id.replace('/', '-')}`, 'map-selected', true);
    }
    const { entries, size } = await read(base, `${id}/ledger?limit=1`);
    if (size > 0) for (const tab of ['decoded', 'raw', 'proof']) at(`/#/${id}/ledger/${entries[0].index}${tab === 'decoded' ? '' : `?tab=${tab}`}`, `entry-${tab}`);
    const { reports } = await read(base, `${id}/reports`);
    for (const kind of ['public', 'daily', 'spot']) {
      const found = reports.find((r) => r.kind === kind);
      if (found) at(found.href, `document-${kind}`);
    }
  }
  return places;
}

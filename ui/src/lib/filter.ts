// Which incidents a reader asked for, and in which order. Pure; the address holds the choice.
import type { IncidentRow } from './contract';

export interface Choice { text?: string; v?: string; family?: string; only?: string; provision?: string }

export function matches(row: IncidentRow, choice: Choice): boolean {
  if (choice.v && row.v !== choice.v) return false;
  if (choice.family && row.family !== choice.family) return false;
  if (choice.provision && !row.cases.some((c) => c.provision === choice.provision)) return false;
  if (choice.only === 'cues' ? !row.isCue : choice.only === 'cases' ? row.cases.length === 0 : choice.only === 'findings' ? row.finding === null : choice.only === 'grave' ? !row.grave : false) return false;
  const words = (choice.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const about = [row.id, row.title, row.place, row.kind, row.v, row.a, row.mgrs, ...row.cases.map((c) => c.provision)].join(' ').toLowerCase();
  return words.every((word) => about.includes(word));
}

/** Newest first by the time asked for; the id decides between equals, so that rows never jump. */
export function order(rows: IncidentRow[], by: string | undefined): IncidentRow[] {
  const key = (r: IncidentRow) => (by === 'received' ? r.received : r.from);
  return rows.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : a.id < b.id ? -1 : 1));
}

/** "12/3" in a path is "12-3". */
export const pathId = (id: string): string => id.replace('/', '-');
export const fromPathId = (id: string): string => id.replace('-', '/');

export function incidentIcon(row: { v: IncidentRow['v']; isCue: boolean }): string {
  if (row.isCue) return 'cue';
  return row.v === 'V2' ? 'inc2' : row.v === 'V3' || row.v === 'V4' ? 'inc' : 'inc1';
}

// Where the reader is, as a hash: "#/ondral/incidents/12-3?from=…". The address is the whole state, so Back and copied links work.

export const VIEWS = ['map', 'incidents', 'agreement', 'territory', 'reports', 'ledger'] as const;
export type View = (typeof VIEWS)[number];
export interface Route { station: string; view: View; rest: string[]; query: Record<string, string> }

/** Reads a hash; what is not understood falls back to the map of the station named, or of none. */
export function parse(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [station = '', view = '', ...rest] = path.split('/').filter((p) => p !== '').map(decodeSafely);
  const query: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(search)) query[key] = value;
  return { station, view: (VIEWS as readonly string[]).includes(view) ? (view as View) : 'map', rest, query };
}

/** Writes a hash; empty and undefined query values are left out, keys stand in the order given. */
export function format(route: { station: string; view: View; rest?: string[]; query?: Record<string, string | undefined> }): string {
  const path = [route.station, route.view, ...(route.rest ?? [])].map(encodeURIComponent).join('/');
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(route.query ?? {})) if (value) search.set(key, value);
  const query = search.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `#/${path}${query ? `?${query}` : ''}`;
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

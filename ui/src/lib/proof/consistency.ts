// Whether a ledger seen before is the beginning of the one shown now, recomputed from the leaf hashes in its tiles.
import { toBase64, type Bytes } from './bytes';
import { treeRoot } from './merkle';
import type { Seen } from './memory';

const TILE = 256;
/** Above this many leaves the audit command is the better tool than a browser. */
const MOST = 64 * TILE;

/** The path of a level-0 tile (C2SP tlog-tiles): "000", "x001/234", with ".p/W" where it is not full. */
export function tilePath(number: number, width: number): string {
  const groups = [String(number % 1000).padStart(3, '0')];
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `0/${groups.join('/')}${width === TILE ? '' : `.p/${width}`}`;
}

/** True or false where it was recomputed, null where the tiles could not be had. */
export async function grewFrom(station: string, before: Seen, size: number, root: string, get: (path: string) => Promise<Bytes | null> = fetchTile(station)): Promise<boolean | null> {
  if (size > MOST) return null;
  const leaves: Bytes[] = [];
  for (let tile = 0; tile * TILE < size; tile++) {
    const width = Math.min(TILE, size - tile * TILE);
    const bytes = await get(tilePath(tile, width));
    if (bytes === null || bytes.length !== width * 32) return null;
    for (let n = 0; n < width; n++) leaves.push(bytes.slice(n * 32, n * 32 + 32));
  }
  if (toBase64(await treeRoot(leaves)) !== root) return false;
  return toBase64(await treeRoot(leaves.slice(0, before.size))) === before.root;
}

const fetchTile = (station: string) => async (path: string): Promise<Bytes | null> => {
  const answer = await fetch(`${station}/ledger/tile/${path}`).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
};

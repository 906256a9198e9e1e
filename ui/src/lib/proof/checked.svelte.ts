// Entries verified in this page, each once, and the state of the station's checkpoint.
import { read } from '../client.svelte';
import type { LedgerEntry, Ledger } from '../contract';
import { canCompute } from './bytes';
import { grewFrom } from './consistency';
import { readCheckpoint } from './note';
import { recall, remember, type Comparison, type Seen } from './memory';
import { signedByLog, verifyEntry, type State } from './verify';

const known = new Map<string, Promise<State>>();

/** Verifies an entry of a station; a second call answers from the first. */
export function check(station: string, index: number): Promise<State> {
  const name = `${station}/${index}`;
  let found = known.get(name);
  if (!found) {
    found = read<LedgerEntry>(`${station}/ledger/${index}`).then(async (e) => (e.index === index ? (await verifyEntry(e)).state : 'bad'), () => 'unable' as const);
    known.set(name, found);
  }
  return found;
}

export interface CheckpointState { state: 'pending' | 'ok' | 'bad' | 'unable'; why: Comparison | 'signature' | 'broken' | 'no-crypto' | null; before: Seen | null; size: number; recomputed: boolean }
export const checkpoint: { now: CheckpointState } = $state({ now: { state: 'pending', why: null, before: null, size: 0, recomputed: false } });

/** Checks signature, memory and growth of a station's checkpoint, and remembers it where nothing contradicts. */
export async function checkCheckpoint(station: string): Promise<void> {
  const list = await read<Ledger>(`${station}/ledger?limit=1`);
  const done = (state: CheckpointState['state'], why: CheckpointState['why'], before: Seen | null = null, recomputed = false) => {
    checkpoint.now = { state, why, before, size: list.size, recomputed };
  };
  if (!canCompute()) return done('unable', 'no-crypto');
  try {
    const note = readCheckpoint(list.checkpoint);
    const before = recall(note.origin);
    if (!(await signedByLog(list.checkpoint, list.logKey)) || note.size !== list.size || note.root !== list.root) return done('bad', 'signature', before);
    const grown = before !== null && before.size < note.size && before.key === list.logKey ? await grewFrom(station, before, note.size, note.root) : null;
    if (grown === false) return done('bad', 'broken', before);
    const outcome = remember(list.checkpoint, list.logKey, new Date().toISOString());
    done(outcome === 'first' || outcome === 'same' || outcome === 'grown' ? 'ok' : 'bad', outcome, before, grown === true);
  } catch {
    done('bad', 'signature');
  }
}

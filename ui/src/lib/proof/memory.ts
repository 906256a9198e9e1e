// What this browser saw last time, so that a ledger that shrinks or is rewritten is noticed.
import { readCheckpoint } from './note';

export interface Seen { size: number; root: string; at: string; key: string }
export type Comparison = 'first' | 'same' | 'grown' | 'shrunk' | 'rewritten' | 'other-key';

/** Compares a checkpoint with the one seen before. "grown" says nothing about the old entries: that needs the tree. */
export function compare(before: Seen | null, size: number, root: string, key: string): Comparison {
  if (before === null) return 'first';
  if (before.key !== key) return 'other-key';
  if (size < before.size) return 'shrunk';
  if (size > before.size) return 'grown';
  return root === before.root ? 'same' : 'rewritten';
}

const nameOf = (origin: string) => `truceline.checkpoint.${origin}`;

export function recall(origin: string, store: Pick<Storage, 'getItem'> = localStorage): Seen | null {
  try {
    const kept = JSON.parse(store.getItem(nameOf(origin)) ?? 'null') as Seen | null;
    return kept !== null && Number.isInteger(kept.size) && typeof kept.root === 'string' ? kept : null;
  } catch {
    return null;
  }
}

/** Remembers a checkpoint; one that contradicts what was seen is never written over it. */
export function remember(note: string, key: string, at: string, store: Storage = localStorage): Comparison {
  const { origin, size, root } = readCheckpoint(note);
  const outcome = compare(recall(origin, store), size, root, key);
  if (outcome === 'first' || outcome === 'grown' || outcome === 'same') {
    store.setItem(nameOf(origin), JSON.stringify({ size, root, at, key } satisfies Seen));
  }
  return outcome;
}

/** Forgets what was seen, by the reader's own decision (a demo that was founded anew). */
export const forget = (origin: string, store: Storage = localStorage): void => store.removeItem(nameOf(origin));

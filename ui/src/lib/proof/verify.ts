// From the bytes of one entry to the log's signature, each step with what was computed and whether it agrees.
import type { LedgerEntry } from '../contract';
import { canCompute, fromBase64, toBase64, utf8 } from './bytes';
import { climb, leafHash, type PathStep } from './merkle';
import { isSignedBy, readCheckpoint, readKey } from './note';

export type State = 'ok' | 'bad' | 'unable';
export interface Verdict {
  state: State;
  /** The step that does not agree, or why nothing could be computed. */
  why: string | null;
  leaf: string | null;
  leafAgrees: boolean;
  steps: PathStep[];
  root: string | null;
  rootAgrees: boolean;
  signed: boolean;
}

/** Verifies inclusion and signature; never throws: what cannot be read is a mismatch, what cannot be computed is "unable". */
export async function verifyEntry(entry: LedgerEntry): Promise<Verdict> {
  const verdict: Verdict = { state: 'bad', why: null, leaf: null, leafAgrees: false, steps: [], root: null, rootAgrees: false, signed: false };
  if (!canCompute()) return { ...verdict, state: 'unable', why: 'no-crypto' };
  try {
    const leaf = await leafHash(utf8(entry.raw));
    verdict.leaf = toBase64(leaf);
    verdict.leafAgrees = verdict.leaf === entry.leafHash;
    const { root, steps } = await climb(entry.index, entry.size, leaf, entry.proof.map(fromBase64));
    verdict.steps = steps;
    verdict.root = toBase64(root);
    const note = readCheckpoint(entry.checkpoint);
    verdict.rootAgrees = verdict.root === note.root && note.size === entry.size && note.root === entry.root;
    verdict.signed = await signedByLog(entry.checkpoint, entry.logKey);
    verdict.state = verdict.leafAgrees && verdict.rootAgrees && verdict.signed ? 'ok' : 'bad';
    verdict.why = verdict.leafAgrees ? (verdict.rootAgrees ? (verdict.signed ? null : 'signature') : 'root') : 'leaf';
  } catch (problem) {
    verdict.why = problem instanceof Error ? problem.message : String(problem);
  }
  return verdict;
}

/** Whether the checkpoint is signed by the log's own key, and the key is named like the origin. */
export async function signedByLog(checkpoint: string, logKey: string): Promise<boolean> {
  const note = readCheckpoint(checkpoint);
  const key = await readKey(logKey);
  return key.name === note.origin && (await isSignedBy(note, key));
}

// The Merkle tree of RFC 6962 / 9162: leaf = SHA-256(00 ‖ bytes), node = SHA-256(01 ‖ left ‖ right).
import { concat, sha256, type Bytes } from './bytes';

export const leafHash = (entry: Bytes): Promise<Bytes> => sha256(concat(new Uint8Array([0]), entry));
export const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(concat(new Uint8Array([1]), left, right));

export interface PathStep { sibling: Bytes; side: 'left' | 'right'; result: Bytes }
export interface Climb { root: Bytes; steps: PathStep[] }

/** Climbs from a leaf to the root (RFC 9162, 2.1.3.2); a path of the wrong length is an error, not another root. */
export async function climb(index: number, size: number, leaf: Bytes, path: Bytes[]): Promise<Climb> {
  if (index < 0 || index >= size) throw new Error(`entry ${index} is not in a tree of ${size}`);
  let node = index;
  let last = size - 1;
  let hash = leaf;
  const steps: PathStep[] = [];
  for (const sibling of path) {
    if (last === 0) throw new Error('the path is too long');
    const onRight = node % 2 === 1 || node === last;
    hash = onRight ? await nodeHash(sibling, hash) : await nodeHash(hash, sibling);
    steps.push({ sibling, side: onRight ? 'left' : 'right', result: hash });
    while (onRight && node % 2 === 0 && node !== 0) { node = Math.floor(node / 2); last = Math.floor(last / 2); }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) throw new Error('the path is too short');
  return { root: hash, steps };
}

/** The root over leaf hashes (RFC 9162, 2.1.1). */
export async function treeRoot(leaves: Bytes[]): Promise<Bytes> {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(await treeRoot(leaves.slice(0, split)), await treeRoot(leaves.slice(split)));
}

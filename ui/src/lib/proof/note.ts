// Checkpoints as C2SP signed notes: three lines, an empty line, signatures. Keys as "name+id+base64".
import { concat, fromBase64, sha256, toHex, utf8, type Bytes } from './bytes';

export interface Checkpoint { origin: string; size: number; root: string; body: string; signatures: { name: string; id: string; signature: Bytes }[] }
export interface Key { name: string; id: string; publicKey: Bytes }

const SIGNATURE = /^\u2014 (\S+) (\S+)$/;

/** Reads a note; throws where its shape is wrong. */
export function readCheckpoint(note: string): Checkpoint {
  const cut = note.indexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) throw new Error('not a signed note');
  const body = note.slice(0, cut + 1);
  const lines = body.split('\n');
  if (lines.length !== 4) throw new Error('a checkpoint has three lines');
  if (!/^(0|[1-9]\d*)$/.test(lines[1])) throw new Error('the size is not a number');
  const signatures = note.slice(cut + 2).split('\n').slice(0, -1).map((line) => {
    const found = SIGNATURE.exec(line);
    if (!found) throw new Error('a signature line is malformed');
    const bytes = fromBase64(found[2]);
    return { name: found[1], id: toHex(bytes.slice(0, 4)), signature: bytes.slice(4) };
  });
  return { origin: lines[0], size: Number(lines[1]), root: lines[2], body, signatures };
}

/** Reads "name+id+base64" and checks that the id is that of the key. */
export async function readKey(text: string): Promise<Key> {
  const found = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim());
  if (!found) throw new Error('not a key');
  const bytes = fromBase64(found[3]);
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error('not an Ed25519 key');
  const id = toHex((await sha256(concat(utf8(found[1]), new Uint8Array([10]), bytes))).slice(0, 4));
  if (id !== found[2]) throw new Error('the key id does not belong to the key');
  return { name: found[1], id, publicKey: bytes.slice(1) };
}

/** Whether the note carries a signature of the key, and it verifies. */
export async function isSignedBy(checkpoint: Checkpoint, key: Key): Promise<boolean> {
  const found = checkpoint.signatures.filter((s) => s.name === key.name && s.id === key.id);
  if (found.length === 0) return false;
  const imported = await crypto.subtle.importKey('raw', key.publicKey, { name: 'Ed25519' }, false, ['verify']);
  for (const s of found) {
    if (!(await crypto.subtle.verify({ name: 'Ed25519' }, imported, s.signature, utf8(checkpoint.body)))) return false;
  }
  return true;
}

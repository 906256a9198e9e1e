import { describe, expect, it } from 'vitest';
import checkpoint from '../../../../vectors/ledger/checkpoint.txt?raw';
import keys from '../../../../vectors/ledger/key.txt?raw';
import refused from '../../../../vectors/ledger/refused-notes.tsv?raw';
import { isSignedBy, readCheckpoint, readKey } from './note';
import { signedByLog } from './verify';

const publicKey = keys.split('\n')[1];
const cases = refused.split('\n').filter((l) => l !== '' && !l.startsWith('#')).map((l) => l.split('\t'));
const unescape = (text: string) => text.replaceAll('\\n', '\n');

describe('signed notes', () => {
  it('reads the recorded checkpoint and verifies its signature', async () => {
    const note = readCheckpoint(checkpoint);
    expect([note.origin, note.size]).toEqual(['ledger.example/vectors', 257]);
    expect(await isSignedBy(note, await readKey(publicKey))).toBe(true);
  });

  it('accepts none of the notes that the project refuses', async () => {
    expect(cases.length).toBeGreaterThan(5);
    for (const [code, from, to] of cases) {
      const changed = checkpoint.replace(unescape(from), unescape(to ?? ''));
      expect(changed, `${code} ${from}`).not.toBe(checkpoint);
      expect(await signedByLog(changed, publicKey).catch(() => false), `${code} ${from} -> ${to}`).toBe(false);
    }
  });

  it('refuses a key whose id is not its own', async () => {
    await expect(readKey(publicKey.replace('e56d61ef', 'e56d61ee'))).rejects.toThrow('does not belong');
  });

  it('does not take the signature of a log with another name', async () => {
    const changed = checkpoint.replace('ledger.example/vectors\n257', 'ledger.example/others\n257');
    expect(await signedByLog(changed, publicKey)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import ondral from '../../../fixtures/ondral.json';
import type { LedgerEntry } from '../contract';
import { compare, recall, remember } from './memory';
import { verifyEntry } from './verify';

const entry = (ondral as unknown as Record<string, LedgerEntry>)['ondral/ledger/31'];

describe('an entry is verified from its bytes to the signature', () => {
  it('accepts what the log signed', async () => {
    const verdict = await verifyEntry(entry);
    expect(verdict).toMatchObject({ state: 'ok', leafAgrees: true, rootAgrees: true, signed: true });
    expect(verdict.steps).toHaveLength(entry.proof.length);
  });

  it.each([
    ['a changed byte', { raw: entry.raw.replace('"version":1', '"version":2') }, 'leaf'],
    ['another index', { index: entry.index + 1 }, 'root'],
    ['a swapped path', { proof: entry.proof.toReversed() }, 'root'],
    ['a root that the note does not name', { root: entry.leafHash }, 'root'],
    ['a note with another size', { checkpoint: entry.checkpoint.replace('\n60\n', '\n61\n') }, 'root'],
  ])('refuses %s', async (_, change, why) => {
    expect(await verifyEntry({ ...entry, ...change })).toMatchObject({ state: 'bad', why });
  });

  it('refuses a signature of nobody known, and what cannot be read', async () => {
    const other = (ondral as unknown as Record<string, LedgerEntry>)['ondral/ledger/0'];
    const bent = entry.checkpoint.replace(/(— \S+ \S{20})\S/, (m, head: string) => head + (m.endsWith('A') ? 'B' : 'A'));
    expect((await verifyEntry({ ...entry, checkpoint: bent })).state).toBe('bad');
    expect((await verifyEntry({ ...other, proof: ['!'] })).state).toBe('bad');
  });
});

describe('what this browser saw before', () => {
  const before = { size: 60, root: 'a', at: '', key: 'k' };
  it.each([
    [null, 60, 'a', 'k', 'first'], [before, 60, 'a', 'k', 'same'], [before, 61, 'b', 'k', 'grown'], [before, 59, 'b', 'k', 'shrunk'], [before, 60, 'b', 'k', 'rewritten'], [before, 60, 'a', 'l', 'other-key'],
  ] as const)('%o then %i %s %s is %5$s', (seen, size, root, key, outcome) => {
    expect(compare(seen, size, root, key)).toBe(outcome);
  });

  it('is never written over by what contradicts it', () => {
    const kept = new Map<string, string>();
    const store = { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v) } as Storage;
    const origin = entry.checkpoint.split('\n')[0];
    expect(remember(entry.checkpoint, entry.logKey, 'then', store)).toBe('first');
    expect(remember(entry.checkpoint.replace('\n60\n', '\n59\n'), entry.logKey, 'now', store)).toBe('shrunk');
    expect(recall(origin, store)).toMatchObject({ size: 60, at: 'then' });
  });

  it('is nothing where the store holds nonsense', () => {
    expect(recall('x', { getItem: () => '{"size":"many"}' })).toBeNull();
    expect(recall('x', { getItem: () => '{' })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import consistency from '../../../../vectors/ledger/consistency.tsv?raw';
import inclusion from '../../../../vectors/ledger/inclusion.tsv?raw';
import paths from '../../../../vectors/ledger/tile-paths.tsv?raw';
import roots from '../../../../vectors/ledger/roots.tsv?raw';
import { concat, fromBase64, toBase64, utf8 } from './bytes';
import { grewFrom, tilePath } from './consistency';
import { climb, leafHash, treeRoot } from './merkle';

const rows = (text: string) => text.split('\n').filter((l) => l !== '' && !l.startsWith('#')).map((l) => l.split('\t'));
const leaves = (n: number) => Promise.all(Array.from({ length: n }, (_, i) => leafHash(utf8(String(i)))));
const rootOf = new Map(rows(roots).map(([size, root]) => [Number(size), root]));

describe('the tree agrees with the vectors of the project', () => {
  it('computes every recorded root', async () => {
    for (const [size, root] of rootOf) expect(toBase64(await treeRoot(await leaves(size))), `size ${size}`).toBe(root);
  });

  it('climbs every recorded path to the root of its tree', async () => {
    for (const [index, size, hashes] of rows(inclusion)) {
      const path = hashes.split(' ').filter(Boolean).map(fromBase64);
      const { root } = await climb(Number(index), Number(size), await leafHash(utf8(index)), path);
      expect(toBase64(root), `${index} of ${size}`).toBe(rootOf.get(Number(size)) ?? toBase64(await treeRoot(await leaves(Number(size)))));
    }
  });

  it('never reaches the root with a changed hash, a missing one or one too many', async () => {
    for (const [index, size, hashes] of rows(inclusion)) {
      const path = hashes.split(' ').filter(Boolean).map(fromBase64);
      if (path.length === 0) continue;
      const leaf = await leafHash(utf8(index));
      const honest = toBase64((await climb(Number(index), Number(size), leaf, path)).root);
      const bent = path.map((p, n) => (n === 0 ? concat(new Uint8Array([p[0] ^ 1]), p.slice(1)) : p));
      expect(toBase64((await climb(Number(index), Number(size), leaf, bent)).root)).not.toBe(honest);
      await expect(climb(Number(index), Number(size), leaf, path.slice(1))).rejects.toThrow('short');
      await expect(climb(Number(index), Number(size), leaf, [...path, path[0]])).rejects.toThrow('long');
    }
  });

  it('refuses an index outside the tree', async () => {
    await expect(climb(3, 3, await leafHash(utf8('3')), [])).rejects.toThrow('not in a tree');
  });
});

describe('growth is recomputed from tiles', () => {
  const serve = (all: Uint8Array[]) => async (path: string) => {
    const [, tile, width] = /^0\/(\d{3})(?:\.p\/(\d+))?$/.exec(path) ?? [];
    return concat(...all.slice(Number(tile) * 256, Number(tile) * 256 + Number(width ?? 256)));
  };

  it('names tiles as the record does', () => {
    for (const [level, number, width, path] of rows(paths)) if (level === '0') expect(`tile/${tilePath(Number(number), Number(width))}`).toBe(path);
  });

  it('accepts every recorded pair and refuses another beginning', async () => {
    for (const [older, newer] of rows(consistency)) {
      const all = await leaves(Number(newer));
      const root = toBase64(await treeRoot(all));
      const before = { size: Number(older), root: toBase64(await treeRoot(all.slice(0, Number(older)))), at: '', key: '' };
      expect(await grewFrom('x', before, all.length, root, serve(all)), `${older} to ${newer}`).toBe(true);
      expect(await grewFrom('x', { ...before, root: toBase64(await leafHash(utf8('other'))) }, all.length, root, serve(all))).toBe(false);
    }
  });

  it('says nothing where a tile cannot be had', async () => {
    expect(await grewFrom('x', { size: 1, root: '', at: '', key: '' }, 2, '', async () => null)).toBeNull();
  });
});

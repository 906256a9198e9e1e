import { expect, it } from 'vitest';
import { cluster } from './cluster';

const spots = [{ id: 'a', x: 0, y: 0 }, { id: 'b', x: 8, y: 0 }, { id: 'c', x: 40, y: 0 }, { id: 'd', x: 3, y: 3 }];

it('what would cover each other stands together, and nothing is lost', () => {
  const { single, groups } = cluster(spots, 12, null);
  expect(groups.map((g) => g.members)).toEqual([['a', 'b', 'd']]);
  expect([...single]).toEqual(['c']);
});

it('the selected one always stands alone', () => {
  const { single, groups } = cluster(spots, 12, 'b');
  expect(groups.map((g) => g.members)).toEqual([['a', 'd']]);
  expect([...single].sort()).toEqual(['b', 'c']);
});

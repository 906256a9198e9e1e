import { describe, expect, it } from 'vitest';
import { format, parse } from './route';

describe('addresses', () => {
  it('hold station, view, what is open, and the query', () => {
    const hash = '#/ondral/map?from=2031-05-14T00:00:00Z&to=2031-05-15T00:00:00Z&sel=12-3';
    expect(parse(hash)).toEqual({ station: 'ondral', view: 'map', rest: [], query: { from: '2031-05-14T00:00:00Z', to: '2031-05-15T00:00:00Z', sel: '12-3' } });
    expect(format(parse(hash))).toBe(hash);
  });

  it('come back the same whatever the names hold', () => {
    for (const rest of [['12-3'], ['provisions', '3.2(b)'], ['proposals', 'Draft of 28 March'], ['proposals', 'a/b?c#d']]) {
      const route = { station: 'ondral', view: 'agreement' as const, rest, query: { q: 'a & b = c' } };
      expect(parse(format(route))).toEqual(route);
    }
  });

  it('fall back to the map where they say nothing known', () => {
    for (const hash of ['', '#', '#/', '#/ondral', '#/ondral/nowhere', '#/ondral/%E0%A4%A']) expect(parse(hash).view, hash).toBe('map');
    expect(parse('#/ondral').station).toBe('ondral');
  });

  it('leave out what has no value', () => {
    expect(format({ station: 's', view: 'ledger', query: { a: undefined, b: '' } })).toBe('#/s/ledger');
  });
});

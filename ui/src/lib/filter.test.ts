import { describe, expect, it } from 'vitest';
import { incidents } from '../../fixtures/source/incidents';
import { fromPathId, matches, order, pathId } from './filter';

describe('the list', () => {
  it('finds by words, verification, kind and what came of it', () => {
    const found = (choice: Parameters<typeof matches>[1]) => incidents.filter((i) => matches(i, choice)).map((i) => i.id);
    expect(found({})).toHaveLength(incidents.length);
    expect(found({ text: 'pellow exactly' })).toEqual(['12/3']);
    expect(found({ v: 'V4' })).toEqual(['7/9']);
    expect(found({ provision: '2' })).toEqual(['12/3', '7/9', '3/0']);
    expect(found({ family: 'mines' })).toEqual(['6/3']);
    expect(found({ only: 'cues' })).toEqual(['4/2', '4/5']);
    expect(found({ only: 'findings' })).toEqual(['7/9']);
    expect(found({ only: 'grave' })).toEqual(['7/2']);
  });

  it('stands newest first and does not depend on the order it came in', () => {
    const ids = order(incidents, undefined).map((i) => i.id);
    expect(ids[0]).toBe('7/9');
    expect(order(incidents.toReversed(), undefined).map((i) => i.id)).toEqual(ids);
  });

  it('writes ids into paths and back', () => {
    expect(pathId('12/3')).toBe('12-3');
    expect(fromPathId(pathId('12/3'))).toBe('12/3');
  });
});

import { describe, expect, it } from 'vitest';
import { clock, duration, lag, lastDays, local, range, readUtc, stamp, stepWindow, wholeDays, windowOf } from './time';

const N = '\u202f';

describe('times', () => {
  it('carry their Z and leave out zero seconds', () => {
    expect(clock('2031-05-14T13:58:12Z')).toBe('13:58:12Z');
    expect(clock('2031-05-14T13:58:00Z')).toBe('13:58Z');
    expect(stamp('2031-05-14T13:58:12.345Z')).toBe('2031-05-14 13:58:12Z');
  });

  it('name the second date of a range only where it differs', () => {
    expect(range('2031-05-14T13:58:12Z', '2031-05-14T13:58:53Z')).toBe('2031-05-14 13:58:12Z – 13:58:53Z');
    expect(range('2031-05-14T22:00:00Z', '2031-05-15T01:00:00Z')).toBe('2031-05-14 22:00Z – 2031-05-15 01:00Z');
    expect(range('2031-05-14T22:00:00Z', '2031-05-14T22:00:00Z')).toBe('2031-05-14 22:00Z');
  });

  it('are local with their offset, summer and winter', () => {
    expect(local('2031-05-14T13:58:12Z', 'Etc/GMT+2')).toBe('11:58 local, UTC−2');
    expect(local('2026-01-06T12:00:00Z', 'Europe/Kyiv')).toBe('14:00 local, UTC+2');
    expect(local('2026-07-06T12:00:00Z', 'Europe/Kyiv')).toBe('15:00 local, UTC+3');
    expect(local('2026-07-06T12:00:00Z', 'Nowhere/At all')).toBeNull();
  });

  it('say how long in two units', () => {
    expect(duration(2_000)).toBe(`2${N}s`);
    expect(duration(3 * 3_600_000 + 240_000)).toBe(`3${N}h 4${N}min`);
    expect(duration(54 * 3_600_000 + 49 * 60_000)).toBe(`54${N}h 49${N}min`);
    expect(duration(5 * 86_400_000)).toBe(`5${N}d`);
    expect(lag('2031-05-14T13:58:12Z', '2031-05-14T13:58:14Z')).toBe(`+2${N}s`);
    expect(lag('2031-05-14T13:58:14Z', '2031-05-14T13:58:12Z')).toBe(`−2${N}s`);
  });

  it('are read only with a Z, or as a whole date', () => {
    expect(readUtc('2031-05-14 13:58Z')).toBe('2031-05-14T13:58:00Z');
    expect(readUtc('2031-05-14')).toBe('2031-05-14T00:00:00Z');
    for (const bad of ['2031-05-14 13:58', '14.05.2031', '2031-13-01', '2031-05-14T25:00Z', '']) expect(readUtc(bad), bad).toBeNull();
  });
});

describe('windows', () => {
  const day = { from: '2031-05-14T00:00:00Z', to: '2031-05-15T00:00:00Z' };
  it('step by their own length and back again', () => {
    const next = stepWindow(day.from, day.to, 1);
    expect(next).toEqual({ from: day.to, to: '2031-05-16T00:00:00Z' });
    expect(stepWindow(next.from, next.to, -1)).toEqual(day);
  });
  it('widen to whole days and shrink to hours', () => {
    expect(wholeDays('2031-05-14T06:00:00Z', '2031-05-14T12:00:00Z')).toEqual(day);
    expect(wholeDays(day.from, day.to)).toEqual(day);
    const local = { from: '2031-05-14T02:00:00Z', to: '2031-05-15T02:00:00Z' };
    expect(wholeDays('2031-05-14T06:00:00Z', '2031-05-15T01:00:00Z', local.from)).toEqual(local);
    expect(lastDays({ from: '2031-01-01T00:00:00Z', to: day.to }, 31)).toEqual({ from: '2031-04-14T00:00:00Z', to: day.to });
    expect(windowOf(day.to, 6)).toEqual({ from: '2031-05-14T18:00:00Z', to: day.to });
  });
});

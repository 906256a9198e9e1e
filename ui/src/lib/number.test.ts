import { expect, it } from 'vitest';
import { area, degrees, percent, radius, thousands } from './number';

const N = '\u202f';

it('numbers keep narrow spaces and say what is missing', () => {
  expect(thousands(18204)).toBe(`18${N}204`);
  expect(thousands(999)).toBe('999');
  expect(percent(0.5)).toBe(`50${N}%`);
  expect(percent(0)).toBe(`0${N}%`);
  expect(percent(null)).toBe('not measured');
  expect(radius(400)).toBe(`±400${N}m`);
  expect(radius(1200)).toBe(`±1.2${N}km`);
  expect(radius(null)).toBe('');
  expect(area(10864.8)).toBe(`10${N}865${N}km²`);
  expect(degrees(-28.39, -27.36)).toBe('27.3600° S  28.3900° W');
});

// Numbers as people read them. A missing figure is said, never shown as zero.
import { w } from './words.en';

const NNBSP = '\u202f';

/** "18 204" with a narrow no-break space. */
export const thousands = (n: number): string => Math.trunc(n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, NNBSP);

/** A share 0..1 as "50 %"; "not measured" where there is none. */
export function percent(share: number | null | undefined, digits = 0): string {
  return share === null || share === undefined ? w.notMeasured : `${(share * 100).toFixed(digits)}${NNBSP}%`;
}

/** Hours with at most one decimal. */
export const hours = (n: number): string => (Number.isInteger(Math.round(n * 10) / 10) ? thousands(Math.round(n)) : (Math.round(n * 10) / 10).toFixed(1));

/** Metres as "±400 m" or "±1.2 km". */
export function radius(metres: number | null): string {
  if (metres === null || metres < 0) return '';
  return metres < 1000 ? `±${Math.round(metres)}${NNBSP}m` : `±${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)}${NNBSP}km`;
}

/** Square kilometres with one decimal below a thousand. */
export const area = (km2: number): string => `${km2 < 1000 ? km2.toFixed(1) : thousands(Math.round(km2))}${NNBSP}km²`;

/** Degrees with hemispheres: "27.1700° S 28.5800° W". */
export const degrees = (lon: number, lat: number): string =>
  `${Math.abs(lat).toFixed(4)}° ${lat < 0 ? 'S' : 'N'}  ${Math.abs(lon).toFixed(4)}° ${lon < 0 ? 'W' : 'E'}`;

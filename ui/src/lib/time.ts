// Times as people read them: UTC first with its Z, local with its offset second. Input is ISO 8601 UTC ("2031-05-14T13:58:12Z").

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NNBSP = '\u202f';

export const millis = (iso: string): number => Date.parse(iso);
export const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** "2031-05-14" */
export const day = (t: string): string => t.slice(0, 10);

/** "13:58:12Z", or "13:58Z" where the seconds are zero. */
export function clock(t: string): string {
  const hms = iso(millis(t)).slice(11, 19);
  return (hms.endsWith(':00') ? hms.slice(0, 5) : hms) + 'Z';
}

/** "2031-05-14 13:58:12Z" */
export const stamp = (t: string): string => `${day(iso(millis(t)))} ${clock(t)}`;

/** "05-14 13:58Z", for dense lists within one year. */
export const shortStamp = (t: string): string => stamp(t).slice(5);

/** "2031-05-14 13:58:12Z – 13:58:53Z": the second date only where it differs. */
export function range(from: string, to: string): string {
  if (millis(from) === millis(to)) return stamp(from);
  return day(from) === day(to) ? `${stamp(from)} – ${clock(to)}` : `${stamp(from)} – ${stamp(to)}`;
}

/** "11:58 local, UTC−2" in an IANA zone; null where the browser does not know the zone. */
export function local(t: string, zone: string): string | null {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'shortOffset',
    }).formatToParts(millis(t));
    const get = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    return `${get('hour')}:${get('minute')} local, ${get('timeZoneName').replace('GMT', 'UTC').replace('-', '−')}`;
  } catch {
    return null;
  }
}

/** A length of time in its two largest units: "2 s", "4 min", "2 h 3 min", "3 d 4 h". */
export function duration(ms: number): string {
  const n = Math.abs(ms);
  const say = (value: number, unit: string) => `${value}${NNBSP}${unit}`;
  const two = (big: number, bigUnit: string, small: number, smallUnit: string) =>
    small === 0 ? say(big, bigUnit) : `${say(big, bigUnit)} ${say(small, smallUnit)}`;
  if (n < MINUTE) return say(Math.round(n / 1000), 's');
  if (n < HOUR) return say(Math.round(n / MINUTE), 'min');
  if (n < 3 * DAY) return two(Math.floor(n / HOUR), 'h', Math.floor((n % HOUR) / MINUTE), 'min');
  return two(Math.floor(n / DAY), 'd', Math.floor((n % DAY) / HOUR), 'h');
}

/** How long after the event a report arrived: "+11 s". */
export const lag = (event: string, received: string): string =>
  (millis(received) < millis(event) ? '−' : '+') + duration(millis(received) - millis(event));

/** The window moved by half its length, or a whole length. */
export function stepWindow(from: string, to: string, direction: 1 | -1): { from: string; to: string } {
  const length = millis(to) - millis(from);
  return { from: iso(millis(from) + direction * length), to: iso(millis(to) + direction * length) };
}

/** A window of the given hours that ends where the given one ends. */
export const windowOf = (to: string, hours: number): { from: string; to: string } => ({ from: iso(millis(to) - hours * HOUR), to });

/** The whole days that a window touches; days begin when the given moment's day does, by default at 00:00Z. */
export function wholeDays(from: string, to: string, begins = '2000-01-01T00:00:00Z'): { from: string; to: string } {
  const zero = millis(begins) % DAY;
  return { from: iso(Math.floor((millis(from) - zero) / DAY) * DAY + zero), to: iso(Math.ceil((millis(to) - zero) / DAY) * DAY + zero) };
}

/** The last days of a window, at most so many: what the station answers by the hour has a limit. */
export const lastDays = (window: { from: string; to: string }, days: number): { from: string; to: string } =>
  ({ from: iso(Math.max(millis(window.from), millis(window.to) - days * DAY)), to: window.to });

/** Reads "2031-05-14 13:58Z", "2031-05-14T13:58:00Z" or "2031-05-14"; a time without Z is refused, never guessed. */
export function readUtc(text: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?Z)?$/.exec(text.trim());
  if (!found) return null;
  const ms = Date.parse(`${found[1]}T${found[2] ?? '00:00'}${found[3] ?? ':00'}Z`);
  return Number.isNaN(ms) ? null : iso(ms);
}

// The tokens that the map draws with, read from the page so that map and page are one sheet.

const NAMES = ['paper', 'surface', 'ink', 'ink-2', 'ink-3', 'p1', 'p1-tint', 'p2', 'p2-tint', 'unknown', 'unknown-tint', 'event', 'area', 'noobs', 'noobs-bg', 'land', 'land-2', 'water', 'coast', 'river', 'road', 'grid', 'zone', 'zone-fill', 'halo', 'place', 'water-label'] as const;
export type Ink = Record<(typeof NAMES)[number], string>;

export function readInk(of: Element): Ink {
  const style = getComputedStyle(of);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Ink;
}

// Shapes that the drawing needs and the data does not hold: circles in true metres, a grid, arrow heads, outlines.

type FC = GeoJSON.FeatureCollection;
type Point = [number, number];
const EARTH_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;
export const collection = (features: GeoJSON.Feature[]): FC => ({ type: 'FeatureCollection', features });

/** A circle on the sphere around a place, as a polygon of 64 sides. */
export function circle(lon: number, lat: number, metres: number): Point[] {
  const angle = metres / EARTH_METRES;
  const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  return Array.from({ length: 65 }, (_, n) => {
    const bearing = (n / 64) * 2 * Math.PI;
    const y = Math.asin(sinLat * Math.cos(angle) + cosLat * Math.sin(angle) * Math.cos(bearing));
    const x = lon * RADIANS + Math.atan2(Math.sin(bearing) * Math.sin(angle) * cosLat, Math.cos(angle) - sinLat * Math.sin(y));
    return [x / RADIANS, y / RADIANS];
  });
}

/** The circles of stated precision around incidents. */
export function precisionCircles(incidents: FC): FC {
  return collection(incidents.features.flatMap((f) => {
    const metres = (f.properties?.radiusMetres as number | null) ?? 0;
    if (f.geometry.type !== 'Point' || metres <= 0) return [];
    const [lon, lat] = f.geometry.coordinates;
    return [{ type: 'Feature', properties: f.properties, geometry: { type: 'Polygon', coordinates: [circle(lon, lat, metres)] } }];
  }));
}

const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005];
/** The step that puts some six lines into a span of degrees. */
export const gridStep = (span: number): number => STEPS.find((s) => span / s >= 5) ?? 0.005;

export interface Box { west: number; south: number; east: number; north: number }
export function grid(box: Box, step: number): { lines: FC; lons: number[]; lats: number[] } {
  const every = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, n) => Number(((first + n) * step).toFixed(6)));
  };
  const [lons, lats] = [every(box.west, box.east), every(box.south, box.north)];
  const line = (a: Point, b: Point): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [a, b] } });
  return { lons, lats, lines: collection([...lons.map((x) => line([x, box.south], [x, box.north])), ...lats.map((y) => line([box.west, y], [box.east, y]))]) };
}

/** One arrow head at the last known place of each track, with its bearing in degrees. */
export function heads(tracks: FC): FC {
  return collection(tracks.features.flatMap((f) => {
    if (f.geometry.type !== 'LineString' || f.geometry.coordinates.length < 2) return [];
    const [a, b] = f.geometry.coordinates.slice(-2);
    const bearing = Math.atan2((b[0] - a[0]) * Math.cos(b[1] * RADIANS), b[1] - a[1]) / RADIANS;
    return [{ type: 'Feature', properties: { ...f.properties, bearing }, geometry: { type: 'Point', coordinates: b } }];
  }));
}

/** The box around all corners of some collections; null where there are none. */
export function extent(...parts: FC[]): Box | null {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const visit = (c: unknown): void => {
    if (!Array.isArray(c)) return;
    if (typeof c[0] !== 'number') return c.forEach(visit);
    const [x, y] = c as number[];
    Object.assign(box, { west: Math.min(box.west, x), east: Math.max(box.east, x), south: Math.min(box.south, y), north: Math.max(box.north, y) });
  };
  for (const part of parts) for (const f of part.features) if (f.geometry.type !== 'GeometryCollection') visit(f.geometry.coordinates);
  return box.west === Infinity ? null : box;
}

export function frame(box: Box | null): FC {
  if (!box) return collection([]);
  const ring = [[box.west, box.south], [box.east, box.south], [box.east, box.north], [box.west, box.north], [box.west, box.south]];
  return collection([{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }]);
}

/** Cuts a ring where it only follows the frame of the sheet: the end of a drawing is not a coast. */
function withoutFrame(ring: GeoJSON.Position[], box: Box | null): GeoJSON.Position[][] {
  if (!box) return [ring];
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  const onFrame = (p: GeoJSON.Position, q: GeoJSON.Position) => [box.west, box.east].some((x) => near(p[0], x) && near(q[0], x)) || [box.south, box.north].some((y) => near(p[1], y) && near(q[1], y));
  const pieces: GeoJSON.Position[][] = [[]];
  ring.forEach((p, n) => {
    if (n > 0 && onFrame(ring[n - 1], p)) pieces.push([]);
    pieces.at(-1)?.push(p);
  });
  return pieces.filter((piece) => piece.length > 1);
}

/** Outlines whose right side is outside, for the fading coast; nothing is drawn along the frame of the sheet. */
export function coasts(land: FC, box: Box | null = null): FC {
  const signed = (ring: GeoJSON.Position[]) => ring.reduce((sum, [x, y], n) => sum + x * (ring[(n + 1) % ring.length][1]) - ring[(n + 1) % ring.length][0] * y, 0);
  const rings = land.features.flatMap((f) => (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.type === 'MultiPolygon' ? f.geometry.coordinates : []));
  return collection(rings.flatMap((polygon) => polygon.flatMap((ring, n) => {
    const turned = signed(ring) > 0 === (n === 0) ? ring : ring.toReversed();
    return withoutFrame(turned, box).map((coordinates): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }));
  })));
}

/** A place for a label: the mean of a polygon's outer corners, the middle of a line, the point itself. */
export function labelPlace(g: GeoJSON.Geometry): Point | null {
  if (g.type === 'Point') return g.coordinates as Point;
  if (g.type === 'LineString') return g.coordinates[Math.floor(g.coordinates.length / 2)] as Point;
  const ring = g.type === 'Polygon' ? g.coordinates[0] : g.type === 'MultiPolygon' ? g.coordinates[0]?.[0] : undefined;
  if (!ring || ring.length < 2) return null;
  const corners = ring.slice(0, -1);
  return [corners.reduce((s, c) => s + c[0], 0) / corners.length, corners.reduce((s, c) => s + c[1], 0) / corners.length];
}

import { describe, expect, it } from 'vitest';
import { circle, coasts, collection, extent, grid, gridStep, heads } from './shapes';

const RADIANS = Math.PI / 180;
const metres = ([x1, y1]: number[], [x2, y2]: number[]) => {
  const h = Math.sin(((y2 - y1) * RADIANS) / 2) ** 2 + Math.cos(y1 * RADIANS) * Math.cos(y2 * RADIANS) * Math.sin(((x2 - x1) * RADIANS) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
};

describe('shapes', () => {
  it('draw circles in true metres at any latitude', () => {
    for (const lat of [0, -27.3, 68]) for (const r of [50, 400, 5000]) for (const p of circle(-28.4, lat, r)) expect(Math.abs(metres([-28.4, lat], p) - r)).toBeLessThan(r * 0.001);
  });

  it('put about six grid lines across', () => {
    expect(gridStep(1.1)).toBe(0.2);
    const made = grid({ west: -28.95, east: -27.85, south: -27.95, north: -27.05 }, 0.2);
    expect(made.lons).toEqual([-28.8, -28.6, -28.4, -28.2, -28]);
    expect(made.lines.features).toHaveLength(made.lons.length + made.lats.length);
  });

  it('point arrow heads where the track went', () => {
    const east = heads(collection([{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[0, 0], [1, 0]] } }]));
    expect(east.features[0].properties?.bearing).toBeCloseTo(90);
    expect(heads(collection([{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 0] } }])).features).toHaveLength(0);
  });

  it('turn coasts so that water is on the right, whichever way the ring came', () => {
    const ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
    const of = (r: number[][]) => (coasts(collection([{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [r] } }])).features[0].geometry as GeoJSON.LineString).coordinates;
    expect(of(ring)).toEqual(ring);
    expect(of(ring.toReversed())).toEqual(ring);
  });

  it('draw no coast along the frame of the sheet', () => {
    const land = collection([{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[0, 0.2], [0.5, 0.4], [1, 0.2], [1, 1], [0, 1], [0, 0.2]]] } }]);
    const box = extent(land, collection([{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0.5, 0] } }]));
    expect(box).toEqual({ west: 0, south: 0, east: 1, north: 1 });
    expect(coasts(land, box).features.map((f) => (f.geometry as GeoJSON.LineString).coordinates)).toEqual([[[0, 0.2], [0.5, 0.4], [1, 0.2]]]);
  });
});

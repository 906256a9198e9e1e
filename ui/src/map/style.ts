// The sheet's own style: no tiles, no glyphs, no sprite from anywhere; data from the station, ink from the tokens.
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapData } from '../lib/contract';
import type { Ink } from './ink';
import { coasts, collection, extent, frame, heads, precisionCircles } from './shapes';

export const LAYERS: Record<string, string[]> = {
  line: ['line-halo', 'line-ink', 'line-gap'], fringe: ['fringe-left', 'fringe-right'], control: ['control-1', 'control-2', 'control-0', 'control-edge'],
  zones: ['zone-fill', 'zone-edge', 'zone-sea', 'zone-buffer'], incidents: ['incidents', 'rings', 'selected'], cues: ['cues'], precision: ['circle-fill', 'circle-sure', 'circle-unsure', 'cue-circle'],
  tracks: ['track', 'track-jump', 'track-head'], noobs: ['noobs-fill', 'noobs-edge'], restrictions: ['restrictions'], grid: ['grid'],
};

type Sources = StyleSpecification['sources'];
export function sources(data: MapData): Record<string, GeoJSON.FeatureCollection> {
  const incidents = collection(data.incidents.features.filter((f) => !f.properties?.isCue));
  const cues = collection(data.incidents.features.filter((f) => f.properties?.isCue));
  const box = extent(data.land, data.water);
  return {
    frame: frame(box), land: data.land, coast: coasts(data.land, box), shore: coasts(data.water, box), water: data.water, waterways: data.waterways, roads: data.roads, places: data.places, lines: data.lines, zones: data.zones, control: data.control,
    noobs: data.notObserved, incidents, cues, circles: precisionCircles(incidents), 'cue-circles': precisionCircles(cues), tracks: data.tracks, heads: heads(data.tracks), restrictions: data.restrictions, grid: collection([]), selected: collection([]), rings: collection([]),
  };
}

/** The style for some data; parties in the agreement's order, so that a pattern belongs to a place in it and not to a name. */
export function style(data: MapData, ink: Ink, parties: string[]): StyleSpecification {
  const made: Sources = {};
  for (const [name, fc] of Object.entries(sources(data))) made[name] = { type: 'geojson', data: fc };
  return { version: 8, sources: made, layers: layers(ink, parties, data.land.features.length > 0) };
}

function layers(ink: Ink, [first, second]: string[], hasLand: boolean): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const line = (id: string, source: string, paint: object, more: object = {}): LayerSpecification => ({ id, source, type: 'line', layout: round, paint, ...more }) as LayerSpecification;
  const fill = (id: string, source: string, paint: object, more: object = {}): LayerSpecification => ({ id, source, type: 'fill', paint, ...more }) as LayerSpecification;
  const icons = (id: string, source: string, image: unknown, more: object = {}): LayerSpecification => ({ id, source, type: 'symbol', layout: { 'icon-image': image, 'icon-allow-overlap': true, 'icon-ignore-placement': true, ...more } }) as LayerSpecification;
  const fringe = (side: string) => ['match', ['get', side], first, 'fringe-1', second, 'fringe-2', 'fringe-0'];
  const sure = ['in', ['get', 'v'], ['literal', ['V3', 'V4']]];
  const kindIn = (...kinds: string[]) => ['in', ['get', 'kind'], ['literal', kinds]];
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': hasLand ? ink.paper : ink.land } },
    fill('frame', 'frame', { 'fill-color': ink.water }),
    line('coast-3', 'coast', { 'line-color': ink.coast, 'line-width': 1, 'line-opacity': 0.18, 'line-offset': 15 }),
    line('coast-2', 'coast', { 'line-color': ink.coast, 'line-width': 1, 'line-opacity': 0.35, 'line-offset': 7 }),
    fill('land', 'land', { 'fill-color': ink.land, 'fill-antialias': false }),
    line('coast-1', 'coast', { 'line-color': ink.coast, 'line-width': 1.2 }),
    fill('water', 'water', { 'fill-color': ink.water, 'fill-antialias': false }),
    line('shore', 'shore', { 'line-color': ink.coast, 'line-width': 1 }),
    line('neatline', 'frame', { 'line-color': ink['ink-3'], 'line-width': 1 }),
    line('waterways', 'waterways', { 'line-color': ink.river, 'line-width': 2.2 }),
    line('roads', 'roads', { 'line-color': ink.road, 'line-width': 1.8 }),
    line('grid', 'grid', { 'line-color': ink.grid, 'line-width': 0.8 }),
    fill('control-1', 'control', { 'fill-pattern': 'held-1', 'fill-opacity': 0.4 }, { filter: ['==', ['get', 'side'], first ?? ''] }),
    fill('control-2', 'control', { 'fill-pattern': 'held-2', 'fill-opacity': 0.4 }, { filter: ['==', ['get', 'side'], second ?? ''] }),
    fill('control-0', 'control', { 'fill-pattern': 'unknown', 'fill-opacity': 0.4 }, { filter: ['!', ['in', ['get', 'side'], ['literal', [first ?? '', second ?? '']]]] }),
    line('control-edge', 'control', { 'line-color': ink['ink-3'], 'line-width': 0.8, 'line-dasharray': [1, 3] }),
    fill('zone-fill', 'zones', { 'fill-color': ink['zone-fill'] }, { filter: ['all', ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]], ['!', kindIn('buffer', 'sea', 'lane')]] }),
    line('zone-edge', 'zones', { 'line-color': ink.zone, 'line-width': 1.3 }, { filter: kindIn('area', 'volume') }),
    line('zone-sea', 'zones', { 'line-color': ink.zone, 'line-width': 1.5, 'line-dasharray': [0.6, 2] }, { filter: kindIn('sea', 'lane') }),
    line('zone-buffer', 'zones', { 'line-color': ink.zone, 'line-width': 1.2, 'line-dasharray': [6, 2.5, 1, 2.5] }, { filter: kindIn('buffer'), layout: { 'line-cap': 'butt', 'line-join': 'round' } }),
    line('fringe-left', 'lines', { 'line-pattern': fringe('leftParty'), 'line-width': 12, 'line-offset': -8 }, { layout: { 'line-join': 'round' } }),
    line('fringe-right', 'lines', { 'line-pattern': fringe('rightParty'), 'line-width': 12, 'line-offset': 8 }, { layout: { 'line-join': 'round' } }),
    line('line-halo', 'lines', { 'line-color': ink.halo, 'line-width': 6.5 }),
    line('line-ink', 'lines', { 'line-color': ink.ink, 'line-width': 4.2 }),
    line('line-gap', 'lines', { 'line-color': ink.halo, 'line-width': 1.4 }),
    fill('noobs-fill', 'noobs', { 'fill-pattern': 'noobs', 'fill-opacity': 0.75 }),
    line('noobs-edge', 'noobs', { 'line-color': ink.noobs, 'line-width': 1.2, 'line-dasharray': [4, 2.5] }, { layout: { 'line-cap': 'butt' } }),
    line('cue-circle', 'cue-circles', { 'line-color': ink['ink-3'], 'line-width': 1, 'line-dasharray': [2, 3] }),
    fill('circle-fill', 'circles', { 'fill-color': ink.area, 'fill-opacity': ['case', ['>', ['get', 'radiusMetres'], 2000], 0.35, 1] }),
    line('circle-sure', 'circles', { 'line-color': ink.event, 'line-width': 1 }, { filter: sure }),
    line('circle-unsure', 'circles', { 'line-color': ink.event, 'line-width': 1, 'line-dasharray': [4, 3] }, { filter: ['!', sure], layout: { 'line-cap': 'butt' } }),
    line('track', 'tracks', { 'line-color': ink['water-label'], 'line-width': 1.4 }, { filter: ['!=', ['get', 'interference'], true] }),
    line('track-jump', 'tracks', { 'line-color': ink['water-label'], 'line-width': 1.4, 'line-dasharray': [3, 3] }, { filter: ['==', ['get', 'interference'], true], layout: { 'line-cap': 'butt' } }),
    icons('track-head', 'heads', ['case', ['==', ['get', 'interference'], true], 'jump', 'arrow'], { 'icon-rotate': ['get', 'bearing'], 'icon-rotation-alignment': 'map' }),
    icons('places', 'places', ['match', ['get', 'rank'], 'town', 'town', 'village'], {}),
    icons('restrictions', 'restrictions', 'denied'),
    icons('cues', 'cues', 'cue'),
    icons('incidents', 'incidents', ['match', ['get', 'v'], 'V2', 'inc-2', 'V3', 'inc-3', 'V4', 'inc-3', 'refuted', 'inc-x', 'not-verifiable', 'inc-n', 'inc-1']),
    { id: 'rings', source: 'rings', type: 'circle', paint: { 'circle-radius': 12, 'circle-color': ink.surface, 'circle-stroke-color': ink.event, 'circle-stroke-width': 1.6 } },
    icons('selected', 'selected', 'selected'),
  ].map((l) => (l.id === 'places' ? { ...l, filter: ['!=', ['get', 'rank'], 'sea'] } : l.id === 'restrictions' ? { ...l, filter: ['==', ['geometry-type'], 'Point'] } : l)) as LayerSpecification[];
}

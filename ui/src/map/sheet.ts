// One drawn map: makes it, feeds it, and says what the reader chose and sees. Asked for only when a map is shown: it carries the drawing library.
import { Map as Sheet, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { MapData } from '../lib/contract';
import { addImages } from './images';
import { readInk } from './ink';
import { cluster } from './cluster';
import { labelOverlay, labelsOf, type Label } from './labels';
import { collection, grid, gridStep, type Box } from './shapes';
import { LAYERS, sources, style } from './style';

setWorkerUrl(workerUrl);
const APART_PX = 15;

export interface Options {
  host: HTMLElement; overlay: HTMLElement; label: string; data: MapData; parties: string[]; interactive?: boolean;
  onselect?: (id: string) => void; onbox?: (box: Box) => void; onpoint?: (lon: number, lat: number) => void; onready?: () => void;
}
export type Handle = ReturnType<typeof drawSheet>;

export function drawSheet(o: Options) {
  const ink = readInk(o.host);
  const [west, south, east, north] = o.data.bbox;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const sheet = new Sheet({
    container: o.host, style: style(o.data, ink, o.parties), bounds: [west, south, east, north], fitBoundsOptions: { padding: 12 }, attributionControl: false, maplibreLogo: false,
    dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false, fadeDuration: 0, maxZoom: 16, interactive: o.interactive ?? true, cooperativeGestures: false, locale: { 'Map.Title': o.label },
  });
  sheet.touchZoomRotate?.disableRotation();
  const labels = labelOverlay(sheet, o.overlay);
  let ready = false;
  let chosen: string | null = null;
  let current = o.data;

  const box = (): Box => { const b = sheet.getBounds(); return { west: b.getWest(), south: b.getSouth(), east: b.getEast(), north: b.getNorth() }; };
  const set = (name: string, data: GeoJSON.FeatureCollection) => (sheet.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  function drawGrid() {
    const b = box();
    const { lines, lons, lats } = grid(b, gridStep(b.east - b.west));
    set('grid', lines);
    return { lons, lats };
  }
  /** Incidents that would cover each other at this zoom become a ring with their number. */
  function gather() {
    const incidents = sources(current).incidents.features;
    const spots = incidents.flatMap((f) => (f.geometry.type === 'Point' ? [{ id: String(f.properties?.id), ...sheet.project(f.geometry.coordinates as [number, number]) }] : []));
    const { single, groups } = cluster(spots.map(({ id, x, y }) => ({ id, x, y })), APART_PX, chosen);
    const rings = groups.map((g) => ({ at: sheet.unproject([g.x, g.y]).toArray(), n: g.members.length }));
    set('incidents', collection(incidents.filter((f) => single.has(String(f.properties?.id)))));
    set('rings', collection(rings.map((r) => ({ type: 'Feature', properties: { n: r.n }, geometry: { type: 'Point', coordinates: r.at } }))));
    const counts = rings.map((r): Label => ({ at: r.at, text: String(r.n), kind: 'count', rank: 0, layer: 'incidents' }));
    labels.show([...counts, ...labelsOf(current).filter((l) => l.id === undefined || single.has(l.id))]);
    labels.select(chosen);
  }
  function feed(data: MapData) {
    current = data;
    for (const [name, fc] of Object.entries(sources(data))) if (!['grid', 'selected', 'incidents', 'rings'].includes(name)) set(name, fc);
    gather();
  }
  function select(id: string | null, data: MapData) {
    chosen = id;
    const found = data.incidents.features.find((f) => f.properties?.id === id);
    if (ready) {
      set('selected', collection(found ? [found] : []));
      gather();
    }
    return found?.geometry.type === 'Point' ? (found.geometry.coordinates as [number, number]) : null;
  }

  sheet.once('style.load', () => addImages(sheet, ink));
  sheet.on('load', () => {
    ready = true;
    drawGrid();
    select(chosen, current);
    o.onbox?.(box());
    o.onready?.();
  });
  sheet.on('moveend', () => { if (ready) { drawGrid(); gather(); o.onbox?.(box()); } });
  sheet.on('dataloading', () => { delete o.host.dataset.drawn; });
  sheet.on('idle', () => { o.host.dataset.drawn = 'yes'; });
  sheet.on('mousemove', (e) => o.onpoint?.(e.lngLat.lng, e.lngLat.lat));
  for (const layer of ['incidents', 'cues']) {
    sheet.on('click', layer, (e) => { const id: unknown = e.features?.[0]?.properties?.id; if (typeof id === 'string') o.onselect?.(id); });
    sheet.on('mouseenter', layer, () => { sheet.getCanvas().style.cursor = 'pointer'; });
    sheet.on('mouseleave', layer, () => { sheet.getCanvas().style.cursor = ''; });
  }

  sheet.on('click', 'rings', (e) => { sheet.easeTo({ center: e.lngLat, zoom: sheet.getZoom() + 2, animate: !still }); });

  return {
    sheet, feed, box,
    select(id: string | null, data: MapData, move: boolean) {
      const at = select(id, data);
      if (at && move && !sheet.getBounds().contains(at)) sheet.easeTo({ center: at, animate: !still });
    },
    /** Shows exactly the named groups of layers. */
    layers(on: Set<string>) {
      const off = new Set<string>();
      for (const [group, ids] of Object.entries(LAYERS)) {
        if (!on.has(group)) off.add(group);
        for (const id of ids) if (sheet.getLayer(id)) sheet.setLayoutProperty(id, 'visibility', on.has(group) ? 'visible' : 'none');
      }
      labels.hide(off);
    },
    zoom(by: number) { sheet.easeTo({ zoom: sheet.getZoom() + by, animate: !still }); },
    whole(data: MapData) { const [a, b, c, d] = data.bbox; sheet.fitBounds([a, b, c, d], { padding: 12, animate: !still }); },
    destroy() { sheet.remove(); o.overlay.replaceChildren(); },
  };
}

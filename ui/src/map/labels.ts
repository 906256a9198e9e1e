// Names on the sheet as page text: sharp in every script, no glyph files, placed by importance, hidden where they would touch.
import type { Map as Sheet } from 'maplibre-gl';
import type { MapData } from '../lib/contract';
import { labelPlace } from './shapes';

export interface Label { at: [number, number]; text: string; kind: 'town' | 'village' | 'sea' | 'region' | 'zone' | 'noobs' | 'incident' | 'water' | 'count'; rank: number; id?: string; layer?: string }

/** All labels that the data asks for, most important first. */
export function labelsOf(data: MapData): Label[] {
  const made: Label[] = [];
  const add = (fc: GeoJSON.FeatureCollection, one: (p: Record<string, unknown>) => Omit<Label, 'at'> | null) => {
    for (const f of fc.features) {
      const [at, label] = [labelPlace(f.geometry), one(f.properties ?? {})];
      if (at && label?.text) made.push({ at, ...label });
    }
  };
  add(data.incidents, (p) => (p.isCue ? null : { text: String(p.id), kind: 'incident', rank: p.v === 'V4' || p.v === 'V3' ? 3 : 6, id: String(p.id), layer: 'incidents' }));
  add(data.notObserved, (p) => ({ text: String(p.label ?? ''), kind: 'noobs', rank: 1, layer: 'noobs' }));
  add(data.places, (p) => (p.rank === 'sea' ? { text: String(p.name), kind: 'sea', rank: 2 } : { text: String(p.name), kind: p.rank === 'town' ? 'town' : 'village', rank: p.rank === 'town' ? 2 : 5 }));
  add(data.zones, (p) => (p.kind === 'buffer' ? null : { text: String(p.label ?? p.name), kind: 'zone', rank: 4, layer: 'zones' }));
  add(data.water, (p) => (p.name ? { text: String(p.name), kind: 'water', rank: 4 } : null));
  add(data.waterways, (p) => (p.name ? { text: String(p.name), kind: 'water', rank: 7 } : null));
  add(data.regions, (p) => ({ text: String(p.name), kind: 'region', rank: 7 }));
  return made.sort((a, b) => a.rank - b.rank);
}

const RIGHT_OF = new Set(['town', 'village', 'incident']);
/** Names of areas may move up or down a little; names of places and marks may not. */
const FREE = new Set(['zone', 'noobs', 'region', 'water', 'sea']);
const MOVES = [0, -22, 22, -44, 44];
const MARK = 20;
interface Placed { x: number; y: number; width: number; height: number }
const touch = (a: Placed, b: Placed) => a.x < b.x + b.width + 2 && b.x < a.x + a.width + 2 && a.y < b.y + b.height + 1 && b.y < a.y + a.height + 1;

/** Keeps the labels of a sheet in an overlay; call `show` with new labels, `hide` for layers switched off. */
export function labelOverlay(sheet: Sheet, host: HTMLElement) {
  let items: { label: Label; element: HTMLElement; width: number; height: number }[] = [];
  let hidden = new Set<string>();
  let selected: string | null = null;

  function place() {
    const { clientWidth, clientHeight } = host;
    const taken: Placed[] = [];
    for (const { label } of items) {
      if (label.kind !== 'incident' || hidden.has('incidents')) continue;
      const p = sheet.project(label.at);
      taken.push({ x: p.x - MARK / 2, y: p.y - MARK / 2, width: MARK, height: MARK });
    }
    const order = selected ? [...items].sort((a, b) => Number(b.label.id === selected) - Number(a.label.id === selected)) : items;
    for (const { label, element, width, height } of order) {
      const p = sheet.project(label.at);
      const x = RIGHT_OF.has(label.kind) ? p.x + (label.kind === 'incident' ? 14 : 8) : p.x - width / 2;
      const out = x + width < 0 || p.y < -20 || x > clientWidth || p.y > clientHeight + 20;
      const inside = FREE.has(label.kind) ? Math.max(4, Math.min(x, clientWidth - width - 4)) : x;
      const boxes = (FREE.has(label.kind) ? MOVES : [0]).map((by) => ({ x: inside, y: p.y - height / 2 + by, width, height }));
      const box = out || hidden.has(label.layer ?? '') ? undefined : boxes.find((b) => label.kind === 'count' || !taken.some((t) => touch(t, b)));
      element.style.visibility = box ? 'visible' : 'hidden';
      if (!box) continue;
      taken.push(box);
      element.style.transform = `translate(${Math.round(box.x)}px,${Math.round(box.y)}px)`;
    }
  }

  sheet.on('move', place);
  sheet.on('resize', place);
  return {
    show(labels: Label[]) {
      host.replaceChildren();
      items = labels.map((label) => {
        const element = document.createElement('span');
        element.className = `l-${label.kind}`;
        element.textContent = label.text;
        host.append(element);
        return { label, element, width: 0, height: 0 };
      });
      for (const item of items) { item.width = item.element.offsetWidth; item.height = item.element.offsetHeight; }
      place();
    },
    hide(layers: Set<string>) { hidden = layers; place(); },
    select(id: string | null) {
      selected = id;
      for (const { label, element } of items) element.classList.toggle('sel', label.id === id);
      place();
    },
  };
}

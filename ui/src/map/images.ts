// Patterns and marks as images, drawn at twice their size with the tokens' ink.
import type { Map as Sheet } from 'maplibre-gl';
import type { Ink } from './ink';

const SCALE = 2;
type Draw = (g: CanvasRenderingContext2D) => void;

function image(width: number, height: number, draw: Draw): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const g = canvas.getContext('2d');
  if (!g) throw new Error('no canvas');
  g.scale(SCALE, SCALE);
  draw(g);
  return g.getImageData(0, 0, canvas.width, canvas.height);
}

/** 45 degree hatch on a tile of 8, without seams. */
const hatch = (colour: string, cross: boolean): Draw => (g) => {
  g.strokeStyle = colour;
  g.lineWidth = 1;
  g.beginPath();
  for (const at of [-8, 0, 8]) {
    g.moveTo(at - 1, 9); g.lineTo(at + 9, -1);
    if (cross) { g.moveTo(at - 1, -1); g.lineTo(at + 9, 9); }
  }
  g.stroke();
};

/** Party 1: strokes across the fringe; they stand upright where the line runs level, as in the legend. */
const strokes = (ink: string, tint: string, across: number): Draw => (g) => {
  g.fillStyle = tint;
  g.fillRect(0, 0, 20, across);
  g.fillStyle = ink;
  for (let x = 1; x < 20; x += 5) g.fillRect(x, 0, 1.6, across);
};

const dots = (ink: string, tint: string, across: number): Draw => (g) => {
  g.fillStyle = tint;
  g.fillRect(0, 0, 20, across);
  g.fillStyle = ink;
  for (let x = 2; x < 20; x += 4) for (let y = 2; y < across; y += 4) { g.beginPath(); g.arc(x, y, 1.15, 0, 7); g.fill(); }
};

/** A mark on the sprite's grid of 16, in the middle of 20. */
const mark = (paths: { d: string; fill?: string; stroke?: string; dash?: number[] }[]): Draw => (g) => {
  g.translate(2, 2);
  g.lineJoin = 'round';
  for (const { d, fill, stroke, dash } of paths) {
    const path = new Path2D(d);
    if (fill) { g.fillStyle = fill; g.fill(path); }
    if (stroke) { g.strokeStyle = stroke; g.lineWidth = 1.6; g.setLineDash(dash ?? []); g.stroke(path); }
  }
};
const LOZENGE = 'M8 1.5L14.5 8 8 14.5 1.5 8z';
const TRIANGLE = 'M8 3l5.5 10h-11z';

export function addImages(sheet: Sheet, ink: Ink): void {
  const add = (name: string, width: number, height: number, draw: Draw) => sheet.addImage(name, image(width, height, draw), { pixelRatio: SCALE });
  const halo = { d: LOZENGE, stroke: ink.halo };
  add('noobs', 8, 8, hatch(ink.noobs, false));
  add('unknown', 8, 8, hatch(ink.unknown, true));
  add('fringe-1', 20, 12, strokes(ink.p1, ink['p1-tint'], 12));
  add('fringe-2', 20, 12, dots(ink.p2, ink['p2-tint'], 12));
  add('fringe-0', 8, 12, (g) => { hatch(ink.unknown, true)(g); g.translate(0, 8); hatch(ink.unknown, true)(g); });
  add('held-1', 20, 20, strokes(ink.p1, 'transparent', 20));
  add('held-2', 20, 20, dots(ink.p2, 'transparent', 20));
  add('inc-1', 20, 20, mark([halo, { d: LOZENGE, fill: ink.surface, stroke: ink.event }]));
  add('inc-2', 20, 20, mark([halo, { d: LOZENGE, fill: ink.surface, stroke: ink.event }, { d: 'M8 1.5v13L1.5 8z', fill: ink.event }]));
  add('inc-3', 20, 20, mark([halo, { d: LOZENGE, fill: ink.event, stroke: ink.event }]));
  add('inc-x', 20, 20, mark([halo, { d: LOZENGE, fill: ink.surface, stroke: ink['ink-2'] }, { d: 'M4.5 11.5l7-7', stroke: ink['ink-2'] }]));
  add('inc-n', 20, 20, mark([{ d: LOZENGE, fill: ink.surface }, { d: LOZENGE, stroke: ink['ink-2'], dash: [2.2, 2] }]));
  add('cue', 20, 20, mark([{ d: TRIANGLE, fill: ink.halo }, { d: TRIANGLE, stroke: ink.ink, dash: [2.4, 1.8] }]));
  add('selected', 36, 36, (g) => { g.strokeStyle = ink.ink; g.lineWidth = 2; g.strokeRect(2, 2, 32, 32); });
  add('arrow', 12, 12, (g) => { g.fillStyle = ink['water-label']; g.fill(new Path2D('M6 0l4.5 11L6 8.6 1.5 11z')); });
  add('jump', 12, 12, (g) => { g.fillStyle = ink.halo; g.strokeStyle = ink['water-label']; g.lineWidth = 1.4; const p = new Path2D('M6 0.8l4 10L6 8.6 2 10.8z'); g.fill(p); g.stroke(p); });
  add('denied', 20, 20, mark([{ d: 'M1 3h14v10H1z', fill: ink.halo }, { d: 'M1.5 4h13M1.5 12h13M8 4v8M4 4v8M12 4v8', stroke: ink.ink }]));
  add('town', 10, 10, (g) => { g.fillStyle = ink.halo; g.fillRect(0.5, 0.5, 9, 9); g.fillStyle = ink.place; g.fillRect(1.5, 1.5, 7, 7); });
  add('village', 8, 8, (g) => { g.fillStyle = ink.halo; g.beginPath(); g.arc(4, 4, 3.8, 0, 7); g.fill(); g.fillStyle = ink.place; g.beginPath(); g.arc(4, 4, 2.6, 0, 7); g.fill(); });
}

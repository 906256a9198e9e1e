// Visits every page of both stations, wide and narrow, light and dark, and the documents the station writes.
// Asserts: nothing on the console, no request to another origin, no axe violation (WCAG 2.2 AA), no page wider than the screen.
// Usage: node e2e/pages.mjs BASE_URL [OUT_FOLDER] [--only=TEXT] [--quick]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { placesOf } from './places.mjs';

const [base, out = 'shots', ...flags] = process.argv.slice(2);
if (!base) {
  console.error('Usage: node e2e/pages.mjs BASE_URL [OUT_FOLDER] [--only=TEXT] [--quick]');
  process.exit(2);
}
const origin = new URL(base).origin;
const only = flags.find((f) => f.startsWith('--only='))?.slice(7);
const LOOKS = [
  { name: '1440-light', width: 1440, height: 900, colorScheme: 'light' },
  { name: '1440-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: '390-light', width: 390, height: 844, colorScheme: 'light' },
  { name: '390-dark', width: 390, height: 844, colorScheme: 'dark' },
].filter((look) => !flags.includes('--quick') || look.name === '1440-light' || look.name === '390-light');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

mkdirSync(out, { recursive: true });
const faults = [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

async function visit(context, look, place) {
  const page = await context.newPage();
  const say = (what) => faults.push(`${place.name} (${look.name}): ${what}`);
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') say(`console ${m.type()}: ${m.text()} ${m.location().url}`); });
  page.on('pageerror', (e) => say(`script error: ${e.message}`));
  page.on('request', (r) => { if (/^https?:/.test(r.url()) && new URL(r.url()).origin !== origin) say(`request to another origin: ${r.url()}`); });
  page.on('response', (r) => { if (r.status() >= 400) say(`${r.status()} from ${r.url()}`); });
  try {
    await page.goto(base.replace(/\/$/, '') + place.path, { waitUntil: 'networkidle', timeout: 30_000 });
    await page.waitForTimeout(place.map ? 1500 : 250);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) say(`${over} px wider than the screen`);
    if (/Could not read this|Reading …/.test(await page.evaluate(() => document.body.innerText))) say('something could not be read');
    await page.screenshot({ path: join(out, `${place.name}-${look.name}.png`), fullPage: !place.map || look.width < 700 });
    const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    for (const v of found.violations) say(`axe ${v.id}: ${v.help} at ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')} (${v.nodes.length})`);
  } catch (problem) {
    say(`did not load: ${problem.message.split('\n')[0]}`);
  }
  await page.close();
}

const places = (await placesOf(base)).filter((p) => !only || p.name.includes(only));
for (const look of LOOKS) {
  const { name: _, colorScheme, ...viewport } = look;
  const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Europe/Kyiv', locale: 'uk-UA', reducedMotion: 'reduce' });
  for (const place of places) await visit(context, look, place);
  await context.close();
}
await browser.close();

for (const fault of faults) console.error(fault);
console.log(`${places.length} pages, ${LOOKS.length} looks, ${faults.length} faults; pictures in ${out}`);
process.exit(faults.length === 0 ? 0 : 1);

// Visits every page of both stations, wide and narrow, light and dark, and the documents the station writes.
// Asserts: nothing on the console, no request to another origin, no axe violation (WCAG 2.2 AA), no page wider than the screen.
// Usage: node e2e/pages.mjs BASE_URL [OUT_FOLDER] [--only=TEXT] [--looks=1440-light,390-dark]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { placesOf } from './places.mjs';

const [base, out = 'shots', ...flags] = process.argv.slice(2);
if (!base) {
  console.error('Usage: node e2e/pages.mjs BASE_URL [OUT_FOLDER] [--only=TEXT] [--looks=1440-light,390-dark]');
  process.exit(2);
}
const origin = new URL(base).origin;
const flag = (name) => flags.find((f) => f.startsWith(`--${name}=`))?.slice(name.length + 3);
const LOOKS = [
  { name: '1440-light', width: 1440, height: 900, colorScheme: 'light' },
  { name: '390-light', width: 390, height: 844, colorScheme: 'light' },
  { name: '1440-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: '390-dark', width: 390, height: 844, colorScheme: 'dark' },
].filter((look) => flag('looks')?.split(',').includes(look.name) ?? true);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const PATIENCE = 60_000;

mkdirSync(out, { recursive: true });
const faults = [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

/** One page per look: places of the app are reached by the address alone, as a reader does. */
async function lookAt(look, places) {
  const { name, colorScheme, ...viewport } = look;
  const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Europe/Kyiv', locale: 'uk-UA', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  let at = '';
  const say = (what) => faults.push(`${at} (${name}): ${what}`);
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') say(`console ${m.type()}: ${m.text()} ${m.location().url}`); });
  page.on('pageerror', (e) => say(`script error: ${e.message}`));
  page.on('request', (r) => { if (/^https?:/.test(r.url()) && new URL(r.url()).origin !== origin) say(`request to another origin: ${r.url()}`); });
  page.on('response', (r) => { if (r.status() >= 400) say(`${r.status()} from ${r.url()}`); });
  for (const place of places) {
    at = place.name;
    try {
      await page.goto(base.replace(/\/$/, '') + place.path, { timeout: PATIENCE });
      await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
      await page.waitForFunction((title) => document.title.includes(title), place.title);
      await page.waitForFunction(() => !/Reading …|Computing …|\nchecking\n/.test(document.body.innerText));
      if (place.map) await page.waitForSelector('[data-drawn]', { state: 'attached' });
      await page.evaluate(() => document.fonts.ready.then(() => true));
      await page.waitForTimeout(150);
      if (/Could not read this/.test(await page.evaluate(() => document.body.innerText))) say('something could not be read');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) say(`${over} px wider than the screen`);
      await page.screenshot({ path: join(out, `${place.name}-${name}.png`), fullPage: !place.map || look.width < 700 });
      // The names on the sheet repeat the list for the eye only, over a canvas that axe cannot see into.
      const found = await new AxeBuilder({ page }).withTags(TAGS).exclude('.names').analyze();
      for (const v of found.violations) say(`axe ${v.id}: ${v.help} at ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')} (${v.nodes.length})`);
    } catch (problem) {
      say(`did not load: ${problem.message.split('\n')[0]}`);
    }
  }
  await context.close();
}

const places = (await placesOf(base)).filter((p) => !flag('only') || p.name.includes(flag('only')));
for (const look of LOOKS) await lookAt(look, places);
await browser.close();

for (const fault of [...new Set(faults)]) console.error(fault);
console.log(`${places.length} pages, ${LOOKS.length} looks, ${faults.length} faults; pictures in ${out}`);
process.exit(faults.length === 0 ? 0 : 1);

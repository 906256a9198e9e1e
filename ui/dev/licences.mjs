// Puts the licences of what is shipped to readers beside it, as licences.txt.
import { readFileSync } from 'node:fs';

const SHIPPED = ['svelte', 'maplibre-gl', '@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4', '@fontsource/ibm-plex-mono'];
const FILES = { 'maplibre-gl': 'LICENSE.txt', svelte: 'LICENSE.md' };

export const licences = () => ({
  name: 'licences',
  generateBundle() {
    const text = SHIPPED.map((name) => {
      const folder = new URL(`../node_modules/${name}/`, import.meta.url);
      const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
      return `${name} ${version}\n\n${readFileSync(new URL(FILES[name] ?? 'LICENSE', folder), 'utf8')}`;
    });
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: text.join(`\n${'-'.repeat(80)}\n\n`) });
  },
});

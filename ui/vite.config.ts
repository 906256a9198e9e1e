import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [svelte()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:18091', '^/[a-z]+/(public|reports|ledger|proof|incidents)': 'http://127.0.0.1:18091' } },
  test: { include: ['src/**/*.test.ts', 'fixtures/**/*.test.ts'] },
});

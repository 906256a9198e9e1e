import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { licences } from './dev/licences.mjs';

export default defineConfig({
  base: './',
  plugins: [svelte(), licences()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:18091', '^/[a-z]+/(public|reports|ledger|proof|incidents)': 'http://127.0.0.1:18091' } },
  test: { testTimeout: 60_000, include: ['src/**/*.test.ts', 'fixtures/**/*.test.ts'] },
});

// SPDX-License-Identifier: EUPL-1.2
/** Builds the page of an outcome by itself, beside the studio: its text comes first, the map's engines long after it. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { withoutOtherLanguages, withoutUnusedShaders } from './vite.config.ts';

export default defineConfig({
  base: './',
  plugins: [react(), withoutUnusedShaders(), withoutOtherLanguages(), oneFolderDown()],
  resolve: { dedupe: ['react', 'react-dom', 'three', 'zustand'] },
  worker: { format: 'es' },
  publicDir: false,
  build: {
    target: 'es2022',
    // The studio's build is there already.
    emptyOutDir: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: fileURLToPath(new URL('outcome.html', import.meta.url)),
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ },
            { name: 'three', test: /node_modules[\\/]three[\\/]/ },
          ],
        },
      },
    },
  },
});

/** The page is at /esito/…: what it names lies one folder up, also where the server is not at the root. */
function oneFolderDown(): Plugin {
  return {
    name: 'one-folder-down',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll(/(href|src)="\.\//g, '$1="../'),
    },
  };
}

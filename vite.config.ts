// SPDX-License-Identifier: EUPL-1.2
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The shell comes first, the map's engines after it; deck.gl only once a layer needs it. */
export default defineConfig({
  // Relative, so that the built app runs in any folder of a server.
  base: './',
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom', 'three', 'zustand'] },
  worker: { format: 'es' },
  server: { proxy: { '/city': `http://localhost:${process.env.PORT ?? 8080}` } },
  build: {
    target: 'es2022',
    // No data: addresses: fonts and scripts come from this server alone (CSP).
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
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

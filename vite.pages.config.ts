// SPDX-License-Identifier: EUPL-1.2
/** Builds the pages about the site by themselves, beside the studio: what both use would else be parted in two. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { withoutOtherLanguages } from './vite.config.ts';

export default defineConfig({
  base: './',
  plugins: [react(), withoutOtherLanguages()],
  resolve: { dedupe: ['react', 'react-dom', 'zustand'] },
  publicDir: false,
  build: {
    target: 'es2022',
    // The studio's build is there already.
    emptyOutDir: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: fileURLToPath(new URL('pages.html', import.meta.url)) },
  },
});

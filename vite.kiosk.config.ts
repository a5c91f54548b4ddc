// SPDX-License-Identifier: EUPL-1.2
/** Builds the kiosk and its operator's page by themselves: nothing of the studio can come with them unseen. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { withoutOtherLanguages, withoutUnusedShaders } from './vite.config.ts';

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  // Its second page is deeper than its first, and a server is needed anyway.
  base: '/',
  plugins: [
    react(),
    withoutUnusedShaders(),
    withoutOtherLanguages(),
    withoutWordsOfTheStudio(),
    tellsItsFiles(),
  ],
  resolve: { dedupe: ['react', 'react-dom', 'three', 'zustand'] },
  worker: {
    format: 'es',
    // The service worker answers for a worker whose own address begins with /kiosk, as for the page.
    rolldownOptions: { output: { entryFileNames: 'kiosk-assets/[name]-[hash].js' } },
  },
  publicDir: false,
  build: {
    target: 'es2022',
    // The studio's build is there already.
    emptyOutDir: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        kiosk: fileOf('kiosk.html'),
        'kiosk-health': fileOf('kiosk-health.html'),
        'kiosk-worker': fileOf('src/app/kiosk/service-worker.ts'),
        'kiosk-start': fileOf('src/app/kiosk/start-again.ts'),
      },
      output: {
        // A service worker has one address for ever, and what stands before all others is named in the page by hand.
        entryFileNames: ({ name }) =>
          name === 'kiosk-worker' || name === 'kiosk-start' ? '[name].js' : 'assets/[name]-[hash].js',
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

/** The words of panels that are not here: nothing asks for them, and a kiosk without network need not keep them. */
function withoutWordsOfTheStudio(): Plugin {
  return {
    name: 'without-words-of-the-studio',
    apply: 'build',
    transform: {
      filter: { id: /app[\\/]text[\\/](?:it|en)-(?!codes|winds|kiosk|tools|outcome)[\w-]+\.ts$/ },
      handler: () => ({ code: 'export {};', map: null }),
    },
  };
}

/** Writes `kiosk-build.json`: every file of this build, and a name for all of them together, which the page has too. */
function tellsItsFiles(): Plugin {
  return {
    name: 'tells-its-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter((file) => /^(?:kiosk-)?assets\//.test(file))
          .sort();
        const build = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
        const source = JSON.stringify({ build, files });
        this.emitFile({ type: 'asset', fileName: 'kiosk-build.json', source });
        const page = bundle['kiosk.html'];
        if (page?.type !== 'asset') throw new Error('the build has no kiosk.html');
        page.source = String(page.source).replace('__KIOSK_BUILD__', build);
      },
    },
  };
}

// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** `npm run dev` shows what a running `npm run serve` has. */
const SERVER = `http://localhost:${process.env.PORT ?? 8080}`;

/** The shell comes first, the map's engines after it; deck.gl only once a layer needs it. */
export default defineConfig({
  // Relative, so that the built app runs in any folder of a server.
  base: './',
  plugins: [react(), withoutUnusedShaders(), withoutOtherLanguages()],
  resolve: { dedupe: ['react', 'react-dom', 'three', 'zustand'] },
  worker: { format: 'es' },
  server: { proxy: { '/city': SERVER, '/api': SERVER } },
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
            { name: 'tiles-engine', test: /node_modules[\\/](?:3d-tiles-renderer|meshoptimizer)[\\/]/ },
            // What the page begins with stays one file, however much of it the later parts use too.
            { name: beginning(), debugName: 'beginning', priority: 1 },
          ],
        },
      },
    },
  },
});

type ModuleInfos = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };

/** Names the chunk of what `main.tsx` imports, directly or by way of others, without waiting for it. */
function beginning(): (id: string, infos: ModuleInfos) => string | null {
  const begins = new Set<string>();
  const follow = (id: string, infos: ModuleInfos): void => {
    if (begins.has(id)) return;
    begins.add(id);
    for (const imported of infos.getModuleInfo(id)?.importedIds ?? []) follow(imported, infos);
  };
  return (id, infos) => {
    if (begins.size === 0) follow(fileURLToPath(new URL('src/app/main.tsx', import.meta.url)), infos);
    return begins.has(id) ? 'begin' : null;
  };
}

/**
 * three.js carries the shaders of all its materials (160 kB), and none of them is drawn here: our
 * materials bring their own (src/layers/solid). Each becomes an `#error`, so that a material that
 * needs one says so when it is compiled; take its name out of the match then.
 */
export function withoutUnusedShaders(): Plugin {
  const shader = /^(?:var|const) ([\w$]+) = "(?:[^"\\]|\\.){60,}";$/gm;
  const used = ['colorspace_pars_fragment', 'tonemapping_pars_fragment'];
  return {
    name: 'without-unused-shaders',
    apply: 'build',
    transform: {
      filter: { id: /three[\\/]build[\\/]three\.module\.js$/ },
      handler: (code) => ({
        code: code.replace(shader, (text, name: string) =>
          used.includes(name)
            ? text
            : `const ${name} = "#error a shader of three.js left out: vite.config.ts";`,
        ),
        map: null,
      }),
    },
  };
}

/** React Aria speaks 34 languages; the screen speaks two. */
export function withoutOtherLanguages(): Plugin {
  return {
    name: 'without-other-languages',
    apply: 'build',
    transform: {
      filter: { id: /react-aria[\\/].*[\\/]intl[\\/].*[\\/](?!it-IT|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/ },
      handler: () => ({ code: 'export default {};', map: null }),
    },
  };
}

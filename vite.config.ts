// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** `npm run dev` shows what a running `npm run serve` has. */
const SERVER = `http://localhost:${process.env.PORT ?? 8080}`;

/** What the server sends as pages (src/server/pages.ts). */
const PAGES = ['index.html', 'pages.html'];
/** What the studio begins with, and what the other pages do. */
const STUDIO = 'src/app/main.tsx';
const OTHERS = ['src/app/pages/main.tsx'];

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

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
      input: PAGES.map(pathOf),
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ },
            { name: 'three', test: /node_modules[\\/]three[\\/]/ },
            // What the page begins with stays one file, however much of it the later parts use too.
            { name: beginning(), debugName: 'beginning' },
          ],
        },
      },
    },
  },
});

type ModuleInfos = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };

/**
 * Names the chunk of what the studio imports, directly or by way of others, without waiting for it: in two, since
 * other pages begin with a part of it. What starts a page is in neither: whoever takes something else out of the chunk
 * would start it too.
 */
function beginning(): (id: string, infos: ModuleInfos) => string | null {
  const begins = new Set<string>();
  const shared = new Set<string>();
  const follow = (id: string, infos: ModuleInfos, into: Set<string>): void => {
    if (into.has(id)) return;
    into.add(id);
    for (const imported of infos.getModuleInfo(id)?.importedIds ?? []) follow(imported, infos, into);
  };
  const studio = pathOf(STUDIO);
  return (id, infos) => {
    if (begins.size === 0) {
      follow(studio, infos, begins);
      for (const page of OTHERS) follow(pathOf(page), infos, shared);
    }
    if (id === studio || !begins.has(id)) return null;
    return shared.has(id) ? 'basis' : 'begin';
  };
}

/**
 * three.js carries the shaders of all its materials (160 kB), and none of them is drawn here: our
 * materials bring their own (src/layers/solid). Each becomes an `#error`, so that a material that
 * needs one says so when it is compiled; take its name out of the match then.
 */
function withoutUnusedShaders(): Plugin {
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
function withoutOtherLanguages(): Plugin {
  return {
    name: 'without-other-languages',
    apply: 'build',
    transform: {
      filter: { id: /react-aria[\\/].*[\\/]intl[\\/].*[\\/](?!it-IT|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/ },
      handler: () => ({ code: 'export default {};', map: null }),
    },
  };
}

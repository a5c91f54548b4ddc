// SPDX-License-Identifier: EUPL-1.2
/** The house keeps its layout: who may import whom, shelves, names, and a README that tells the truth. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const LEFT_OUT = ['out', 'node_modules'];
function under(dir: string): string[] {
  if (!existsSync(join(root, dir)) || !statSync(join(root, dir)).isDirectory()) return [];
  const entries = readdirSync(join(root, dir), { withFileTypes: true }).filter(
    (e) => !LEFT_OUT.includes(e.name),
  );
  return entries.flatMap((e) => (e.isDirectory() ? under(join(dir, e.name)) : [join(dir, e.name)]));
}
const code = ['src', 'tiles', 'e2e', 'commands', 'bench']
  .flatMap(under)
  .filter((f) => /\.(tsx?|mjs|css)$/.test(f));
const sources = code.filter(
  (f) =>
    /\.tsx?$/.test(f) &&
    !f.includes('.test.') &&
    !['tiles/fixtures/', 'src/stream/feeds/fixtures/'].some((fixtures) => f.startsWith(fixtures)),
);

/** Room → rooms of the project and packages that it may import ('*': any). The longest room that fits counts. */
const PURE = ['src/city'];
const MAY: Record<string, { rooms: string[]; packages: string[] }> = {
  'src/city': { rooms: [], packages: [] },
  'src/survey': { rooms: PURE, packages: [] },
  'src/formats': {
    rooms: PURE,
    packages: [
      'geojson',
      'proj4',
      'clipper2-ts',
      'fflate',
      'flatgeobuf/lib/mjs/geojson.js',
      'hyparquet',
      'hyparquet-compressors',
      '@tmcw/togeojson',
      '@xmldom/xmldom',
    ],
  },
  'src/scenario': { rooms: PURE, packages: ['zod'] },
  'src/query': { rooms: PURE, packages: [] },
  'src/impact': { rooms: PURE, packages: ['zod'] },
  'src/stream/feeds': { rooms: PURE, packages: ['zod', 'gtfs-realtime-bindings', 'fast-xml-parser'] },
  'src/simulation/models': { rooms: ['src/impact', ...PURE], packages: [] },
  'src/simulation': { rooms: ['src/scenario', 'src/impact', ...PURE], packages: ['zod'] },
  'src/stream': { rooms: PURE, packages: ['*'] },
  'src/own': { rooms: ['src/formats', 'src/query', ...PURE], packages: ['*'] },
  'src/layers': { rooms: ['src/stream', 'src/impact', 'src/query', ...PURE], packages: ['*'] },
  'src/server': { rooms: ['src/stream/feeds', 'src/scenario', ...PURE], packages: ['*'] },
  'src/app': {
    rooms: [
      'src/layers',
      'src/stream',
      'src/scenario',
      'src/simulation',
      'src/impact',
      'src/query',
      'src/survey',
      'src/formats',
      'src/own',
      ...PURE,
    ],
    packages: ['*'],
  },
  tiles: { rooms: ['src/formats', ...PURE], packages: ['*'] },
};
const roomOf = (file: string) =>
  Object.keys(MAY)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function forbiddenImports(file: string, room: string): string[] {
  const { rooms, packages } = MAY[room] ?? { rooms: [], packages: [] };
  const names = [...read(file).matchAll(/(?:^import\s+|\bfrom\s+|\bimport\(\s*)['"]([^'"]+)['"]/gm)].map(
    (match) => match[1] ?? '',
  );
  return names
    .filter((name) => {
      // The version that a screen shows is package.json's.
      if (name.endsWith('/package.json')) return false;
      if (!name.startsWith('.')) return !packages.includes('*') && !packages.includes(name);
      const target = relative(root, resolve(root, dirname(file), name.replace(/\?.*$/, '')));
      return ![room, ...rooms].some((r) => target.startsWith(`${r}/`));
    })
    .map((name) => `${file} → ${name}`);
}

/** Files that come with one because it imports a value of theirs, directly or by way of others. */
function cameWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, names, path] of read(file).matchAll(
    /^(?:import|export)\s+(?!type\b)(?:([\w\s*{},$]*?)\s+from\s+)?'(\.[^']+)'/gm,
  )) {
    const listed = /^\{(.*)\}$/s.exec(names ?? '')?.[1];
    if (listed?.split(',').every((name) => !name.trim() || /^\s*type\s/.test(name))) continue;
    const target = relative(root, resolve(root, dirname(file), path as string));
    const source = [target, `${target}.ts`, `${target}.tsx`].find((f) => sources.includes(f));
    if (source) cameWith(source, found);
  }
  return found;
}

describe('the house', () => {
  it('has code to look at', () => expect(sources.length).toBeGreaterThan(20));

  it.each(Object.keys(MAY))('%s imports only what it may', (room) =>
    expect(sources.filter((f) => roomOf(f) === room).flatMap((f) => forbiddenImports(f, room))).toEqual([]),
  );

  const SHELVES = {
    'tiles/sources': 'Source',
    'tiles/sources/landmarks': 'Landmark',
    'tiles/themes': 'Theme',
    'src/layers': 'Layer',
    'src/scenario/measures': 'MeasureKind',
    'src/stream/feeds': 'Feed',
  };
  it.each(Object.entries(SHELVES))('%s lists every entry, typed by its list', (shelf, form) => {
    const index = read(`${shelf}/index.ts`);
    expect(index).toMatch(/as const/);
    const entries = sources.filter(
      (f) =>
        f.startsWith(`${shelf}/`) &&
        new RegExp(`export const \\w+: ${form}\\b|as const satisfies ${form}\\b`).test(read(f)),
    );
    expect(entries.length).toBeGreaterThan(5);
    expect(
      entries.filter((f) => !index.includes(`'./${f.slice(shelf.length + 1).replace(/\.tsx?$/, '')}'`)),
    ).toEqual([]);
  });

  it('has no room for everything and nothing', () =>
    expect(code.filter((f) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.|\/)/.test(f))).toEqual([]));

  it('says its licence in the first lines of every file', () =>
    expect(code.filter((f) => !read(f).slice(0, 300).includes('SPDX-License-Identifier: EUPL-1.2'))).toEqual(
      [],
    ));

  it('sends with the page neither models nor what panels say', () => {
    const begins = [...cameWith('src/app/main.tsx')];
    expect(begins).toContain('src/app/state/people-view.ts');
    expect(
      begins.filter(
        (f) =>
          // Which indicators are of the green: ids, and nothing that reckons.
          (f.startsWith('src/simulation/models/') && !f.endsWith('/need/green-indicators.ts')) ||
          (/^src\/app\/text\/(it|en)/.test(f) && !/\/it(-codes)?\.ts$/.test(f)),
      ),
    ).toEqual([]);
  });

  it('names no machine and no registry', () =>
    expect(
      code.filter((f) => f !== 'e2e/house.test.ts' && /\/work\/|registry\.npmjs|\/root\//.test(read(f))),
    ).toEqual([]));

  it('has the rooms that the README’s table says, and no others', () => {
    const inTable = [...read('README.md').matchAll(/^\| `([\w./-]+)\/` \|/gm)].map((match) => match[1]);
    const rooms = ['src', 'tiles'].flatMap((dir) =>
      readdirSync(join(root, dir)).map((name) => `${dir}/${name}`),
    );
    const real = [...rooms, 'bench', 'commands', 'deploy', 'e2e', 'public'].filter(
      (r) => !LEFT_OUT.includes(r.split('/')[1] ?? '') && under(r).some((f) => f.startsWith(`${r}/`)),
    );
    expect(inTable.sort()).toEqual(real.sort());
  });
});

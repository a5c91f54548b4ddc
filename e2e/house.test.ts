// SPDX-License-Identifier: EUPL-1.2
/** The house keeps its layout: who may import whom, shelves, names, and a README that tells the truth. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const under = (dir: string): string[] =>
  !existsSync(join(root, dir))
    ? []
    : readdirSync(join(root, dir), { withFileTypes: true }).flatMap((e) =>
        ['out', 'node_modules'].includes(e.name)
          ? []
          : e.isDirectory()
            ? under(join(dir, e.name))
            : [join(dir, e.name)],
      );
const code = ['src', 'tiles', 'e2e', 'commands', 'bench']
  .flatMap(under)
  .filter((f) => /\.(ts|tsx|mjs|css)$/.test(f));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Room → rooms of the project it may import, and packages ('*' = any). The longest matching room counts. */
const MAY: Record<string, { rooms: string[]; packages: string[] }> = {
  'src/city': { rooms: [], packages: [] },
  'src/scenario': { rooms: ['src/city'], packages: ['zod'] },
  'src/impact': { rooms: ['src/city'], packages: ['zod'] },
  'src/stream/feeds': { rooms: ['src/city'], packages: ['zod'] },
  'src/simulation/models': { rooms: ['src/impact', 'src/city'], packages: [] },
  'src/simulation': { rooms: ['src/scenario', 'src/impact', 'src/city'], packages: ['zod'] },
  'src/stream': { rooms: ['src/city'], packages: ['*'] },
  'src/layers': { rooms: ['src/stream', 'src/impact', 'src/city'], packages: ['*'] },
  'src/app': {
    rooms: ['src/layers', 'src/stream', 'src/scenario', 'src/simulation', 'src/impact', 'src/city'],
    packages: ['*'],
  },
  'src/server': { rooms: ['src/stream/feeds', 'src/scenario', 'src/city'], packages: ['*'] },
  tiles: { rooms: ['src/city'], packages: ['*'] },
};
const NOT_IN: [RegExp, string][] = [
  [/^src\/simulation\//, 'react'],
  [/^src\/simulation\//, 'three'],
];
const SHELVES = [
  'tiles/sources',
  'tiles/themes',
  'src/layers',
  'src/stream/feeds',
  'src/scenario/measures',
  'src/simulation/models',
];
const roomOf = (file: string) =>
  Object.keys(MAY)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

describe('the house', () => {
  const sources = code.filter(
    (f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f) && !f.startsWith('tiles/fixtures/'),
  );
  it('has code to look at', () => expect(sources.length).toBeGreaterThan(20));

  it.each(Object.keys(MAY))('%s imports only what it may', (room) => {
    const faults: string[] = [];
    for (const file of sources.filter((f) => roomOf(f) === room)) {
      for (const [, name = ''] of read(file).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
        const may = MAY[room] as (typeof MAY)[string];
        if (name.startsWith('.')) {
          const target = relative(root, resolve(root, dirname(file), name.replace(/\?.*$/, '')));
          if (!target.startsWith(`${room}/`) && !may.rooms.some((r) => target.startsWith(`${r}/`)))
            faults.push(`${file} → ${target}`);
        } else if (!may.packages.includes('*') && !may.packages.includes(name))
          faults.push(`${file} → ${name}`);
        if (NOT_IN.some(([where, what]) => where.test(file) && name.startsWith(what)))
          faults.push(`${file} → ${name}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each(SHELVES.filter((shelf) => existsSync(join(root, shelf, 'index.ts'))))(
    '%s lists every entry',
    (shelf) => {
      const index = read(`${shelf}/index.ts`);
      expect(index).toMatch(/as const/);
      const form = { 'tiles/sources': 'source', 'tiles/themes': 'theme', 'src/layers': 'layer' }[shelf] ?? '';
      const marked = under(shelf).filter(
        (f) =>
          dirname(f) === shelf &&
          /\.ts$/.test(f) &&
          !/\.test\.ts$/.test(f) &&
          /: (Source|Theme|Layer)\b/.test(read(f)) &&
          !f.endsWith(`/${form}.ts`) &&
          !f.endsWith('/index.ts'),
      );
      expect(marked.filter((f) => !index.includes(`'./${f.slice(shelf.length + 1, -3)}'`))).toEqual([]);
    },
  );

  it('has no room for everything and nothing', () =>
    expect(code.filter((f) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.|\/)/.test(f))).toEqual([]));

  it('says its licence in the first lines of every file', () =>
    expect(code.filter((f) => !read(f).slice(0, 300).includes('SPDX-License-Identifier: EUPL-1.2'))).toEqual(
      [],
    ));

  it('names no machine, no registry host, no data from elsewhere', () =>
    expect(
      code.filter((f) => f !== 'e2e/house.test.ts' && /\/work\/|registry\.npmjs|\/root\//.test(read(f))),
    ).toEqual([]));

  it('has the rooms that the README’s table says, and no others', () => {
    const table = [...read('README.md').matchAll(/^\| `([\w./-]+)\/` \|/gm)].map(([, room]) => room);
    const rooms = ['src', 'tiles'].flatMap((dir) =>
      readdirSync(join(root, dir), { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => `${dir}/${e.name}`),
    );
    expect([...table].sort()).toEqual(
      [...rooms, 'bench', 'commands', 'e2e', 'public']
        .filter((r) => !['tiles/out'].includes(r) && under(r).length > 0)
        .sort(),
    );
  });
});

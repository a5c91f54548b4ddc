// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory } from '../fixtures/files';
import { box } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { boundaries } from '../themes/boundaries';
import { osmBoundaries } from './osm-boundaries';

const relation = (id: number, level: number, name: string | undefined, area = box(0, 0, 100, 100)) => ({
  type: 'relation',
  id,
  tags: {
    type: 'boundary',
    boundary: 'administrative',
    admin_level: String(level),
    ...(name ? { name } : {}),
  },
  members: [
    {
      type: 'way',
      ref: id * 10,
      role: 'outer',
      geometry: area.coordinates[0]!.map(([lon, lat]) => ({ lon, lat })),
    },
  ],
});
const answer = (...elements: object[]) => fileInMemory('confini.json', { version: 0.6, elements });

describe('boundaries of OpenStreetMap', () => {
  it('are the quartieri, with circoscrizioni as municipi, and the one comune', async () => {
    const { rows, messages } = await readSource(osmBoundaries, [
      answer(
        relation(1, 8, 'Bologna', box(0, 0, 200, 100)),
        relation(2, 9, 'Circoscrizione 3', box(0, 0, 200, 100)),
        relation(3, 10, 'Saragozza'),
        relation(4, 10, 'Porto', box(100, 0, 200, 100)),
        relation(5, 10, undefined),
        relation(6, 6, 'Provincia'),
        { type: 'way', id: 7, tags: { boundary: 'administrative', admin_level: '10' }, geometry: [] },
      ),
    ]);
    expect(rows.map(({ kind, id, name }) => [kind, id, name])).toEqual([
      ['city-limit', 0, 'Bologna'],
      ['municipio', 3, 'Circoscrizione 3'],
      ['district', undefined, 'Saragozza'],
      ['district', undefined, 'Porto'],
    ]);
    expect(messages).toEqual([
      'not-this-theme, row 6: relation 6',
      'not-this-theme, row 7: way 7',
      'no-name, row 5: relation 5',
    ]);
    const result = cleanTheme(boundaries, { 'osm-boundaries': rows });
    expect(result.of('district').map((f) => f.properties)).toEqual([
      { id: 1, name: 'Porto', municipio: 3 },
      { id: 2, name: 'Saragozza', municipio: 3 },
    ]);
  });

  it('are the circoscrizioni where there are no quartieri, and of several comuni the city’s own', async () => {
    const { rows, messages } = await readSource(osmBoundaries, [
      answer(relation(1, 8, 'Assago'), relation(2, 8, 'Milano'), relation(3, 9, 'Municipio 1')),
    ]);
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['city-limit', 'Milano'],
      ['district', 'Municipio 1'],
    ]);
    expect(messages).toEqual(['other-city, row 1: relation 1: Assago']);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory } from '../fixtures/files';
import { collection, line } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { cycleways } from '../themes/cycleways';
import { cyclePaths2020, cyclePaths2025 } from './cycle-paths';

const path = (tipologia: string, more: object) => ({
  geometry: { type: 'MultiLineString', coordinates: [line([0, 0], [33, 0]).coordinates] },
  properties: {
    id_amat: 1,
    id_via: null,
    anagrafica: 'VIA VITTOR PISANI',
    gerarchia: null,
    tipologia,
    sede: 'carreggiata',
    ...more,
  },
});

describe('cycle paths', () => {
  it('of 2025: their words, and lengths and years as texts', async () => {
    const kinds = [
      'ciclabile segnaletica',
      'ciclabile sede propria',
      'promiscuo pedoni',
      'promiscuo veicoli',
      'nuova parola',
    ];
    const file = fileInMemory(
      'a.geojson',
      collection(...kinds.map((kind) => path(kind, { fine_lavor: '0', lunghezza: '8' }))),
    );
    expect([await cyclePaths2025.recognises(file), await cyclePaths2020.recognises(file)]).toEqual([
      true,
      false,
    ]);
    const { rows } = await readSource(cyclePaths2025, [file]);
    expect(rows.map((row) => row.class)).toEqual(['lane', 'separate', 'shared', 'shared', 'other']);
    expect(rows[0]).toMatchObject({
      stableId: 'ds60-1',
      name: 'Via Vittor Pisani',
      lengthM: 8,
      editionYear: 2025,
    });
  });

  it('of 2020: other words for the same, lengths as numbers', async () => {
    const kinds = [
      'corsia ciclabile - sede propria',
      'corsia ciclabile - segnaletica',
      'corsia ciclabile - attraversamento',
      'percorso promiscuo - pedonale e ciclabile',
      'percorso promiscuo - tpl e ciclabile',
      'altro',
    ];
    const file = fileInMemory('b.geojson', collection(...kinds.map((kind) => path(kind, { lunghezza: 33 }))));
    expect([await cyclePaths2025.recognises(file), await cyclePaths2020.recognises(file)]).toEqual([
      false,
      true,
    ]);
    const { rows } = await readSource(cyclePaths2020, [file]);
    expect(rows.map((row) => row.class)).toEqual(['separate', 'lane', 'lane', 'shared', 'shared', 'other']);
    expect(rows[0]).toMatchObject({ lengthM: 33, editionYear: 2020 });
  });

  it('without lines are dropped', async () => {
    const file = fileInMemory('c.geojson', collection({ ...path('x', { lunghezza: 1 }), geometry: null }));
    expect((await readSource(cyclePaths2020, [file])).messages).toEqual(['no-geometry, row 1: no geometry']);
  });
});

describeShared('cycle paths as published', () => {
  it('are 4,062 of the later edition and 2,334 of 2020, which it replaces', async () => {
    const [roads, transit] = await Promise.all(
      [sharedPath('milano/roads'), sharedPath('milano/transit')].map(openFolder),
    );
    const later = await readSource(cyclePaths2025, roads!);
    const before = await readSource(cyclePaths2020, transit!);
    expect([later.rows.length, before.rows.length]).toEqual([4062, 2334]);
    expect([later.dropped, before.dropped]).toEqual([{}, {}]);
    for (const { rows } of [later, before]) expect(rows.some((row) => row.class === 'other')).toBe(false);
    const result = cleanTheme(cycleways, { 'cycle-paths-2025': later.rows, 'cycle-paths-2020': before.rows });
    // One path of Corso Monforte is there twice.
    expect(result.kept).toBe(4061);
    expect(result.dropped.filter((text) => text.startsWith('older-edition'))).toHaveLength(2334);
  });
});

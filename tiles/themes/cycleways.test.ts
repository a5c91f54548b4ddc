// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { line } from '../fixtures/metres';
import { cycleways } from './cycleways';

describe('cycle paths', () => {
  const path = (row: number, editionYear: number, eastM: number, more = {}) => ({
    origin: { file: `${editionYear}.geojson`, row },
    geometry: line([eastM, 0], [eastM, 250]),
    class: 'lane' as const,
    editionYear,
    ...more,
  });

  it('takes the newest edition alone, and measures what has no length', () => {
    const result = cleanTheme(cycleways, {
      older: [path(1, 2020, 0), path(2, 2020, 50)],
      newer: [path(1, 2025, 0, { stableId: 'ds60-1', name: 'Via Novara', lengthM: 251 }), path(2, 2025, 80)],
    });
    expect(result.of('cycleway').map((f) => f.properties)).toEqual([
      { id: 'ds60-1', class: 'lane', name: 'Via Novara', lengthM: 251 },
      { id: expect.stringMatching(/^newer-/), class: 'lane', lengthM: 250 },
    ]);
    expect(result.dropped).toEqual([
      'older-edition, 2020.geojson, row 1: edition 2020, kept 2025',
      'older-edition, 2020.geojson, row 2: edition 2020, kept 2025',
    ]);
  });

  it('draws a path once', () => {
    const result = cleanTheme(cycleways, {
      only: [path(1, 2025, 0), path(2, 2025, 0, { name: 'Corso Monforte' })],
    });
    expect(result.kept).toBe(1);
    expect(result.dropped).toEqual(['duplicate-geometry, 2025.geojson, row 2: Corso Monforte']);
  });

  it('takes what has no edition when nothing has one', () => {
    const { editionYear: _, ...undated } = path(1, 2025, 0);
    expect(cleanTheme(cycleways, { osm: [undated] }).kept).toBe(1);
    expect(cleanTheme(cycleways, {}).kept).toBe(0);
  });
});

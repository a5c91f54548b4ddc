// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { line } from '../fixtures/metres';
import { rail } from './rail';
import type { RailRow } from './rows';

let row = 0;
const track = (northM: number, more: Partial<RailRow> = {}): RailRow => ({
  origin: { file: 'binari.shp', row: ++row },
  class: 'tram',
  geometry: line([0, northM], [400, northM]),
  ...more,
});

describe('tracks', () => {
  it('keeps both tracks of one source, and one of the same track in two', () => {
    const same = track(5, { name: 'Tram 9' });
    const result = cleanTheme(rail, {
      surveyed: [
        track(0, { stableId: 'dbt-tram-1', state: 'in-service' }),
        track(3, { stableId: 'dbt-tram-2' }),
      ],
      drawn: [same, track(60), track(5, { class: 'metro', underground: true, name: 'M4', state: 'planned' })],
    });
    expect(result.of('rail').map((f) => f.properties)).toEqual([
      { id: 'dbt-tram-1', class: 'tram', state: 'in-service' },
      { id: 'dbt-tram-2', class: 'tram' },
      { id: expect.stringMatching(/^drawn-/), class: 'tram' },
      {
        id: expect.stringMatching(/^drawn-/),
        class: 'metro',
        name: 'M4',
        state: 'planned',
        underground: true,
      },
    ]);
    expect(result.dropped).toEqual([`same-as-better-source, binari.shp, row ${same.origin.row}: Tram 9`]);
  });

  it('draws a track once', () => {
    const again = track(0);
    const result = cleanTheme(rail, { surveyed: [track(0), again] });
    expect(result.kept).toBe(1);
    expect(result.dropped).toEqual([`duplicate-geometry, binari.shp, row ${again.origin.row}: tram`]);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { at, box } from '../fixtures/metres';
import type { TrafficRuleRow } from './rows';
import { trafficRules } from './traffic-rules';

type Zone = Extract<TrafficRuleRow, { kind: 'zone' }>;
let row = 0;
const zone = (of: Zone['class'], geometry: Polygon, more: Partial<Zone> = {}): Zone => ({
  origin: { file: 'zone.geojson', row: ++row },
  kind: 'zone',
  class: of,
  geometry,
  ...more,
});

describe('traffic rules', () => {
  it('takes the newest edition, the large zones below, and the gates', () => {
    const old = zone('area-c', box(0, 0, 990, 990), { editionYear: 2020, stableId: 'ds51-5' });
    const result = cleanTheme(trafficRules, {
      now: [
        zone('pedestrian', box(10, 10, 20, 60), { editionYear: 2021, stableId: 'ds51-1', name: 'Dante' }),
        zone('area-c', box(0, 0, 1000, 1000), { editionYear: 2021, stableId: 'ds51-5', name: 'Area C' }),
        zone('area-b', box(-900, -900, 3000, 3000), { editionYear: 2021 }),
      ],
      before: [old],
      gates: [
        {
          origin: { file: 'varchi.geojson', row: 1 },
          kind: 'gate',
          stableId: 'ds82-58',
          at: at(0, 500),
          name: 'Legnano',
        },
      ],
    });
    expect(result.of('zone').map((f) => f.properties)).toEqual([
      { id: expect.stringMatching(/^now-/), class: 'area-b' },
      { id: 'ds51-5', class: 'area-c', name: 'Area C' },
      { id: 'ds51-1', class: 'pedestrian', name: 'Dante' },
    ]);
    expect(result.of('gate')).toEqual([
      {
        layer: 'gate',
        geometry: { type: 'Point', coordinates: at(0, 500) },
        properties: { id: 'ds82-58', name: 'Legnano' },
        source: 'gates',
      },
    ]);
    expect(result.kept).toBe(4);
    expect(result.dropped).toEqual([
      `older-edition, zone.geojson, row ${old.origin.row}: edition 2020, kept 2021`,
    ]);
  });

  it('takes a sketch only where nothing better of its class is there', () => {
    const sketch = zone('area-c', box(0, 0, 900, 900), { name: 'Area C' });
    const ztl = zone('ztl', box(0, 0, 10, 10), { editionYear: 2021 });
    const real = zone('area-c', box(0, 0, 1000, 1000), { editionYear: 2021 });
    expect(cleanTheme(trafficRules, { sketch: [sketch] }).kept).toBe(1);
    expect(cleanTheme(trafficRules, { now: [ztl], sketch: [sketch] }).kept).toBe(2);
    const both = cleanTheme(trafficRules, { now: [real], sketch: [sketch] });
    expect(both.kept).toBe(1);
    expect(both.dropped).toEqual([`same-as-better-source, zone.geojson, row ${sketch.origin.row}: Area C`]);
  });
});

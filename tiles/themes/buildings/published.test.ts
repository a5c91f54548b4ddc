// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { MILANO } from '../../../src/city/place';
import { describeShared, sharedPath } from '../../fixtures/shared-data';
import { openFolder } from '../../formats/folder';
import { buildingsOsmLidar } from '../../sources/buildings-osm-lidar';
import { buildingsOverpass } from '../../sources/buildings-overpass';
import type { RowLog, Source } from '../../sources/source';
import { buildings } from '../buildings';
import type { BuildingRow } from '../rows';

/** Every row that a source finds under the folders of the shared data. */
async function rowsOf(source: Source<'buildings'>, folders: readonly string[]): Promise<BuildingRow[]> {
  const rows: BuildingRow[] = [];
  for (const folder of folders)
    for (const file of await openFolder(sharedPath(`milano/${folder}`))) {
      if (!(await source.recognises(file))) continue;
      let row = 0;
      const log = { place: MILANO, row: () => ++row, drop: () => {}, note: () => {} } as RowLog;
      for await (const read of source.read(file, log)) rows.push(read);
    }
  return rows;
}

describeShared('the published buildings of Milan', () => {
  it('become one city, each building once, each row kept or counted', async () => {
    const folders = ['buildings', 'osm-raw'];
    const bySource = [
      { source: buildingsOsmLidar, rows: await rowsOf(buildingsOsmLidar, folders) },
      { source: buildingsOverpass, rows: await rowsOf(buildingsOverpass, folders) },
    ];
    const dropped = new Map<string, number>();
    const { buildings: kept = [] } = buildings.clean(bySource, {
      place: MILANO,
      districts: { count: 0, at: () => 0, name: () => undefined, byName: () => 0 },
      drop: (reason) => dropped.set(reason, (dropped.get(reason) ?? 0) + 1),
    });
    const rows = bySource.reduce((sum, source) => sum + source.rows.length, 0);
    expect(kept.length + [...dropped.values()].reduce((a, b) => a + b)).toBe(rows);
    expect(new Set(kept.map((b) => b.stableId)).size).toBe(kept.length);
    expect(kept.length).toBeGreaterThanOrEqual(7_800);
    // Three overlapping extents and their union tell of the same footprints.
    expect(dropped.get('duplicate-geometry')).toBeGreaterThan(4_000);
    expect(kept.every((b) => b.heightM >= 2 && b.heightM > b.minHeightM && b.areaM2 > 0)).toBe(true);
    expect(kept.filter((b) => b.heightOrigin === 'measured').length).toBeGreaterThan(5_800);
    // Palazzo Lombardia's tower or Torre UniCredit: nothing known in Milan is above 240 m.
    expect(Math.max(...kept.map((b) => b.heightM))).toBeLessThan(240);
    const duomo = kept.filter((b) => b.record.name?.startsWith('Duomo'));
    expect(duomo.length).toBeGreaterThan(0);
    expect(duomo[0]?.stableId).toMatch(/^osm-/);
    expect(duomo[0]?.use).toBe('worship');
  });
});

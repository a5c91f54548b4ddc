// SPDX-License-Identifier: EUPL-1.2
import { type LonLat, lonLat } from '../../src/city/frames';
import { within } from '../../src/city/place';
import { decimal, number } from '../formats/attributes';
import { readCsv, requireColumns } from '../formats/csv';
import { GTFS_TIMETABLE, isGtfsTable } from './gtfs';
import { NETWORK_MARGIN_DEG } from './point-rows';
import type { Source } from './source';

const COLUMNS = ['shape_id', 'shape_pt_lat', 'shape_pt_lon', 'shape_pt_sequence'];

interface Path {
  /** Of its first point in the file. */
  readonly row: number;
  readonly points: { readonly order: number; readonly at: LonLat }[];
  fault?: string;
}

/** The ways that vehicles take. A path counts as one row: one with a fault in any point is left out whole. */
export const gtfsShapes: Source<'transit'> = {
  ...GTFS_TIMETABLE,
  id: 'gtfs-shapes',
  title: { it: 'Percorsi delle corse, GTFS (ds929)', en: 'Paths of the runs, GTFS (ds929)' },
  crs: 'EPSG:4326',
  recognises: (file) => isGtfsTable(file, COLUMNS),
  async *read(file, log) {
    const paths = new Map<string, Path>();
    let row = 0;
    for await (const { values } of readCsv(file)) {
      if (++row === 1) requireColumns(file.name, values, COLUMNS);
      const id = values.shape_id ?? '';
      const path: Path = paths.get(id) ?? { row, points: [] };
      paths.set(id, path);
      const [lon, lat] = [decimal(values.shape_pt_lon ?? ''), decimal(values.shape_pt_lat ?? '')];
      const order = number(values.shape_pt_sequence);
      const at = lonLat(lon ?? Number.NaN, lat ?? Number.NaN);
      if (order === undefined) path.fault ??= `shape_pt_sequence "${values.shape_pt_sequence}" is no number`;
      else if (!within(log.place.bounds, at, NETWORK_MARGIN_DEG))
        path.fault ??= `"${values.shape_pt_lon}", "${values.shape_pt_lat}" is far from the city or no place`;
      else path.points.push({ order, at });
    }
    for (const [shape, { row: first, points, fault }] of paths) {
      log.row();
      if (shape === '') log.drop('bad-value', first, 'shape_id is empty');
      else if (fault) log.drop('bad-coordinates', first, `shape ${shape}: ${fault}`);
      else if (points.length < 2) log.drop('no-geometry', first, `shape ${shape} has one point`);
      else
        yield {
          origin: { file: file.name, row: first },
          kind: 'shape',
          shape,
          points: points.sort((a, b) => a.order - b.order).map(({ at }) => at),
        };
    }
  },
};

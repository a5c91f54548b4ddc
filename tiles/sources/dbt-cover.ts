// SPDX-License-Identifier: EUPL-1.2
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { crsOf } from '../../src/formats/crs';
import { type FoundFile, InputError } from '../formats/found-file';
import { checkArea, isRejected } from '../formats/geometry';
import type { Origin } from '../themes/rows';
import { UNSTATED } from './licences';
import type { RowLog, Source } from './source';

const CRS = 'EPSG:7791';

/** What two sources read from one file: rings of the 1:1000 survey by kind of ground. */
const SURVEYED_COVER = {
  publisher: 'Comune di Milano – SIT',
  licence: UNSTATED,
  attribution: 'Comune di Milano, Database topografico 2020',
  page: 'https://geoportale.comune.milano.it/',
  crs: CRS,
  vintage: '2020',
  recognises: async (file: FoundFile): Promise<boolean> => {
    if (!file.baseName.endsWith('.json')) return false;
    try {
      // Plain arrays by kind, no GeoJSON: {"grass": [[[E, N], …], …], …}
      return /^\s*\{\s*"(grass|footpath|sport|water|asphalt)"\s*:\s*\[\s*(\[\s*\[|\])/.test(
        await file.head(),
      );
    } catch {
      return false;
    }
  },
} satisfies Partial<Source>;

export const dbtGreenery: Source<'greenery'> = {
  id: 'dbt-greenery',
  theme: 'greenery',
  title: { it: 'Copertura del suolo rilevata, DBT 2020: verde', en: 'Surveyed ground cover 2020: green' },
  ...SURVEYED_COVER,
  async *read(file, log) {
    for await (const { kind, origin, geometry } of rings(file, log, ['grass', 'sport']))
      yield { origin, geometry, class: kind };
  },
};

export const dbtWater: Source<'water'> = {
  id: 'dbt-water',
  theme: 'water',
  title: { it: 'Copertura del suolo rilevata, DBT 2020: acqua', en: 'Surveyed ground cover 2020: water' },
  ...SURVEYED_COVER,
  async *read(file, log) {
    for await (const { origin, geometry } of rings(file, log, ['water']))
      yield { origin, geometry, class: 'basin' };
  },
};

async function* rings<K extends string>(
  file: FoundFile,
  log: RowLog,
  kinds: readonly K[],
): AsyncGenerator<{ kind: K; origin: Origin; geometry: Polygon | MultiPolygon }> {
  const json = await file.json();
  if (!json || typeof json !== 'object')
    throw new InputError(file.name, 'is no object of rings by kind of ground');
  const { toLonLat } = crsOf(CRS, file.name);
  for (const [kind, list] of Object.entries(json))
    for (const ring of Array.isArray(list) ? list : []) {
      const row = log.row();
      if (!(kinds as readonly string[]).includes(kind)) {
        log.drop('not-this-theme', row, kind);
        continue;
      }
      const degrees = (Array.isArray(ring) ? ring : []).map((at: unknown): Position => {
        const [e, n] = Array.isArray(at) ? at : [];
        return typeof e === 'number' && typeof n === 'number' ? toLonLat(e, n) : [Number.NaN, Number.NaN];
      });
      const checked = checkArea({ type: 'Polygon', coordinates: [degrees] }, log.place);
      if (isRejected(checked)) log.drop(checked.reason, row, `${kind}: ${checked.detail}`);
      else yield { kind: kind as K, origin: { file: file.name, row }, geometry: checked.geometry };
    }
}

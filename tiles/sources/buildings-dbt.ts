// SPDX-License-Identifier: EUPL-1.2
import { isFault, number, heightM as parseHeight, text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import { checkArea, isRejected } from '../formats/geometry';
import { readShapefile } from '../formats/shapefile';
import type { BuildingRow } from '../themes/rows';
import { RANK } from './building-tags';
import { IODL_2 } from './licences';
import { hasAttributes } from './recognise';
import type { RowLog, Source } from './source';

const MIN_HEIGHT_M = 2;
/** Portion codes of units that hang over the ground (legacy Veneto schema). */
const SUSPENDED = new Set(['02', '03']);

/**
 * Volume units (class 020101 UN_VOL) of a municipal or regional topographic database: footprints
 * and heights by survey. Read by attribute names, as the deliveries differ in theirs:
 * `UN_VOL_AV` height; else top minus foot of `UN_VOL_QE` and `UN_VOL_QB`, `UN_VOL_QG` or `UN_VOL_QGR`.
 */
export const buildingsDbt: Source<'buildings'> = {
  id: 'buildings-dbt',
  theme: 'buildings',
  title: {
    it: 'Edifici: unità volumetriche del database topografico (DBT)',
    en: 'Buildings: volume units of the topographic database (DBT)',
  },
  publisher: 'Comune di Milano – SIT; Regione Lombardia (DBGT)',
  licence: IODL_2,
  attribution: 'Comune di Milano, Database topografico, IODL 2.0',
  page: 'https://geoportale.comune.milano.it/ATOM/SIT/DBT2012/DBT2012_STRATO_02_Dataset_1.xml',
  crs: 'EPSG:6707',
  vintage: '2012–2020',
  commonForm: true,
  recognises: async (file) =>
    (await hasAttributes(file, ['UN_VOL_AV'])) || (await hasAttributes(file, ['UN_VOL_QE'])),
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<BuildingRow> {
  const seen = new Set<string>();
  for await (const { geometry, properties } of readShapefile(file, { log })) {
    const row = log.row();
    if (text(properties.DATA_FIN) !== undefined) {
      log.drop('older-edition', row, `closed on ${properties.DATA_FIN}`);
      continue;
    }
    const area = checkArea(geometry, log.place);
    if (isRejected(area)) {
      log.drop(area.reason, row, area.detail);
      continue;
    }
    const height = heightOf(properties, log, row);
    if (height !== undefined && height < MIN_HEIGHT_M) {
      log.drop('height-under-2m', row, `height ${height} m`);
      continue;
    }
    const stableId = stableIdOf(properties);
    if (stableId && seen.has(stableId)) {
      log.drop('duplicate-id', row, stableId);
      continue;
    }
    if (stableId) seen.add(stableId);
    const base = baseOf(properties, height);
    yield {
      origin: { file: file.name, row },
      ...(stableId ? { stableId } : {}),
      geometry: area.geometry,
      ...(height === undefined ? {} : { heightM: height, heightOrigin: 'measured' as const }),
      ...(base === undefined ? {} : { minHeightM: base }),
      rank: height === undefined ? RANK.none : RANK.measured,
    };
  }
}

type Attributes = Readonly<Record<string, unknown>>;

/** Metres; undefined where the unit has none that can be used. */
function heightOf(unit: Attributes, log: RowLog, row: number): number | undefined {
  const stated = parseHeight(unit.UN_VOL_AV);
  if (typeof stated === 'number' && stated > 0) return stated;
  const top = number(unit.UN_VOL_QE);
  const foot = number(unit.UN_VOL_QB) ?? number(unit.UN_VOL_QG) ?? number(unit.UN_VOL_QGR);
  // 0 and -9999 stand for "not surveyed" among elevations above sea level.
  const surveyed = top && foot && top > 0 && foot > 0 ? Math.round((top - foot) * 100) / 100 : undefined;
  const height = surveyed === undefined ? undefined : parseHeight(surveyed);
  for (const value of [stated, height]) if (isFault(value)) log.note?.('value-not-used', row, value.fault);
  return typeof height === 'number' ? height : undefined;
}

/** Clearance under a unit that hangs, where the delivery states it. */
function baseOf(unit: Attributes, height: number | undefined): number | undefined {
  const clearance = number(unit.UN_VOL_INH);
  const hangs = SUSPENDED.has(String(unit.UN_VOL_POR ?? ''));
  return hangs && clearance && clearance > 0 && (height === undefined || clearance < height)
    ? clearance
    : undefined;
}

/**
 * Ids repeat across deliveries, so the delivery's code (`COD_CONS`) is part of the regional one.
 * `OBJECTID` is no id: whoever exports the table numbers it anew. Without one the footprint is the id.
 */
function stableIdOf(unit: Attributes): string | undefined {
  const id = text(unit.CLASSID) ?? text(unit.FEATURE_ID) ?? text(unit.ID_ZRIL);
  if (id === undefined) return undefined;
  const delivery = text(unit.COD_CONS);
  return delivery === undefined ? `dbt-${id}` : `dbt-${delivery}-${id}`;
}

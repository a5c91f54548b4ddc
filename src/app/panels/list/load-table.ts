// SPDX-License-Identifier: EUPL-1.2
/** Brings the table of what stands in the city. */
import type { Catalogue, LayerTable, ThemeId } from '../../../city/catalogue';
import { districtNames } from '../../../query/district';
import { type CityFiles, cityFiles } from '../../state/city-files';
import type { StandingList } from '../../state/offered-layers';
import { buildingTable } from './building-table';
import { districtTable } from './district-table';
import { groundTable } from './ground-table';
import type { Table, Words } from './table';

/** Of the population, what the table of the districts is made from: not the census sections. */
const REGISTER = 'register-by-district';
const COUNTS = 'business-counts';

/** `progress` says how many pages of how many have come. Rejects with StreamError where they do not come. */
export async function loadTable(
  list: StandingList,
  { catalogue, cityUrl }: { catalogue: Catalogue; cityUrl: string },
  words: Words,
  progress: (done: number, of: number) => void,
): Promise<Table> {
  const files = cityFiles(catalogue, cityUrl);
  if (list === 'building') {
    const [table, zones] = await Promise.all([files.columns('buildings'), files.columnsIfAny('zones')]);
    const districts = zones ? districtNames(zones) : new Map<number, string>();
    return buildingTable(table, districts, sourcesOf(catalogue, ['buildings']), words);
  }
  const pages = await pagesOf(files, list, progress);
  const zones = list === 'district' ? await files.columnsIfAny('zones') : null;
  if (!zones) return groundTable(list, pages, words);
  const [population, businesses] = await Promise.all([
    files.columnsIfAny('population'),
    files.columnsIfAny('businesses'),
  ]);
  const boundaries = new Set(pages.flatMap((page) => sourceCells(page)));
  const figures = sourcesOf(catalogue, ['population', 'businesses']).filter((id) =>
    [REGISTER, COUNTS].includes(id),
  );
  return districtTable({ pages, zones, population, businesses, sources: [...boundaries, ...figures] }, words);
}

function pagesOf(
  files: CityFiles,
  layer: string,
  progress: (done: number, of: number) => void,
): Promise<LayerTable[]> {
  const pages = files.pages(layer);
  let done = 0;
  return Promise.all(
    Array.from({ length: pages }, async (_, page) => {
      const table = await files.page(layer, page);
      progress(++done, pages);
      return table;
    }),
  );
}

const sourcesOf = ({ themes }: Catalogue, of: readonly ThemeId[]): string[] =>
  themes
    .filter(({ id }) => of.includes(id))
    .flatMap(({ sources }) => sources.filter(({ kept }) => kept > 0).map(({ id }) => id));

function sourceCells({ columns, rows }: LayerTable): string[] {
  const column = columns.indexOf('source');
  return column < 0 ? [] : rows.map((row) => String(row[column]));
}

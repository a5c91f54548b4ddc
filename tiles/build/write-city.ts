// SPDX-License-Identifier: EUPL-1.2
/** Clean themes → all files of a city. */
import type { Catalogue, ThemeEntry } from '../../src/city/catalogue';
import type { ColumnTable } from '../../src/city/columns';
import { lonLatToMercator } from '../../src/city/frames';
import type { Bounds, Place } from '../../src/city/place';
import type { CleanBuilding, DistrictFinder } from '../themes/theme';
import { writeBuildings } from '../write/building-tiles';
import { mortonOrder } from '../write/buildings/morton';
import { extentOf, writeCatalogue } from '../write/catalogue';
import { writeInputs } from '../write/inputs';
import type { Output } from '../write/output';
import type { Pool } from '../write/pool';
import type { ProgressScreen } from '../write/progress';
import { writeSearch } from '../write/search';
import { writeTables } from '../write/tables';
import { type TilingContext, type WrittenArchive, writeFootprints, writeGround } from '../write/vector-tiles';
import type { ThemeResult } from './build-city';

/** The heaviest vector tile of a zoom, gzipped. */
export interface Heaviest {
  readonly archive: string;
  readonly zoom: number;
  readonly tile: string;
  readonly bytes: number;
}
interface WriteJob {
  readonly place: Place;
  readonly districts: DistrictFinder;
  readonly output: Output;
  readonly pool: Pool;
  readonly screen: ProgressScreen;
}

/** Writes everything, the catalogue last. */
export async function writeCity(
  results: readonly ThemeResult[],
  entries: readonly Omit<ThemeEntry, 'bounds'>[],
  { place, districts, output, pool, screen }: WriteJob,
): Promise<{ catalogue: Catalogue; heaviest: Heaviest[] }> {
  const { progress } = screen;
  const attribution = [...new Set(entries.flatMap((e) => e.sources.map((s) => s.attribution)))].join(' · ');
  const context: TilingContext = { place, output, pool, attribution };
  const inputs: ColumnTable[] = results.flatMap(({ clean }) => clean.inputs ?? []);
  const ground = results.flatMap(({ clean }) => clean.ground ?? []);
  const buildings = numbered(results.flatMap(({ clean }) => clean.buildings ?? []));
  const bounds = results.map(({ clean }) => extentOf(clean));

  const solid = buildings.length > 0 ? await writeSolid(buildings, context, progress) : undefined;
  if (solid) inputs.push(solid.columns);
  const vector = await writeGround(ground, context, progress);
  progress('inputs, search, tables', 0, 3);
  const inputFiles = await writeInputs(inputs, output);
  progress('inputs, search, tables', 1, 3);
  const search = await writeSearch(
    results.flatMap(({ clean }) => clean.search ?? []),
    output,
  );
  progress('inputs, search, tables', 2, 3);
  const tables = await writeTables(ground, districts, output);
  progress('inputs, search, tables', 3, 3);
  const themes = entries.map((entry, i): ThemeEntry => ({ ...entry, bounds: bounds[i] as Bounds | null }));
  const catalogue = await writeCatalogue(
    place,
    themes,
    {
      ...(solid ? { buildings: solid.files } : {}),
      ...(vector ? { ground: vector.archive } : {}),
      ...(solid?.footprints ? { footprints: solid.footprints.archive } : {}),
      ...(search ? { search } : {}),
      inputs: inputFiles,
      tables,
    },
    output,
  );
  return { catalogue, heaviest: [...heaviestOf(vector), ...heaviestOf(solid?.footprints)] };
}

/**
 * In the order of their city-wide numbers: the writer of the 3D tiles numbers along the same curve
 * and keeps the order of equals, so a building's index here is its number.
 */
function numbered(buildings: readonly CleanBuilding[]): CleanBuilding[] {
  const corners = buildings.map(({ centre }) => lonLatToMercator(centre));
  const { order } = mortonOrder(
    corners.map(([x]) => x),
    corners.map(([, y]) => y),
  );
  return Array.from(order, (index) => buildings[index] as CleanBuilding);
}

async function writeSolid(
  buildings: readonly CleanBuilding[],
  context: TilingContext,
  progress: ProgressScreen['progress'],
) {
  const { columns, ...files } = await writeBuildings(buildings, context, progress);
  const lonDeg = columns.columns.find(({ name }) => name === 'lonDeg')?.values;
  const moved = buildings.findIndex(({ centre }, id) => lonDeg?.[id] !== centre[0]);
  if (moved >= 0)
    throw new Error(`building ${moved} has another number in the 3D tiles than in the footprints`);
  const footprints = await writeFootprints(buildings, (index) => index, context, progress);
  return { files, columns, footprints };
}

function heaviestOf(written: WrittenArchive | undefined): Heaviest[] {
  return (written?.heaviest ?? []).map(({ z, x, y, bytes }) => ({
    archive: written?.archive.pmtiles as string,
    zoom: z,
    tile: `${z}/${x}/${y}`,
    bytes,
  }));
}

// SPDX-License-Identifier: EUPL-1.2
/** Clean themes → all files of a city. */
import type { Catalogue, ThemeEntry } from '../../src/city/catalogue';
import { type ColumnTable, columnIfAny } from '../../src/city/columns';
import { lonLatToMercator } from '../../src/city/frames';
import type { Bounds, Place } from '../../src/city/place';
import type { CleanBuilding, DistrictFinder, GroundFeature } from '../themes/theme';
import { writeBuildings } from '../write/building-tiles';
import { mortonOrder } from '../write/buildings/morton';
import { extentOf, writeCatalogue } from '../write/catalogue';
import { writeInputs } from '../write/inputs';
import type { Output } from '../write/output';
import type { Pool } from '../write/pool';
import type { ProgressScreen } from '../write/progress';
import { writeSearch } from '../write/search';
import { writeTables } from '../write/tables';
import { writeTrees } from '../write/tree-tiles';
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

/** Buildings in the order of their city-wide numbers, and the files that are being written of them. */
export interface SolidCity {
  readonly buildings: readonly CleanBuilding[];
  readonly written: ReturnType<typeof writeBuildings>;
}

/**
 * Begins the 3D tiles of the buildings, of which there is at least one. Their threads are busy for
 * as long as this one reads the other themes: nothing else of a build takes as long.
 */
export function beginSolid(
  clean: readonly CleanBuilding[],
  { place, output, pool, screen }: Omit<WriteJob, 'districts'>,
): SolidCity {
  const buildings = numbered(clean);
  const written = writeBuildings(buildings, { place, output, pool }, screen.progress);
  return { buildings, written };
}

/** Writes everything that `solid` is not writing already, the catalogue last. */
export async function writeCity(
  results: readonly ThemeResult[],
  entries: readonly Omit<ThemeEntry, 'bounds'>[],
  solid: SolidCity | undefined,
  { place, districts, output, pool, screen }: WriteJob,
): Promise<{ catalogue: Catalogue; heaviest: Heaviest[] }> {
  const { progress } = screen;
  const attribution = [...new Set(entries.flatMap((e) => e.sources.map((s) => s.attribution)))].join(' · ');
  const context: TilingContext = { place, output, pool, attribution };
  const ground = results.flatMap(({ clean }) => clean.ground ?? []);
  const entriesFound = results.flatMap(({ clean }) => clean.search ?? []);
  const bounds = results.map(({ clean }) => extentOf(clean));

  // All at once: this thread makes lists and packs features while the others make tiles.
  const trees = ground.filter((feature): feature is GroundFeature<'tree'> => feature.layer === 'tree');
  const [made, footprints, vector, search, tables, treeTiles] = await Promise.all([
    solid?.written,
    solid ? writeFootprints(solid.buildings, (index) => index, context, progress) : undefined,
    writeGround(ground, context, progress),
    writeSearch(entriesFound, output),
    writeTables(ground, districts, output),
    writeTrees(trees, { place, output }, progress),
  ]);
  const columns = results.flatMap(({ clean }) => clean.inputs ?? []);
  if (solid && made) {
    checkNumbers(solid.buildings, made.columns);
    columns.push(made.columns);
  }
  const inputs = await writeInputs(columns, output);
  const themes = entries.map((entry, i): ThemeEntry => ({ ...entry, bounds: bounds[i] as Bounds | null }));
  const catalogue = await writeCatalogue(
    place,
    themes,
    {
      ...(made ? { buildings: filesOf(made) } : {}),
      ...(treeTiles ? { trees: treeTiles } : {}),
      ...(vector ? { ground: vector.archive } : {}),
      ...(footprints ? { footprints: footprints.archive } : {}),
      ...(search ? { search } : {}),
      inputs,
      tables,
    },
    output,
  );
  return { catalogue, heaviest: [...heaviestOf(vector), ...heaviestOf(footprints)] };
}

const filesOf = ({ columns: _, ...files }: Awaited<SolidCity['written']>) => files;

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

/** @throws Error where the 3D tiles number the buildings otherwise than the footprints. */
function checkNumbers(buildings: readonly CleanBuilding[], footprints: ColumnTable): void {
  const lonDeg = columnIfAny(footprints, 'lonDeg')?.values;
  const moved = buildings.findIndex(({ centre }, id) => lonDeg?.[id] !== centre[0]);
  if (moved >= 0)
    throw new Error(`building ${moved} has another number in the 3D tiles than in the footprints`);
}

function heaviestOf(written: WrittenArchive | undefined): Heaviest[] {
  return (written?.heaviest ?? []).map(({ z, x, y, bytes }) => ({
    archive: written?.archive.pmtiles as string,
    zoom: z,
    tile: `${z}/${x}/${y}`,
    bytes,
  }));
}

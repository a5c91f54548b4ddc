// SPDX-License-Identifier: EUPL-1.2
/**
 * How much warmer each district is than the country on a clear, calm summer night, after InVEST's urban cooling model:
 * every cell's capacity from what covers it, the rest as InVEST has it (cooling-raster.ts). Pure.
 */
import { cooledAir } from './cooling-raster';
import type { GreenParameters } from './green-parameters';
import { CELL_M, type GreenRaster, meanByDistrict } from './green-raster';
import type { GroundCover } from './ground-cover';
import { COOLING_WEIGHTS, coolingCapacity } from './urban-cooling';

export interface DistrictHeat {
  /** Mean heat mitigation index of the district's cells, 0–1; NaN where nothing is known of them. */
  readonly mitigation: Float64Array;
  /** °C above the country, the mean of the cells, after the air has mixed. */
  readonly warmerC: Float64Array;
}

/** Cells of a whole number of metres: so far green cools, to the nearest cell. */
const toCells = (metres: number) => Math.max(1, Math.round(metres / CELL_M)) * CELL_M;

/** @param canopy by cell, share under crowns */
export function districtHeat(
  raster: GreenRaster,
  cover: GroundCover,
  canopy: Float64Array,
  parameters: GreenParameters,
): DistrictHeat {
  const { capacity, greenCapacity, greenShare } = capacities(cover, canopy, parameters);
  const { mitigation, airC } = cooledAir(
    { columns: raster.columns, cellM: CELL_M, inside: cover.inside, capacity, greenShare, greenCapacity },
    {
      coolingDistanceM: toCells(parameters.coolingDistanceM),
      mixingRadiusM: parameters.mixingRadiusM,
      referenceC: 0,
      heatIslandC: parameters.heatIslandC,
    },
  );
  return { mitigation: meanByDistrict(raster, mitigation), warmerC: meanByDistrict(raster, airC) };
}

/**
 * Of a cell: under crowns there is shade and what trees give off; of what is not under crowns each cover gives off
 * and reflects its own. Reference evapotranspiration is the same everywhere.
 */
export function capacities(
  { building, green, field, rest, opened, sealed, inside }: GroundCover,
  canopy: Float64Array,
  { softShare, treeKc, grassKc, softKc, fieldKc, sealedKc, sealedAlbedo, plantAlbedo }: GreenParameters,
): { capacity: Float64Array; greenCapacity: Float64Array; greenShare: Float64Array } {
  const cells = building.length;
  const columns = {
    capacity: new Float64Array(cells),
    greenCapacity: new Float64Array(cells),
    greenShare: new Float64Array(cells),
  };
  for (let cell = 0; cell < cells; cell++) {
    if (!inside[cell]) continue;
    const crowns = Math.min(1, canopy[cell] as number);
    const left = 1 - (sealed[cell] as number);
    const open = rest[cell] as number;
    const soft = open * softShare * left;
    const grass = (green[cell] as number) * left + open * (1 - softShare) * (opened[cell] as number);
    const fields = (field[cell] as number) * left;
    const hard = 1 - grass - soft - fields;
    const bare = 1 - crowns;
    columns.capacity[cell] = coolingCapacity(
      {
        shade: crowns,
        albedo: crowns * plantAlbedo + bare * ((1 - hard) * plantAlbedo + hard * sealedAlbedo),
        evapotranspiration:
          crowns * treeKc + bare * (grass * grassKc + soft * softKc + fields * fieldKc + hard * sealedKc),
      },
      COOLING_WEIGHTS,
    );
    columns.greenShare[cell] = (green[cell] as number) * left + fields;
    columns.greenCapacity[cell] = coolingCapacity(
      {
        shade: crowns,
        albedo: plantAlbedo,
        evapotranspiration: crowns * treeKc + bare * (fields > 0 ? fieldKc : grassKc),
      },
      COOLING_WEIGHTS,
    );
  }
  return columns;
}

// SPDX-License-Identifier: EUPL-1.2
/** Where people live as services count them, how one walks there, and what lines the city has. */
import type { Zones } from '../../city/city-inputs';
import type { ColumnTable } from '../../city/columns';
import { type Plane, plane } from '../../city/frames';
import { homesOf } from '../models/people/homes';
import { type WalkedStreets, WalkingWays } from '../models/people/ways';
import type { ServiceCity } from '../models/service-access/service-change';
import { ServiceWays } from '../models/service-access/service-reach';
import { type Outline, withSpread } from '../models/service-access/spread-residents';
import { newestRegister, type Residents } from '../models/walking/residents';
import { numbers, rowNumbers, type Tables } from './tables';
import { transitOf } from './transit';

/**
 * Unlike schools and care, which put whoever is in no known building at the middle of his district, services have him
 * live anywhere in it: whether the nearest is a quarter of an hour away hangs on that. A city without outlines
 * (`zone-rings`) has them at the middle.
 * @param residents by building; null: no buildings are known.
 * @throws CityInputsError where the outlines or the lines do not fit.
 */
export function serviceCityOf(
  tables: Tables,
  zones: Pick<Zones, 'districts' | 'id' | 'eastM' | 'northM'>,
  residents: Residents | null,
  streets: WalkedStreets | null,
): ServiceCity {
  const [rings, population] = [tables.get('zone-rings'), tables.get('population')];
  const homes = homesOf(
    zones,
    rings && population
      ? withSpread(residents, newestRegister(population), outlinesOf(rings, zones))
      : residents,
  );
  return { ways: new ServiceWays(homes, new WalkingWays(homes, streets)), transit: transitOf(tables) };
}

/** The rings of each district. */
function outlinesOf(table: ColumnTable, { districts, id }: Pick<Zones, 'districts' | 'id'>): Outline[] {
  const [zone, ring] = [rowNumbers(table, 'zone', districts), numbers(table, 'ring')];
  const [east, north] = [numbers(table, 'eastM'), numbers(table, 'northM')];
  const byDistrict = Array.from({ length: districts }, () => new Map<number, Plane[]>());
  for (let row = 0; row < table.rows; row++) {
    const rings = byDistrict[zone[row] as number];
    const at = plane(east[row] as number, north[row] as number);
    const points = rings?.get(ring[row] as number);
    if (points) points.push(at);
    else rings?.set(ring[row] as number, [at]);
  }
  return byDistrict.map((rings, row) => ({ id: id[row] as number, rings: [...rings.values()] }));
}

// SPDX-License-Identifier: EUPL-1.2
/** Districts and gateways as the models' zones, with who lives, learns, works and shops there. */
import { isInside } from '../../city/areas';
import type { Area, Zones } from '../../city/city-inputs';
import type { ColumnTable } from '../../city/columns';
import { plane } from '../../city/frames';
import type { ServiceClass } from '../../city/ground';
import { jobsOf, shared, sum } from './jobs';
import { CityInputsError, numbers, rowNumbers, type Tables, texts } from './tables';

/** What one goes to a district for, besides shops, school and work. */
const SERVICES: readonly ServiceClass[] = [
  'pharmacy',
  'library',
  'civic-office',
  'social-service',
  'culture',
  'sport',
];

/**
 * Price of an hour at the kerb by ring about the centre: within 1.5 km (the Bastioni, Area C) 3 €,
 * within 3.2 km (the trolleybus ring) 2 €, within 5 km 1.2 €, free beyond. Assumption, after the
 * Comune's tariff of blue stripes in 2022.
 */
const PARKING_RINGS = [
  { withinM: 1500, eurH: 3 },
  { withinM: 3200, eurH: 2 },
  { withinM: 5000, eurH: 1.2 },
] as const;

export interface ZoneTables {
  readonly zones: ColumnTable;
  readonly population: ColumnTable;
  readonly gateways: ColumnTable;
  readonly nodes: ColumnTable;
}

/**
 * Districts first, then the gateways, of which everything but the place is zero. Residents and
 * minors are those of the register's latest year; `jobs` are estimated ({@link jobsOf}).
 */
export function zonesOf(required: ZoneTables, tables: Tables, areas: readonly Area[]): Zones {
  const { zones, population, gateways, nodes } = required;
  const districts = zones.rows;
  const count = districts + gateways.rows;
  const rowOf = new Map(Array.from(numbers(zones, 'id'), (id, row) => [id, row]));
  const node = rowNumbers(gateways, 'node', nodes.rows);
  const ofGateway = (name: string) => Float64Array.from(node, (i) => numbers(nodes, name)[i] as number);
  const eastM = joined(numbers(zones, 'eastM'), ofGateway('eastM'));
  const northM = joined(numbers(zones, 'northM'), ofGateway('northM'));
  const people = peopleOf(population, rowOf, districts);
  const places = placesOf(tables, rowOf, districts, people.minors);
  const shops = places.foodAndDrink.map(
    (eating, i) => eating + (places.neighbourhoodShops[i] as number) + (places.largeRetail[i] as number),
  );
  const padded = (values: Float64Array) => joined(values, new Float64Array(gateways.rows));
  const jobs = jobsOf({ ...places, residents: people.residents });
  return {
    count,
    districts,
    id: Int32Array.from({ length: count }, (_, row) =>
      row < districts ? (numbers(zones, 'id')[row] as number) : districts - 1 - row,
    ),
    name: [...texts(zones, 'name'), ...texts(gateways, 'name')],
    eastM,
    northM,
    areaM2: padded(Float64Array.from(numbers(zones, 'areaM2'))),
    residents: padded(people.residents),
    minors: padded(people.minors),
    pupils: padded(places.pupils),
    jobs: {
      office: padded(jobs.office),
      public: padded(jobs.public),
      retail: padded(jobs.retail),
      industry: padded(jobs.industry),
      care: padded(jobs.care),
    },
    services: padded(places.services),
    shops: padded(shops),
    parkingEurH: padded(parkingOf(eastM, northM, sum(shops) > 0 ? shops : people.residents, areas)),
  };
}

const joined = (districts: ArrayLike<number>, gateways: ArrayLike<number>): Float64Array =>
  Float64Array.from([...Array.from(districts), ...Array.from(gateways)]);

/** @throws CityInputsError where the register has nobody. */
function peopleOf(table: ColumnTable, rowOf: ReadonlyMap<number, number>, districts: number) {
  const [zone, year] = [numbers(table, 'zone'), numbers(table, 'year')];
  const [total, minors] = [numbers(table, 'total'), numbers(table, 'minors')];
  let latest = -Infinity;
  for (let i = 0; i < table.rows; i++) latest = Math.max(latest, year[i] as number);
  const people = { residents: new Float64Array(districts), minors: new Float64Array(districts) };
  for (let i = 0; i < table.rows; i++) {
    const row = rowOf.get(zone[i] as number);
    if (row === undefined || year[i] !== latest) continue;
    // Not a number: too few to be told.
    people.residents[row] = total[i] || 0;
    people.minors[row] = minors[i] || 0;
  }
  if (!(sum(people.residents) > 0))
    throw new CityInputsError(['population'], 'population: nobody lives in any of the districts');
  return people;
}

/** What there is in each district, counted. A place of which the district is not known counts nowhere. */
function placesOf(
  tables: Tables,
  rowOf: ReadonlyMap<number, number>,
  districts: number,
  minors: Float64Array,
) {
  const services = tables.get('services');
  const businesses = tables.get('businesses');
  const none = () => new Float64Array(districts);
  const byClass = new Map<string, Float64Array>();
  const add = (kind: string, zone: number, count: number) => {
    const row = rowOf.get(zone);
    if (row === undefined || !(count > 0)) return;
    const counts = byClass.get(kind) ?? none();
    counts[row] = (counts[row] as number) + count;
    byClass.set(kind, counts);
  };
  if (services) {
    const zone = numbers(services, 'zone');
    texts(services, 'class').forEach((kind, i) => {
      add(kind, zone[i] as number, 1);
    });
  }
  if (businesses) {
    const [zone, count] = [numbers(businesses, 'zone'), numbers(businesses, 'count')];
    texts(businesses, 'kind').forEach((kind, i) => {
      add(kind, zone[i] as number, count[i] as number);
    });
  }
  const counted = (...kinds: string[]) =>
    none().map((_, row) =>
      kinds.reduce((total, kind) => total + ((byClass.get(kind)?.[row] as number | undefined) ?? 0), 0),
    );
  return {
    services: counted(...SERVICES),
    foodAndDrink: counted('food-and-drink'),
    neighbourhoodShops: counted('neighbourhood-shop'),
    largeRetail: counted('large-retail'),
    coworking: counted('coworking'),
    publicPlaces: counted('civic-office', 'social-service', 'library', 'culture'),
    pharmacies: counted('pharmacy'),
    nursingHomes: counted('nursing-home'),
    pupils: pupilsOf(services, rowOf, counted('school'), minors),
  };
}

/**
 * Pupils at the schools of each district: as stated by each school, the median of those that state
 * them for the others. Where none does, the city's minors, shared out by the number of schools (by
 * residence where no school is known either). Universities are in no open table: none is counted.
 */
function pupilsOf(
  services: ColumnTable | undefined,
  rowOf: ReadonlyMap<number, number>,
  schools: Float64Array,
  minors: Float64Array,
): Float64Array {
  const pupils = new Float64Array(schools.length);
  if (!services) return minors.slice();
  const [zone, capacity] = [numbers(services, 'zone'), numbers(services, 'capacity')];
  const units = texts(services, 'capacityUnit');
  const stated: number[] = [];
  const found: { row: number; pupils: number | undefined }[] = [];
  texts(services, 'class').forEach((kind, i) => {
    if (kind !== 'school') return;
    const known = units[i] === 'pupils' && (capacity[i] as number) > 0;
    if (known) stated.push(capacity[i] as number);
    const row = rowOf.get(zone[i] as number);
    if (row !== undefined) found.push({ row, pupils: known ? (capacity[i] as number) : undefined });
  });
  if (stated.length === 0) return shared(sum(minors), schools, minors);
  stated.sort((a, b) => a - b);
  const median = stated[Math.floor((stated.length - 1) / 2)] as number;
  for (const school of found) pupils[school.row] = (pupils[school.row] as number) + (school.pupils ?? median);
  return pupils;
}

/** By {@link PARKING_RINGS} about the middle of the shops; in Area C the price of the innermost. */
function parkingOf(
  eastM: Float64Array,
  northM: Float64Array,
  weights: Float64Array,
  areas: readonly Area[],
): Float64Array {
  const whole = sum(weights);
  const middle = (of: Float64Array) =>
    weights.reduce((total, weight, row) => total + (weight * (of[row] as number)) / whole, 0);
  const [east, north] = [middle(eastM), middle(northM)];
  const charged = areas.filter((area) => area.class === 'area-c').flatMap((area) => area.rings);
  return weights.map((_, row) => {
    const at = plane(eastM[row] as number, northM[row] as number);
    if (isInside(at, charged)) return PARKING_RINGS[0].eurH;
    const awayM = Math.hypot(at[0] - east, at[1] - north);
    return PARKING_RINGS.find(({ withinM }) => awayM <= withinM)?.eurH ?? 0;
  });
}

// SPDX-License-Identifier: EUPL-1.2
import type { SearchEntry } from '../../src/city/catalogue';
import type { ColumnTable } from '../../src/city/columns';
import { type LonLat, lonLatToPlane } from '../../src/city/frames';
import { SERVICE_CLASSES, type ServiceClass, type ServicePosition } from '../../src/city/ground';
import { SCHOOL_GRADES } from '../../src/city/people';
import { Addresses } from './addresses';
import { keepNewest, placeOf } from './editions';
import { grouped } from './grouped';
import type { ServiceRow } from './rows';
import type { CleanContext, GroundFeature, SourceRows, Theme } from './theme';

type Service = ServiceRow & {
  readonly id: string;
  readonly source: string;
  readonly position?: ServicePosition;
};
type PlacedService = Service & { readonly at: LonLat };

/** Hundreds of them have no name of their own: nobody looks for one by name. */
const NAMELESS: readonly ServiceClass[] = ['fountain', 'bike-rack', 'charging'];
const GRADES = ['', ...SCHOOL_GRADES] as const;
const CAPACITY_UNITS = ['', 'pupils', 'beds', 'docks', 'places'] as const;

/**
 * Services: those published without a usable position are placed by address among the others; where
 * that fails they are left off the map and counted, but stay in the model input, without a position.
 */
export const services: Theme<'services'> = {
  id: 'services',
  clean: (bySource, context) => {
    const { placed, unplaced } = located(merged(bySource, context.drop), context.drop);
    return {
      kept: placed.length,
      ground: placed.map(featureOf),
      inputs: [table([...placed, ...unplaced], context)],
      search: placed.filter((s) => !NAMELESS.includes(s.class)).map((s) => searchEntry(s, context)),
    };
  },
};

/** One service an id; of a class published in editions, the newest only. */
function merged(bySource: readonly SourceRows<'services'>[], drop: CleanContext['drop']): Service[] {
  const rows = bySource.flatMap(({ source, rows }) => rows.map((row) => ({ source: source.id, row })));
  const newest = new Set<ServiceRow>();
  for (const ofClass of grouped(rows, ({ row }) => row.class).values()) {
    const dated = ofClass.map(({ row }) => row).filter((row) => row.editionYear !== undefined);
    for (const row of keepNewest(dated, drop)) newest.add(row);
  }
  const current = rows.filter(({ row }) => row.editionYear === undefined || newest.has(row));
  return [...grouped(current, ({ source, row }) => row.stableId ?? `${source}-${row.origin.row}`)].map(
    ([id, same]) => {
      const [best, ...others] = same as [(typeof same)[0], ...typeof same];
      for (const { source, row } of others)
        drop(
          source === best.source ? 'duplicate-id' : 'same-as-better-source',
          `${placeOf(row.origin)}: ${row.name}, id ${id} again`,
        );
      // Only what the best source does not say.
      const filled: ServiceRow = Object.assign({}, ...same.map(({ row }) => row).reverse());
      const { unplaced, ...known } = filled;
      return { ...(filled.at || !unplaced ? known : filled), id, source: best.source };
    },
  );
}

/** Finds places by address for what has none. */
function located(
  all: readonly Service[],
  drop: CleanContext['drop'],
): { placed: PlacedService[]; unplaced: Service[] } {
  const addresses = new Addresses();
  for (const { at, address } of all) if (at && address) addresses.add(address, at);
  const placed: PlacedService[] = [];
  const unplaced: Service[] = [];
  for (const service of all) {
    const found = service.at || !service.address ? undefined : addresses.find(service.address);
    if (service.at) placed.push(service as PlacedService);
    // The card says that the place is not the publisher's.
    else if (found)
      placed.push({ ...service, at: found.at, position: found.exact ? 'from-address' : 'near-address' });
    else {
      const { reason, detail } = service.unplaced ?? { reason: 'no-geometry', detail: 'no coordinates' };
      drop(reason, `${placeOf(service.origin)}: ${service.name}, ${detail}; in the model input only`);
      unplaced.push(service);
    }
  }
  return { placed, unplaced };
}

const featureOf = (service: PlacedService): GroundFeature<'service'> => ({
  layer: 'service',
  geometry: { type: 'Point', coordinates: [...service.at] },
  properties: {
    id: service.id,
    class: service.class,
    name: service.name,
    ...(service.address ? { address: service.address } : {}),
    ...(service.capacity !== undefined && service.capacityUnit
      ? { capacity: service.capacity, capacityUnit: service.capacityUnit }
      : {}),
    ...(service.detail ? { detail: service.detail } : {}),
    ...(service.hours ? { hours: service.hours } : {}),
    ...(service.position ? { position: service.position } : {}),
  },
  source: service.source,
});

function searchEntry(service: PlacedService, { districts }: CleanContext): SearchEntry {
  const detail = [service.address, districts.name(districts.at(service.at))].filter(Boolean).join(' · ');
  return {
    kind: 'service',
    id: service.id,
    name: service.name,
    class: service.class,
    ...(detail ? { detail } : {}),
    at: service.at,
  };
}

/** Model input: position NaN and zone 0 where there is none, capacity NaN where it is not known. */
function table(all: readonly Service[], { districts }: CleanContext): ColumnTable {
  const names = [...new Set(all.map((s) => s.name))];
  const indexOf = new Map(names.map((name, i) => [name, i]));
  const planes = all.map((s) => (s.at ? lonLatToPlane(s.at) : ([Number.NaN, Number.NaN] as const)));
  return {
    id: 'services',
    rows: all.length,
    columns: [
      { name: 'id', unit: '1', values: Uint32Array.from(all.keys()), dictionary: all.map((s) => s.id) },
      {
        name: 'class',
        unit: '1',
        values: Uint8Array.from(all, (s) => SERVICE_CLASSES.indexOf(s.class)),
        dictionary: SERVICE_CLASSES,
      },
      {
        name: 'grade',
        unit: '1',
        values: Uint8Array.from(all, (s) => GRADES.indexOf(s.grade ?? '')),
        dictionary: GRADES,
      },
      {
        name: 'name',
        unit: '1',
        values: Uint32Array.from(all, (s) => indexOf.get(s.name) as number),
        dictionary: names,
      },
      { name: 'eastM', unit: 'm', values: Float64Array.from(planes, ([east]) => east) },
      { name: 'northM', unit: 'm', values: Float64Array.from(planes, ([, north]) => north) },
      { name: 'capacity', unit: '1', values: Float32Array.from(all, (s) => s.capacity ?? Number.NaN) },
      {
        name: 'capacityUnit',
        unit: '1',
        values: Uint8Array.from(all, (s) => CAPACITY_UNITS.indexOf(s.capacityUnit ?? '')),
        dictionary: CAPACITY_UNITS,
      },
      { name: 'zone', unit: '1', values: Uint16Array.from(all, (s) => (s.at ? districts.at(s.at) : 0)) },
    ],
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** Where in its district people live, and how far it is on foot. Pure. */
import type { Zones } from '../../../city/city-inputs';
import type { Plane } from '../../../city/frames';
import type { Residents } from '../walking/residents';

/** Squares of buildings that are lived in, so that thousands of houses are some hundreds of places. */
export interface Homes {
  readonly count: number;
  /** Row of the districts. */
  readonly district: Int32Array;
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
  /** Of its district's residents; those of a district add up to 1. */
  readonly share: Float64Array;
}

/** How far it is on foot between homes and places. */
export interface Ways {
  /** Minutes by home; Infinity where nobody would walk it. The same place is walked from once. */
  minutesFrom(at: Plane): Float64Array;
}

/** Side of a square: three minutes on foot. */
export const HOME_SQUARE_M = 250;

type Districts = Pick<Zones, 'districts' | 'id' | 'eastM' | 'northM'>;

/**
 * The homes of the city: of each district the squares of {@link HOME_SQUARE_M} in which its buildings stand, where
 * the middle of those who live there is, and which share of the district they are. A district without buildings
 * (none in the data, or its register withheld) is one home at its centre. By district, then from south to north.
 * @param residents persons by building (models/walking/residents.ts); null: no buildings are known.
 */
export function homesOf(zones: Districts, residents: Residents | null): Homes {
  const squares = residents ? squaresOf(zones, residents) : [];
  const whole = new Float64Array(zones.districts);
  for (const { district, persons } of squares) whole[district] = (whole[district] as number) + persons;
  const homes = squares.map(({ district, persons, east, north }) => ({
    district,
    eastM: east / persons,
    northM: north / persons,
    share: persons / (whole[district] as number),
  }));
  whole.forEach((persons, district) => {
    if (persons > 0) return;
    homes.push({
      district,
      eastM: zones.eastM[district] as number,
      northM: zones.northM[district] as number,
      share: 1,
    });
  });
  homes.sort((a, b) => a.district - b.district || a.northM - b.northM || a.eastM - b.eastM);
  return {
    count: homes.length,
    district: Int32Array.from(homes, ({ district }) => district),
    eastM: Float64Array.from(homes, ({ eastM }) => eastM),
    northM: Float64Array.from(homes, ({ northM }) => northM),
    share: Float64Array.from(homes, ({ share }) => share),
  };
}

interface Square {
  readonly district: number;
  persons: number;
  /** Sums, weighted by persons. */
  east: number;
  north: number;
}

function squaresOf(zones: Districts, residents: Residents): Square[] {
  const rowOf = new Map(Array.from(zones.id.subarray(0, zones.districts), (id, row) => [id, row]));
  const squares = new Map<string, Square>();
  for (let i = 0; i < residents.count; i++) {
    const district = rowOf.get(residents.district[i] as number);
    const persons = residents.persons[i] as number;
    if (district === undefined || !(persons > 0)) continue;
    const [east, north] = [residents.eastM[i] as number, residents.northM[i] as number];
    const key = `${district} ${Math.floor(east / HOME_SQUARE_M)} ${Math.floor(north / HOME_SQUARE_M)}`;
    let square = squares.get(key);
    if (!square) squares.set(key, (square = { district, persons: 0, east: 0, north: 0 }));
    square.persons += persons;
    square.east += persons * east;
    square.north += persons * north;
  }
  return [...squares.values()];
}

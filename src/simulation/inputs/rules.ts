// SPDX-License-Identifier: EUPL-1.2
/** Areas of the traffic rules as read from their table, and the rules of the base year. */
import { connectorEntriesOf, entriesOf, zonesInside } from '../../city/areas';
import type { Area, Charge, Roads, Rules, Sector, Zones } from '../../city/city-inputs';
import { type Plane, plane } from '../../city/frames';
import { CityInputsError, numbers, type Tables, texts } from './tables';

const AREA_CLASSES = ['area-c', 'area-b', 'ztl', 'pedestrian', 'other'] as const;

/** In the order of the table; none where the build has none. */
export function areasOf(tables: Tables): Area[] {
  const table = tables.get('rule-areas');
  if (!table) return [];
  const [area, ring] = [numbers(table, 'area'), numbers(table, 'ring')];
  const [eastM, northM] = [numbers(table, 'eastM'), numbers(table, 'northM')];
  const [ids, names, classes] = [texts(table, 'areaId'), texts(table, 'name'), texts(table, 'class')];
  const found: (Omit<Area, 'rings'> & { rings: Plane[][] })[] = [];
  for (let row = 0; row < table.rows; row++) {
    const isFirst = row === 0 || area[row] !== area[row - 1];
    if (isFirst) {
      const kind = AREA_CLASSES.find((each) => each === classes[row]);
      if (!kind) throw new CityInputsError([], `rule-areas, row ${row}: unknown class ${classes[row]}`);
      found.push({ id: ids[row] as string, name: names[row] as string, class: kind, rings: [] });
    }
    const rings = found.at(-1)?.rings as Plane[][];
    if (isFirst || ring[row] !== ring[row - 1]) rings.push([]);
    rings.at(-1)?.push(plane(eastM[row] as number, northM[row] as number));
  }
  return found;
}

/**
 * Who is at home on an average weekday. Assumption by sector, so that the mean with the sectors'
 * shares of jobs.ts is 16.7 %, what Assolombarda and Zucchetti found for Milan in November 2024.
 */
export const REMOTE_WORK_SHARE: Readonly<Record<Sector, number>> = {
  office: 0.3,
  public: 0.1,
  retail: 0.03,
  industry: 0.085,
  care: 0.05,
};

/** Of Area C in 2022 (Comune di Milano): 7:30–19:30, 5 €; residents 2 € after forty free entries. */
const AREA_C_HOURS = { fromMin: 450, toMin: 1170 };
const AREA_C_PRICE_EUR = { visitor: 5, resident: 2, goods: 5 };

/**
 * The rules of the base year, 2022: Area C where the city has one. The ban of Area B is none of
 * them: the fleet of the base year is what it left.
 */
export function rulesOf(areas: readonly Area[], roads: Roads, zones: Zones): Rules {
  const rings = areas.filter((area) => area.class === 'area-c').flatMap((area) => area.rings);
  const charges: Charge[] =
    rings.length === 0
      ? []
      : [
          {
            id: 'area-c',
            entries: entriesOf(roads, rings),
            connectorEntries: connectorEntriesOf(roads, zones, rings),
            inside: zonesInside(zones, rings),
            hours: AREA_C_HOURS,
            priceEur: AREA_C_PRICE_EUR,
          },
        ];
  return { charges, bans: [], closures: [], remoteWorkShare: REMOTE_WORK_SHARE, deliveries: null };
}

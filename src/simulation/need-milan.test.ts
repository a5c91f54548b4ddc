// SPDX-License-Identifier: EUPL-1.2
/** Need and siting on what Milan publishes: the register of 2024, and where services are. */
import { beforeAll, expect, it } from 'vitest';
import { readSource } from '../../tiles/fixtures/read-source';
import { describeShared, sharedPath } from '../../tiles/fixtures/shared-data';
import { openFolder } from '../../tiles/formats/folder';
import { civicOffices } from '../../tiles/sources/civic-offices';
import { nil } from '../../tiles/sources/nil';
import { pharmacies } from '../../tiles/sources/pharmacies';
import { registerByDistrict } from '../../tiles/sources/register-by-district';
import { type Area, boundsOf, contains } from '../../tiles/themes/plane-geometry';
import { disclosedRegister, type Register } from '../../tiles/themes/population-register';
import { lonLat, lonLatToPlane } from '../city/frames';
import type { People, Service, ServiceKind } from '../city/people';
import { forecastWith, registerYear, straightWays } from './models/people/fixtures/made-up-people';
import type { Homes } from './models/people/homes';
import { CENTRAL_CARE, drawCareParameters } from './models/service-access/care-parameters';
import { agedOf, careOutcome, careReach } from './models/service-access/care-system';
import { ServiceWays } from './models/service-access/service-reach';
import { type NeedCity, needAnswer } from './need-answer';
import { NEED_PRESETS } from './need-presets';
import { servicesAnswer } from './services-answer';
import { sitingAnswer } from './siting-answer';

const DRAWS = 20;
/** Side of the squares that homes are put in, degrees: about 450 m. */
const [SQUARE_LON, SQUARE_LAT] = [0.0058, 0.0041];

interface District {
  readonly id: number;
  readonly name: string;
  readonly geometry: Area;
}

/** Homes spread over the whole of each district: where the houses are is not in these tables. */
function homesEverywhere(districts: readonly District[]): Homes {
  const found = districts.flatMap(({ geometry }, row) => {
    const [west, south, east, north] = boundsOf(geometry);
    const inside: [number, number][] = [];
    for (let lon = west + SQUARE_LON / 2; lon < east; lon += SQUARE_LON)
      for (let lat = south + SQUARE_LAT / 2; lat < north; lat += SQUARE_LAT)
        if (contains(geometry, lonLat(lon, lat))) inside.push([lon, lat]);
    if (inside.length === 0) inside.push([(west + east) / 2, (south + north) / 2]);
    return inside.map(([lon, lat]) => ({
      row,
      at: lonLatToPlane(lonLat(lon, lat)),
      share: 1 / inside.length,
    }));
  });
  return {
    count: found.length,
    district: Int32Array.from(found, ({ row }) => row),
    eastM: Float64Array.from(found, ({ at }) => at[0]),
    northM: Float64Array.from(found, ({ at }) => at[1]),
    share: Float64Array.from(found, ({ share }) => share),
  };
}

async function milan2024() {
  const files = await Promise.all(
    ['milano/boundaries', 'milano/population', 'milano/services'].map((folder) =>
      openFolder(sharedPath(folder)),
    ),
  );
  const all = files.flat();
  const boundaries = (await readSource(nil, all)).rows;
  const districts = [
    ...new Map(boundaries.map((row) => [row.id as number, row as unknown as District])).values(),
  ].sort((a, b) => a.id - b.id);
  const register = disclosedRegister((await readSource(registerByDistrict, all)).rows as Register[]);
  const year = (of: number) => {
    const byId = new Map(register.filter((row) => row.year === of).map((row) => [row.district, row]));
    return registerYear(
      of,
      districts.map(({ id }) => byId.get(id) as Register),
    );
  };
  const services: Service[] = [];
  for (const source of [civicOffices, pharmacies])
    for (const { at, class: kind, name, stableId } of (await readSource(source, all)).rows)
      if (at)
        services.push({
          id: stableId as string,
          name,
          kind: kind as ServiceKind,
          at: lonLatToPlane(at),
          district: -1,
          capacity: { low: 1, value: 1, high: 1 },
        });
  const people: People = {
    register: { first: year(2011), last: year(2024) },
    census: null,
    schools: [],
    services,
    newHomes: [],
  };
  const homes = homesEverywhere(districts);
  const { last } = people.register;
  const forecast = forecastWith({ districts: districts.length, draws: DRAWS }, (row) => {
    const [total, minors, old, oldest] = [last.total, last.minors, last.aged65Plus, last.aged80Plus].map(
      (column) => column[row] as number,
    ) as [number, number, number, number];
    if ([total, minors, old, oldest].some(Number.isNaN)) return null;
    return [
      ...[3, 3, 5, 3, 4].map((ages) => (minors * ages) / 18),
      total - minors - old,
      old - oldest,
      oldest,
    ];
  });
  const city: NeedCity = {
    people,
    homes,
    ways: straightWays(homes, 45),
    services: {
      ways: new ServiceWays(homes, straightWays(homes, 45)),
      transit: {
        stops: { count: 0, name: [], eastM: new Float64Array(), northM: new Float64Array() },
        patterns: [],
        fareEur: 2,
      },
    },
    areaM2: new Float64Array(districts.length).fill(1e6),
    forecast,
    care: drawCareParameters('milan', DRAWS),
    districts: districts.map(({ id }) => id),
  };
  return { city, names: districts.map(({ name }) => name) };
}

describeShared('Milan in 2024', () => {
  let milan: Awaited<ReturnType<typeof milan2024>>;
  beforeAll(async () => {
    milan = await milan2024();
  }, 60_000);

  it('the register and the services are those published', () => {
    const { people } = milan.city;
    const told = (column: Float64Array) => column.reduce((sum, persons) => sum + (persons || 0), 0);
    // 117,090 and 57,073 in the whole city; what is withheld of the smallest districts is not among them.
    expect(told(people.register.last.aged80Plus)).toBeGreaterThan(117_000);
    expect(told(people.register.last.aged80Plus)).toBeLessThanOrEqual(117_090);
    expect(told(people.register.last.aloneAged80Plus)).toBeLessThanOrEqual(57_073);
    // Of 19 territorial social services two have coordinates that are wrong at the source.
    expect(people.services.filter(({ kind }) => kind === 'social-service')).toHaveLength(17);
    expect(people.services.filter(({ kind }) => kind === 'pharmacy').length).toBeGreaterThan(400);
  });

  it('some 78,000 are in need, and today’s hours are all given', () => {
    const { people, homes, ways, forecast } = milan.city;
    const { totals } = careOutcome(
      careReach(people, homes, ways),
      people,
      agedOf(forecast, 0, 2024),
      CENTRAL_CARE,
    );
    // Three hours for each of 78,000, and half as much again for the 0.465 · 57,073 who are alone.
    expect(totals.homeCareNeededH).toBeGreaterThan(0.99 * (78_000 * 3 + 0.465 * 57_073 * 1.5));
    expect(totals.homeCareNeededH).toBeLessThan(1.01 * (78_000 * 3 + 0.465 * 57_073 * 1.5));
    // 5 % of 312,229, an hour and a half each.
    expect(Math.abs(totals.homeCareGivenH / (0.05 * 312_229 * 1.5) - 1)).toBeLessThan(0.01);
  });

  it('need of care at home: districts of the old and alone lead, those of newcomers come last', () => {
    const { ranks } = needAnswer(milan.city, 2024, NEED_PRESETS['home-care']);
    const ranked = milan.names
      .map((name, row) => ({ name, rank: ranks[row] as number, row }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => a.rank - b.rank);
    expect(ranked.length).toBeGreaterThan(70);
    const { last } = milan.city.people.register;
    const oldShare = (row: number) => (last.aged80Plus[row] as number) / (last.total[row] as number);
    const mean = (rows: readonly { row: number }[]) =>
      rows.reduce((sum, { row }) => sum + oldShare(row), 0) / rows.length;
    expect(mean(ranked.slice(0, 10))).toBeGreaterThan(1.3 * mean(ranked));
    expect(mean(ranked.slice(-10))).toBeLessThan(0.8 * mean(ranked));
  });

  it('nearly everybody has a pharmacy within a quarter of an hour on foot, and every one is shared among those in reach', () => {
    const { people, services, forecast, districts } = milan.city;
    const { found } = servicesAnswer(
      { people, ...services, forecast, districts },
      { year: 2024, service: 'pharmacy' },
    );
    const { target, beyond, supply, minutes } = found!.city;
    // 1.4 million in the register, fewer in the census; streets are not in these tables, and one walks straight.
    expect(target.value).toBeGreaterThan(1_400_000);
    expect(beyond.value / target.value).toBeLessThan(0.08);
    expect(minutes.value).toBeGreaterThan(3);
    expect(minutes.value).toBeLessThan(8);
    const within = people.services.filter(({ kind }) => kind === 'pharmacy').length;
    const given = (supply.value * target.value) / 1000;
    expect(given).toBeLessThanOrEqual(within);
    // A few have coordinates far from the city.
    expect(given).toBeGreaterThan(0.97 * within);
  });

  it('need of services: least in the centre, more at the edge', () => {
    const { ranks } = needAnswer(milan.city, 2024, NEED_PRESETS.access);
    const { district, eastM, northM } = milan.city.homes;
    const [east, north] = lonLatToPlane(lonLat(9.1915, 45.4641));
    const meanRank = (isIn: (awayM: number) => boolean) => {
      const rows = [...ranks.keys()].filter((row) => {
        const home = district.indexOf(row);
        return (ranks[row] as number) > 0 && isIn(Math.hypot(eastM[home]! - east, northM[home]! - north));
      });
      return rows.reduce((sum, row) => sum + (ranks[row] as number), 0) / rows.length;
    };
    // The first has the most need.
    expect(meanRank((awayM) => awayM < 2500)).toBeGreaterThan(1.5 * meanRank((awayM) => awayM > 5000));
  });

  it('five teams more are nearer to the old than five spread evenly, and that is proven to be nearly the best', () => {
    const { people, homes, ways, forecast, care } = milan.city;
    const answer = sitingAnswer(
      { people, homes, ways, forecast, care, names: milan.names },
      { year: 2024, teams: 5, hoursAWeek: 400 },
    );
    expect(answer.gap).toBeLessThan(0.02);
    expect(answer.nearerThanEvenMin.low).toBeGreaterThanOrEqual(0);
    expect(answer.meanMin.value).toBeLessThan(answer.beforeMeanMin?.value as number);
    expect(answer.unmetBeforeH.value - answer.unmetAfterH.value).toBeGreaterThan(0.9 * 2000);
  });
});

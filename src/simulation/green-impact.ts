// SPDX-License-Identifier: EUPL-1.2
/** What a scenario changes of trees, parks and summer nights, in its year. */
import type { CityInputs } from '../city/city-inputs';
import type { People } from '../city/people';
import { type DrawPair, impactOf } from '../impact/impact';
import { applyScenario } from '../scenario/apply-scenario';
import { measureKind } from '../scenario/measures';
import type { Scenario } from '../scenario/scenario';
import { hashed, hashOf } from './answer';
import { refuseWithoutGround } from './green-places';
import type { GreenImpactAnswer } from './green-protocol';
import { greenOf } from './inputs/green';
import { CityInputsError, type Tables } from './inputs/tables';
import type { PeopleForecast } from './models/demography/people-forecast';
import { greenMayDrive, greenPairs, NO_GREEN } from './models/green/green-model';
import { type GreenCity, type GreenState, greenState } from './models/green/green-state';
import { OLDEST, personsAged } from './models/people/persons';
import { toldPersons } from './models/people/told-persons';
import type { WalkedStreets } from './models/people/ways';
import { type HashedPair, MODEL_DRAWS } from './protocol';

/** A city's green, worked out once. */
export interface Green {
  readonly city: GreenCity;
  readonly state: GreenState;
}

/** Null where the tables do not tell of it. @throws as `greenOf` and `greenState`. */
export function greenOfCity(
  tables: Tables,
  zones: Parameters<typeof greenOf>[1],
  streets: WalkedStreets | null,
): Green | null {
  const city = greenOf(tables, zones, streets);
  return city && { city, state: greenState(city) };
}

/**
 * Trees are planted in the first year after the register's last, as homes are built (people.ts).
 * Where nothing is known of the city's green, and a measure is of something else too, nothing is said of it.
 * As many draws, however little is asked of a run: before is what the panel tells of the year, where it has the panel's seed.
 * @param forecastOf who lives in the city as it is, and in a changed one
 * @throws MeasureError as {@link applyScenario} and {@link refuseWithoutGround}; CityInputsError where all that is asked is of green, and nothing is known.
 */
export function greenImpact(
  green: Green | null,
  city: CityInputs,
  scenario: Scenario,
  forecastOf: (people: People) => PeopleForecast,
  onProgress: (share: number) => void,
): GreenImpactAnswer {
  const changed = applyScenario(city, scenario);
  const { people } = city;
  if (!people) throw new CityInputsError(['population']);
  const { year, seed } = scenario;
  const draws = MODEL_DRAWS.green;
  if (!green) {
    if (isOfGreenAlone(scenario)) throw new CityInputsError(['trees', 'green-areas', 'buildings']);
    return { kind: 'green-impact', impact: impactOf(nothingIn(draws)), resultHash: hashOf([]) };
  }
  refuseWithoutGround(green.state, scenario);
  const residentsOf = (some: People) => {
    const forecast = forecastOf(some);
    const { isTold } = toldPersons(forecast, year);
    return (draw: number) =>
      personsAged(forecast, { draw, year, from: 0, to: OLDEST }).map((persons, row) =>
        isTold('total', row) ? persons : Number.NaN,
      );
  };
  const built = changed.people?.newHomes !== people.newHomes ? changed.people : null;
  const pairs: HashedPair[] = [];
  const course = {
    draws,
    seed,
    years: Math.max(0, year - (people.register.last.year + 1)),
    residents: residentsOf(people),
    ...(built && { residentsAfter: residentsOf(built) }),
  };
  for (const pair of greenPairs(green.city, green.state, changed.green, course)) {
    pairs.push(hashed(pair));
    onProgress(pairs.length / draws);
  }
  return {
    kind: 'green-impact',
    impact: impactOf(pairs, greenMayDrive),
    resultHash: hashOf(pairs.map(({ hash }) => hash)),
  };
}

const isOfGreenAlone = ({ measures }: Scenario): boolean =>
  measures.every(({ on, kind }) => !on || measureKind(kind)?.models.every((model) => model === 'green'));

const nothingIn = (draws: number): DrawPair[] =>
  Array.from({ length: draws }, (_, draw) => ({ draw, parameters: {}, before: NO_GREEN, after: NO_GREEN }));

// SPDX-License-Identifier: EUPL-1.2
/** What a change of services or of the city's lines does to who reaches what, before and after, draw by draw. Pure. */
import type { Transit } from '../../../city/city-inputs';
import type { People } from '../../../city/people';
import { SERVICE_PREFIXES, type ServiceFigureId } from '../../../impact/service-figures';
import type { PeopleForecast } from '../demography/people-forecast';
import type { PersonGroup } from '../people/told-persons';
import type { FacilityKind } from './facility-access';
import {
  drawServiceParameters,
  FACILITY_KINDS,
  GROUP_OF_KIND,
  SERVICE_DRAWS,
  type ServiceParameters,
} from './service-classes';
import { type ServiceFigures, serviceOutcome, targetOf } from './service-outcome';
import type { ServiceWays } from './service-reach';

/** Whether a group of a district may be told of, before and after. */
export type IsTold = (group: PersonGroup, row: number) => boolean;

/** Where people live and by which lines they go. */
export interface ServiceCity {
  readonly ways: ServiceWays;
  readonly transit: Transit;
}

/** What is told of the classes that a change touches. */
export interface ServiceTotals {
  readonly totals: Partial<Record<ServiceFigureId, number>>;
  readonly fields: Partial<Record<ServiceFigureId, Float64Array>>;
}

const ENDINGS = { Min: 'minutes', Supply: 'supply', Beyond: 'beyond' } as const satisfies Record<
  string,
  keyof ServiceFigures<unknown>
>;

/** Of one draw. */
export interface ServicePair {
  readonly parameters: ServiceParameters;
  readonly before: ServiceTotals;
  readonly after: ServiceTotals;
}

/** The chances of a draw, and of whom may be told. */
interface Asked {
  readonly draw: number;
  readonly parameters: ServiceParameters;
  readonly isTold: IsTold;
}

interface State {
  readonly people: People;
  readonly transit: Transit;
}

/** A city and a changed one, asked the same chances. */
export class ServiceChange {
  readonly #ways: ServiceWays;
  readonly #before: State;
  readonly #after: State;
  readonly #year: number;
  readonly #kinds: readonly FacilityKind[];
  readonly #parameters: readonly ServiceParameters[];

  /**
   * @param after.transit absent: the lines are as they were.
   * @throws RangeError as {@link drawServiceParameters}.
   */
  constructor(
    { ways, transit }: ServiceCity,
    before: People,
    after: { readonly people: People; readonly transit?: Transit | undefined },
    { year, draws, seed }: { readonly year: number; readonly draws: number; readonly seed: string },
  ) {
    this.#ways = ways;
    this.#before = { people: before, transit };
    this.#after = { people: after.people, transit: after.transit ?? transit };
    this.#year = year;
    this.#kinds = touchedKinds(this.#before, this.#after);
    this.#parameters = drawServiceParameters(seed, Math.min(SERVICE_DRAWS, draws));
  }

  /**
   * Null where no class is touched, and beyond the first {@link SERVICE_DRAWS}.
   * @param isTold whether a group of a district may be told of: of the others fields are NaN.
   * @throws AccessError, TransitError, ForecastRangeError
   */
  pair(
    before: PeopleForecast,
    after: PeopleForecast,
    draw: number,
    isTold: IsTold = () => true,
  ): ServicePair | null {
    const parameters = this.#parameters[draw];
    if (!parameters || this.#kinds.length === 0) return null;
    const at = { draw, parameters, isTold };
    return {
      parameters,
      before: this.#figures(this.#before, before, at),
      after: this.#figures(this.#after, after, at),
    };
  }

  #figures(
    { people, transit }: State,
    forecast: PeopleForecast,
    { draw, parameters, isTold }: Asked,
  ): ServiceTotals {
    const totals: Partial<Record<ServiceFigureId, number>> = {};
    const fields: Partial<Record<ServiceFigureId, Float64Array>> = {};
    for (const kind of this.#kinds) {
      const reach = this.#ways.reach(kind, people.services, transit);
      const target = targetOf(kind, people, forecast, { draw, year: this.#year });
      const outcome = serviceOutcome(reach, this.#ways.homes, target, parameters);
      const told = (column: Float64Array) =>
        column.map((one, row) => (isTold(GROUP_OF_KIND[kind], row) ? one : Number.NaN));
      for (const [ending, figure] of Object.entries(ENDINGS)) {
        const id = `${SERVICE_PREFIXES[kind]}${ending}` as ServiceFigureId;
        totals[id] = rounded(outcome.totals[figure]);
        fields[id] = told(outcome.fields[figure]).map(rounded);
      }
    }
    return { totals, fields };
  }

  /**
   * Whom those who are beyond are of, in any draw of the forecast: in all of them it is what is told of the population.
   * @throws ForecastRangeError
   */
  wholes(
    forecast: PeopleForecast,
    draw: number,
    isTold: IsTold,
  ): Partial<Record<ServiceFigureId, Float64Array>> {
    const at = { draw, year: this.#year };
    return Object.fromEntries(
      this.#kinds.map((kind) => [
        `${SERVICE_PREFIXES[kind]}Beyond`,
        targetOf(kind, this.#before.people, forecast, at).map((persons, row) =>
          isTold(GROUP_OF_KIND[kind], row) ? persons : Number.NaN,
        ),
      ]),
    );
  }
}

/** To a millionth: another line changes the order of sums, and what rounding leaves is no change. */
const rounded = (figure: number): number => Math.round(1e6 * figure) / 1e6;

/** Classes of which services open or close, and all that there are where lines change. */
function touchedKinds(before: State, after: State): FacilityKind[] {
  return FACILITY_KINDS.filter((kind) => {
    const of = ({ people }: State) => people.services.filter((service) => service.kind === kind);
    const [was, is] = [of(before), of(after)];
    if (was.length === 0 || is.length === 0) return false;
    const isSame = was.length === is.length && was.every((service, i) => service === is[i]);
    return before.transit.patterns !== after.transit.patterns || !isSame;
  });
}

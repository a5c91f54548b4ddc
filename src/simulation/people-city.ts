// SPDX-License-Identifier: EUPL-1.2
/** A city that is asked about its people: what does not depend on the question is made once. */
import type { CityInputs } from '../city/city-inputs';
import { type ColumnTable, valuesOf } from '../city/columns';
import type { InputTable } from '../city/inputs';
import type { People } from '../city/people';
import { FIRST_SEED } from '../city/seeded';
import { impactOf } from '../impact/impact';
import { applyScenario } from '../scenario/apply-scenario';
import { hashed, hashOf } from './answer';
import { backTestAnswer } from './back-test-answer';
import { greenAnswer, greenDraws } from './green-answer';
import { type Green, greenImpact, greenOfCity } from './green-impact';
import { homeCareAnswer } from './home-care-answer';
import { peopleOf } from './inputs/people';
import { serviceCityOf } from './inputs/service-city';
import { CityInputsError, texts } from './inputs/tables';
import { forecastPeople, type PeopleForecast } from './models/demography/people-forecast';
import { type Homes, homesOf, type Ways } from './models/people/homes';
import { mayDrive, PeopleModel } from './models/people/people-model';
import { type WalkedStreets, WalkingWays } from './models/people/ways';
import { type CareParameters, drawCareParameters } from './models/service-access/care-parameters';
import type { ServiceCity } from './models/service-access/service-change';
import { EdgeFinder } from './models/walking/edge-finder';
import { type Residents, residentsByBuilding } from './models/walking/residents';
import { walkingGraph } from './models/walking/walking-graph';
import { needAnswer } from './need-answer';
import {
  asksGreen,
  LAST_YEAR,
  type PeopleAnswer,
  type PeopleAnswerTo,
  type PeopleQuestion,
  TABLES_OF,
} from './people-protocol';
import { populationOf } from './population-answer';
import { EFFORTS, type HashedPair, MODEL_DRAWS } from './protocol';
import { readCityInputs } from './read-inputs';
import { schoolsAnswer } from './schools-answer';
import { servicesAnswer } from './services-answer';
import { shopsAnswer } from './shops-answer';
import { shopsImpact } from './shops-impact';
import { sitingAnswer } from './siting-answer';

/** The same as a scenario's where nobody chose another: what is before its measures is what is told of the city as it is. */
const SEED = FIRST_SEED;

interface Districts {
  readonly districts: number;
  readonly id: Int32Array;
  readonly names: readonly string[];
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
  readonly areaM2: Float64Array;
}

/** Where people live, and how far it is on foot. */
interface Places {
  readonly homes: Homes;
  readonly ways: Ways;
  readonly residents: Residents | null;
  readonly streets: WalkedStreets | null;
}

/** Share of the work that is shown done while the forecast is made. */
const FORECAST_SHARE = 0.1;

/** Tables that the forecast is made of: another of these makes another forecast. */
const FORECAST_TABLES = TABLES_OF.population;

/** Whoever asks knows which city it is. */
const NOWHERE = { cityId: '', synthetic: false, hashes: {} };

export class PeopleCity {
  readonly #tables = new Map<InputTable, ColumnTable>();
  #districts: Districts | null = null;
  #people: People | null = null;
  #places: Places | null = null;
  #services: ServiceCity | null = null;
  #forecast: PeopleForecast | null = null;
  #care: readonly CareParameters[] | null = null;
  #model: PeopleModel | null = null;
  #green: Green | null | undefined;

  /** Takes tables; those of a name that is there already take its place. */
  add(tables: readonly ColumnTable[]): void {
    for (const table of tables) {
      const id = table.id as InputTable;
      this.#tables.set(id, table);
      if (FORECAST_TABLES.includes(id)) this.#forecast = null;
    }
    this.#districts = null;
    this.#people = null;
    this.#places = null;
    this.#services = null;
    this.#model = null;
    this.#green = undefined;
  }

  /**
   * @param onProgress hears the share that is done, 0–1
   * @throws CityInputsError where a table lacks something; DemographyError, NeedError, SitingError, ForecastRangeError
   * where the models can say nothing.
   */
  answer<Q extends PeopleQuestion>(
    question: Q,
    onProgress: (share: number) => void = () => {},
  ): PeopleAnswerTo<Q> {
    return this.#answer(question, onProgress) as PeopleAnswerTo<Q>;
  }

  #answer(question: PeopleQuestion, onProgress: (share: number) => void): PeopleAnswer {
    const people = this.#peopleOf();
    const { id, names, areaM2 } = this.#districtsOf();
    const districts = Array.from(id);
    if (question.kind === 'back-test') return backTestAnswer(people, districts);
    if (question.kind === 'impact') return this.#impact(question, people, onProgress);
    if (question.kind === 'shops-impact' || question.kind === 'green-impact') {
      const { scenario } = question;
      const forecastOf = (some: People) => this.#forecastFor(some, scenario.seed);
      const city = this.#cityWith(people);
      return question.kind === 'shops-impact'
        ? shopsImpact(city, scenario, forecastOf, onProgress)
        : greenImpact(this.#greenOf(), city, scenario, forecastOf, onProgress);
    }
    const forecast = this.#forecastOf(people, onProgress);
    onProgress(0.6);
    if (question.kind === 'population') return populationOf(forecast, districts);
    if (question.kind === 'shops')
      return shopsAnswer(readCityInputs(this.#tables, NOWHERE), forecast, districts, question);
    if (question.kind === 'green')
      return greenAnswer({ green: this.#greenOf(), forecast, districts }, question.year, (share) =>
        onProgress(0.7 + 0.3 * share),
      );
    const { homes, ways } = this.#placesOf();
    if (question.kind === 'schools')
      return schoolsAnswer({ people, homes, ways, forecast, districts }, question);
    const care = (this.#care ??= drawCareParameters(SEED, MODEL_DRAWS.people));
    if (question.kind === 'services') {
      const { service, year } = question;
      return service === 'home-care'
        ? homeCareAnswer({ people, homes, ways, forecast, care, districts }, year)
        : servicesAnswer({ people, ...this.#servicesOf(), forecast, districts }, { year, service });
    }
    onProgress(0.7);
    const green = asksGreen(question) ? this.#greenOf() : null;
    const city = { people, homes, ways, areaM2, forecast, care, green: green && greenDraws(green) };
    return question.kind === 'need'
      ? needAnswer({ ...city, services: this.#servicesOf(), districts }, question.year, question.need)
      : sitingAnswer({ ...city, names }, question);
  }

  /** @throws MeasureError as {@link applyScenario}. */
  #impact(
    { scenario, effort }: Extract<PeopleQuestion, { kind: 'impact' }>,
    people: People,
    onProgress: (share: number) => void,
  ): PeopleAnswer {
    const services = this.#servicesOf();
    const city = { ...this.#cityWith(people), transit: services.transit };
    const changed = applyScenario(city, scenario);
    const { homes, ways } = this.#placesOf();
    this.#model ??= new PeopleModel(people, homes, ways, services);
    const { year, seed } = scenario;
    const schoolDraws = EFFORTS[effort];
    const course = { year, toYear: LAST_YEAR, draws: MODEL_DRAWS.people, schoolDraws, seed };
    const known = seed === SEED ? this.#forecastOf(people, onProgress) : undefined;
    const pairs: HashedPair[] = [];
    const given = { ...(changed.transit && { transit: changed.transit }), ...(known && { known }) };
    for (const pair of this.#model.pairs(changed.people ?? people, course, given)) {
      pairs.push(hashed(pair));
      onProgress(FORECAST_SHARE + (1 - FORECAST_SHARE) * (pairs.length / MODEL_DRAWS.people));
    }
    return {
      kind: 'impact',
      impact: impactOf(pairs, mayDrive),
      resultHash: hashOf(pairs.map(({ hash }) => hash)),
    };
  }

  /** Null where the tables do not tell of it. */
  #greenOf(): Green | null {
    if (this.#green === undefined)
      this.#green = greenOfCity(this.#tables, this.#districtsOf(), this.#placesOf().streets);
    return this.#green;
  }

  #cityWith(people: People): CityInputs {
    return { ...readCityInputs(this.#tables, NOWHERE), people };
  }

  #table(id: InputTable): ColumnTable {
    const table = this.#tables.get(id);
    if (!table) throw new CityInputsError([id]);
    return table;
  }

  #districtsOf(): Districts {
    if (this.#districts) return this.#districts;
    const zones = this.#table('zones');
    const column = (name: string) => Float64Array.from(valuesOf(zones, name));
    return (this.#districts = {
      districts: zones.rows,
      id: Int32Array.from(valuesOf(zones, 'id')),
      names: texts(zones, 'name'),
      eastM: column('eastM'),
      northM: column('northM'),
      areaM2: column('areaM2'),
    });
  }

  #peopleOf(): People {
    if (this.#people) return this.#people;
    const people = peopleOf(this.#tables, this.#districtsOf());
    if (!people) throw new CityInputsError(['population']);
    return (this.#people = people);
  }

  /** Of the city as it is it is the one that its panel tells, unless another seed is asked for. */
  #forecastFor(people: People, seed: string): PeopleForecast {
    return people === this.#people && seed === SEED
      ? this.#forecastOf(people, () => {})
      : forecastPeople(people, { toYear: LAST_YEAR, draws: MODEL_DRAWS.people, seed });
  }

  #forecastOf(people: People, onProgress: (share: number) => void): PeopleForecast {
    onProgress(FORECAST_SHARE);
    return (this.#forecast ??= forecastPeople(people, {
      toYear: LAST_YEAR,
      draws: MODEL_DRAWS.people,
      seed: SEED,
    }));
  }

  /** A city without buildings has one home a district; without streets one walks along straight lines. */
  #placesOf(): Places {
    if (this.#places) return this.#places;
    const [buildings, population] = [this.#tables.get('buildings'), this.#table('population')];
    const residents = buildings && buildings.rows > 0 ? residentsByBuilding(buildings, population) : null;
    const homes = homesOf(this.#districtsOf(), residents);
    const [nodes, links, shapes] = (['street-nodes', 'street-links', 'street-shapes'] as const).map((id) =>
      this.#tables.get(id),
    );
    const graph = nodes && links && shapes && links.rows > 0 ? walkingGraph({ nodes, links, shapes }) : null;
    const streets = graph && { graph, finder: new EdgeFinder(graph) };
    return (this.#places = { homes, ways: new WalkingWays(homes, streets), residents, streets });
  }

  #servicesOf(): ServiceCity {
    const { residents, streets } = this.#placesOf();
    return (this.#services ??= serviceCityOf(this.#tables, this.#districtsOf(), residents, streets));
  }
}

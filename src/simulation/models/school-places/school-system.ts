// SPDX-License-Identifier: EUPL-1.2
/**
 * Who finds a place in which school of the city, and how far it is: every grade is one transport problem, solved to
 * the end. What changed after a measure is solved from the answer before. Pure.
 */
import { GRADES, type Grade, type School } from '../../../city/people';
import type { Homes, Ways } from '../people/homes';
import { AllocationError } from './allocation';
import { boundMinOf, type Network, networkOf, type Solved, totalMinOf } from './choices';
import { type ByGrade, byGrade } from './enrolment';
import { Transport } from './transport';

/**
 * What a pupil without a place counts, minutes: more than any chain of pupils who move on can walk, so that first as
 * many as can be have a place, and then all together walk as little as they can.
 */
const UNPLACED_MIN = 100_000;

/** Pupils of a home are told in parts so small that no district has a thousandth more or less; their sums are exact. */
const PARTS_OF_A_PUPIL = 65_536;

export interface GradeAnswer {
  readonly grade: Grade;
  readonly schoolIds: readonly string[];
  /** By school of the grade: who goes there, and its places in this draw. */
  readonly schoolPupils: Float64Array;
  readonly schoolPlaces: Float64Array;
  /** By district: its pupils; NaN: not disclosed. */
  readonly pupils: Float64Array;
  /** Of them, those for whom there is no place that one walks to; NaN: not disclosed. */
  readonly unplaced: Float64Array;
  /** By district: mean minutes on foot of those who have one; NaN where nobody has. */
  readonly meanMin: Float64Array;
  readonly total: SchoolTotals;
  /** Minutes of all on foot, with a fixed number for each without a place; nothing is less than the bound. */
  readonly totalMin: number;
  readonly boundMin: number;
}

export interface SchoolTotals {
  readonly pupils: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly places: number;
  /** Of those who have a place; NaN where nobody has. */
  readonly meanMin: number;
}

/** Null: no school of the grade is known, so nothing can be told of it; or nobody asked about it. */
export type SchoolAnswer = ByGrade<GradeAnswer | null>;

export interface SchoolOptions {
  /** By school, in the order given: its places in this draw (place-draws.ts). */
  readonly places: Float64Array;
  /** The answer of this system for the same draw before the change. */
  readonly before?: SchoolAnswer;
  /** Which grades are asked about; the others are null. Absent: all. */
  readonly grades?: readonly Grade[];
}

/** A grade of a city, as it was asked and solved. */
interface GradeState {
  readonly schools: readonly School[];
  readonly places: Float64Array;
  readonly cohort: Float64Array;
  readonly network: Network;
  readonly solved: Solved;
}

/** Networks that are kept: before and after, of each grade. */
const KEPT_NETWORKS = 2 * GRADES.length;

export class SchoolSystem {
  readonly #homes: Homes;
  readonly #ways: Ways;
  readonly #districts: number;
  readonly #networks = new Map<string, Network>();
  readonly #states = new WeakMap<GradeAnswer, GradeState>();

  /** @param districts how many rows there are of them. */
  constructor(homes: Homes, ways: Ways, districts: number) {
    this.#homes = homes;
    this.#ways = ways;
    this.#districts = districts;
  }

  /**
   * @param schools of all grades.
   * @param cohort by grade: pupils by district (enrolment.ts); NaN: not disclosed, nobody of it is sent anywhere.
   * @throws AllocationError: columns that do not fit, a figure below nought, places that are no number.
   */
  answer(
    schools: readonly School[],
    cohort: ByGrade<Float64Array>,
    { places, before, grades = GRADES }: SchoolOptions,
  ): SchoolAnswer {
    if (places.length !== schools.length)
      throw new AllocationError('places', `${places.length} for ${schools.length} schools`);
    return byGrade((grade) => {
      const rows = [...schools.keys()].filter((row) => schools[row]?.grade === grade);
      if (rows.length === 0 || !grades.includes(grade)) return null;
      const asked = {
        schools: rows.map((row) => schools[row] as School),
        places: Float64Array.from(rows, (row) => places[row] as number),
        cohort: cohort[grade],
      };
      this.#check(grade, asked);
      const known = before?.[grade];
      const state = known ? this.#states.get(known) : undefined;
      return known && state && isSame(state, asked) ? known : this.#solve(grade, asked, state);
    });
  }

  #check(grade: Grade, { schools, places, cohort }: Omit<GradeState, 'network' | 'solved'>): void {
    if (cohort.length !== this.#districts)
      throw new AllocationError(`cohort ${grade}`, `${cohort.length} for ${this.#districts} districts`);
    cohort.forEach((many, district) => {
      if (many < 0 || many === Number.POSITIVE_INFINITY)
        throw new AllocationError(`cohort ${grade} of district ${district}`, `is ${many}`);
    });
    places.forEach((many, row) => {
      if (!(many >= 0 && many < Number.POSITIVE_INFINITY))
        throw new AllocationError(`places of school ${schools[row]?.id}`, `is ${many}`);
    });
  }

  #solve(
    grade: Grade,
    asked: Omit<GradeState, 'network' | 'solved'>,
    from: GradeState | undefined,
  ): GradeAnswer {
    const network = this.#networkOf(asked.schools);
    const { count, district, share } = this.#homes;
    const pupils = new Float64Array(count);
    const shared = new Float64Array(this.#districts);
    for (let home = 0; home < count; home++) {
      const own = district[home] as number;
      const before = shared[own] as number;
      shared[own] = before + ((asked.cohort[own] as number) || 0) * (share[home] as number);
      pupils[home] = (whole(shared[own] as number) - whole(before)) / PARTS_OF_A_PUPIL;
    }
    const transport = new Transport(network.choices, network.near);
    const solved = from
      ? transport.solveFrom(pupils, asked.places, ...startFrom(from, asked.schools, network))
      : transport.solve(pupils, asked.places);
    const answer = {
      ...this.#told(grade, asked, solved),
      totalMin: totalMinOf(solved),
      boundMin: boundMinOf(solved, pupils, asked.places),
    };
    this.#states.set(answer, { ...asked, network, solved });
    return answer;
  }

  #networkOf(schools: readonly School[]): Network {
    const key = schools.map(keyOf).join(' ');
    const known = this.#networks.get(key);
    if (known) return known;
    const made = networkOf(
      this.#homes.count,
      schools.length,
      (school) => this.#ways.minutesFrom((schools[school] as School).at),
      UNPLACED_MIN,
    );
    this.#networks.set(key, made);
    if (this.#networks.size > KEPT_NETWORKS)
      this.#networks.delete(this.#networks.keys().next().value as string);
    return made;
  }

  #told(
    grade: Grade,
    { schools, places, cohort }: Omit<GradeState, 'network' | 'solved'>,
    { choices, pupils: solved }: Solved,
  ): Omit<GradeAnswer, 'totalMin' | 'boundMin'> {
    const schoolPupils = new Float64Array(schools.length);
    const withheld = (many: number) => (Number.isNaN(many) ? Number.NaN : 0);
    const unplaced = cohort.map(withheld);
    const [placed, walkedMin] = [new Float64Array(this.#districts), new Float64Array(this.#districts)];
    solved.forEach((many, row) => {
      if (many === 0) return;
      const [home, school] = [choices.home[row] as number, choices.school[row] as number];
      const district = this.#homes.district[home] as number;
      if (school === schools.length) unplaced[district] = (unplaced[district] as number) + many;
      else {
        schoolPupils[school] = (schoolPupils[school] as number) + many;
        placed[district] = (placed[district] as number) + many;
        walkedMin[district]! += many * (choices.minutes[row] as number);
      }
    });
    const all = (values: Float64Array) => values.reduce((sum, value) => sum + (value || 0), 0);
    const mean = (minutes: number, many: number) => (many > 0 ? minutes / many : Number.NaN);
    return {
      grade,
      schoolIds: schools.map(({ id }) => id),
      schoolPupils,
      schoolPlaces: places,
      pupils: cohort,
      unplaced,
      meanMin: walkedMin.map((minutes, district) => mean(minutes, placed[district] as number)),
      total: {
        pupils: all(cohort),
        placed: all(placed),
        unplaced: all(unplaced),
        places: all(places),
        meanMin: mean(all(walkedMin), all(placed)),
      },
    };
  }
}

const whole = (pupils: number) => Math.round(pupils * PARTS_OF_A_PUPIL);

const keyOf = ({ id, at }: School): string => `${id}@${at[0]},${at[1]}`;

/** Not a number is the same as itself. */
const equal = (a: Float64Array, b: Float64Array) =>
  a === b || (a.length === b.length && a.every((value, i) => Object.is(value, b[i])));

const isSame = (a: Omit<GradeState, 'network' | 'solved'>, b: Omit<GradeState, 'network' | 'solved'>) =>
  a.schools.length === b.schools.length &&
  a.schools.every((school, i) => keyOf(school) === keyOf(b.schools[i] as School)) &&
  equal(a.places, b.places) &&
  equal(a.cohort, b.cohort);

/** Who is where in the schools that there still are, and what places are worth: in a new school as much as can be. */
function startFrom(
  { schools, network, solved }: GradeState,
  now: readonly School[],
  { choices }: Network,
): [pupilsBefore: Float64Array, price: Float64Array] {
  const before = new Map(schools.map((school, row) => [keyOf(school), row]));
  const price = Float64Array.from([...now.map(() => UNPLACED_MIN), 0]);
  if (network.choices === choices) return [solved.pupils, solved.price];
  const rowNow = new Int32Array(schools.length + 1).fill(-1);
  rowNow[schools.length] = now.length;
  now.forEach((school, row) => {
    const old = before.get(keyOf(school));
    if (old === undefined) return;
    rowNow[old] = row;
    price[row] = solved.price[old] as number;
  });
  const pupils = new Float64Array(choices.school.length);
  const column = new Int32Array(now.length + 1);
  for (let home = 0; home < choices.homes; home++) {
    for (let row = choices.first[home] as number; row < (choices.first[home + 1] as number); row++)
      column[choices.school[row] as number] = row;
    const { first, school } = network.choices;
    for (let row = first[home] as number; row < (first[home + 1] as number); row++) {
      const many = solved.pupils[row] as number;
      const to = rowNow[school[row] as number] as number;
      if (many > 0 && to >= 0) pupils[column[to] as number] = many;
    }
  }
  return [pupils, price];
}

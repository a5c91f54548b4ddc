// SPDX-License-Identifier: EUPL-1.2
/** Which schools the pupils of each home may go to, and what a solution of the transport problem comes to. Pure. */

/**
 * Which schools the pupils of a home may go to: rows first[h] … first[h + 1] − 1 of home h. The last of each home is
 * none, number `schools`, which has room for everybody.
 */
export interface Choices {
  readonly homes: number;
  readonly schools: number;
  readonly first: Int32Array;
  /** By row. */
  readonly home: Int32Array;
  readonly school: Int32Array;
  readonly minutes: Float64Array;
}

/** A solution: pupils by row of the choices, and what a place of each school is worth, which proves it. */
export interface Solved {
  readonly choices: Choices;
  readonly pupils: Float64Array;
  readonly price: Float64Array;
}

/** Choices, and for each school the others that some home has beside it. */
export interface Network {
  readonly choices: Choices;
  readonly near: readonly Int32Array[];
}

/** Ways are told to the sixteenth of a second, so that their sums and differences are exact, and so are prices. */
const PER_MINUTE = 1024;

/**
 * The choices of homes: the schools that are no farther than being without a place counts, then none.
 * @param minutesOf minutes by home, of a school; Infinity: no way.
 * @param unplacedMin what a pupil without a place counts, in minutes.
 */
export function networkOf(
  homes: number,
  schools: number,
  minutesOf: (school: number) => ArrayLike<number>,
  unplacedMin: number,
): Network {
  const columns = Array.from({ length: schools }, (_, school) => minutesOf(school));
  const isNear = (way: number | undefined): way is number => way !== undefined && way <= unplacedMin;
  const first = new Int32Array(homes + 1);
  for (let h = 0; h < homes; h++) {
    let own = 1;
    for (const column of columns) if (isNear(column[h])) own++;
    first[h + 1] = (first[h] as number) + own;
  }
  const rows = first[homes] as number;
  const [home, school, minutes] = [new Int32Array(rows), new Int32Array(rows), new Float64Array(rows)];
  for (let h = 0, row = 0; h < homes; h++)
    for (let s = 0; s <= schools; s++) {
      const way = s === schools ? unplacedMin : columns[s]?.[h];
      if (!isNear(way)) continue;
      home[row] = h;
      school[row] = s;
      minutes[row++] = Math.round(way * PER_MINUTE) / PER_MINUTE;
    }
  const choices: Choices = { homes, schools, first, home, school, minutes };
  return { choices, near: nearOf(choices) };
}

function nearOf({ homes, schools, first, school }: Choices): Int32Array[] {
  const size = schools + 1;
  const isNear = new Uint8Array(size ** 2);
  // Where homes choose among most schools, all are near each other.
  const isDense = school.length > (homes * size) / 2;
  for (let home = 0; home < homes && !isDense; home++) {
    const end = first[home + 1] as number;
    for (let a = first[home] as number; a < end; a++)
      for (let b = first[home] as number, at = (school[a] as number) * size; b < end; b++)
        isNear[at + (school[b] as number)] = 1;
  }
  const all = Int32Array.from({ length: size }, (_, other) => other);
  return Array.from({ length: size }, (_, s) =>
    all.filter((other) => other !== s && (isDense || isNear[s * size + other] === 1)),
  );
}

/** Minutes of all pupils, what those without a place count included. */
export function totalMinOf({ choices, pupils }: Solved): number {
  return pupils.reduce((sum, many, row) => sum + many * (choices.minutes[row] as number), 0);
}

/** The dual of the transport problem at the prices of a solution: no allocation takes less. */
export function boundMinOf({ choices, price }: Solved, pupils: Float64Array, places: Float64Array): number {
  const { first, school, minutes } = choices;
  let bound = 0;
  pupils.forEach((many, home) => {
    if (!(many > 0)) return;
    let least = Number.POSITIVE_INFINITY;
    for (let row = first[home] as number; row < (first[home + 1] as number); row++)
      least = Math.min(least, (minutes[row] as number) + (price[school[row] as number] as number));
    bound += many * least;
  });
  places.forEach((many, s) => {
    if (many > 0) bound -= many * (price[s] as number);
  });
  return bound;
}

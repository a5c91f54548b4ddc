// SPDX-License-Identifier: EUPL-1.2
/** One problem, solved by us or by HiGHS in a process of its own, so that its memory is its own: one JSON line. */
import loadHighs from 'highs';
import { seeded } from '../../src/city/seeded';
import { allocate } from '../../src/simulation/models/school-places/allocation';
import { solvePMedian } from '../../src/simulation/models/siting/p-median';
import { type MedianCase, medianLike, publishedMedian, schoolTown } from './cases';
import { medianProgramme, transportProgramme } from './programmes';

/** HiGHS stops there. */
const MOST_S = 60;

interface Solved {
  readonly value: number;
  /** Nothing is less. */
  readonly bound: number;
  readonly status: string;
}

const [solver = '', kind = '', ...sizes] = process.argv.slice(2);

/** `run` is what is timed; reading and making the problem, and writing it as a programme, are not. */
async function ready(): Promise<() => Solved> {
  if (kind === 'median') {
    const [first = '', second = ''] = sizes;
    const one = publishedMedian(first) ?? medianLike(Number(second), Number(sizes[2]));
    return solver === 'ours' ? () => medianByUs(one) : byHighs(medianProgramme(one.problem, one.p));
  }
  const town = schoolTown(Number(sizes[0]), Number(sizes[1]));
  if (solver !== 'ours') return byHighs(transportProgramme(town));
  return () => {
    const { totalMin, boundMin } = allocate(town);
    return { value: totalMin, bound: boundMin, status: 'Optimal' };
  };
}

function medianByUs({ name, problem, p }: MedianCase): Solved {
  const begun = performance.now();
  const goOn = () => performance.now() - begun < 1000 * MOST_S;
  const { value, bound, gap } = solvePMedian(problem, p, { random: seeded(name), goOn });
  return { value, bound, status: gap === 0 ? 'Optimal' : 'Time limit reached' };
}

async function byHighs(programme: string): Promise<() => Solved> {
  const highs = await loadHighs();
  return () => {
    const { Status, ObjectiveValue } = highs.solve(programme, {
      time_limit: MOST_S,
      mip_rel_gap: 0,
      output_flag: false,
    });
    const bound = Status === 'Optimal' ? ObjectiveValue : Number.NaN;
    return { value: ObjectiveValue, bound, status: Status };
  };
}

const run = await ready();
const before = process.memoryUsage().rss;
const begun = performance.now();
const found = run();
const seconds = (performance.now() - begun) / 1000;
// In kilobytes, the most that it ever was.
const memoryMB = Math.max(0, process.resourceUsage().maxRSS / 1024 - before / 1024 ** 2);
console.log(
  JSON.stringify({ ...found, seconds: Math.round(seconds * 1e4) / 1e4, memoryMB: Math.round(memoryMB) }),
);

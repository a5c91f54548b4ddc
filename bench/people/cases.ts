// SPDX-License-Identifier: EUPL-1.2
/** Problems of sites and of school places: published ones where they are at hand, and made-up ones. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seeded } from '../../src/city/seeded';
import type { AllocationProblem } from '../../src/simulation/models/school-places/allocation';
import { readOrLibrary } from '../../src/simulation/models/siting/or-library';
import type { SitingProblem } from '../../src/simulation/models/siting/problem';

const PUBLISHED = fileURLToPath(new URL('../../../shared/data/benchmarks/orlib-pmed/', import.meta.url));

export interface MedianCase {
  readonly name: string;
  readonly problem: SitingProblem;
  readonly p: number;
}

export type Point = readonly [x: number, y: number];
/** In a square of 12 km. */
export const scattered = (n: number, random: () => number): Point[] =>
  Array.from({ length: n }, () => [12_000 * random(), 12_000 * random()]);
/** Minutes on foot as the crow flies, at [to * from.length + from]. */
export const minutesOf = (from: readonly Point[], to: readonly Point[]) =>
  Float64Array.from(to.flatMap(([x, y]) => from.map(([a, b]) => Math.hypot(x - a, y - b) / 80)));

/** One of the OR-Library's; null where it is not at hand. */
export function publishedMedian(name: string): MedianCase | null {
  const file = `${PUBLISHED}${name}.txt`;
  return existsSync(file) ? { name, ...readOrLibrary(readFileSync(file, 'utf8')) } : null;
}

/**
 * Like those of the OR-Library (Beasley 1985, "A note on solving large p-median problems"): n vertices, n² / 50 edges
 * at random of 1 to 100 each, all joined.
 */
export function medianLike(vertices: number, p: number): MedianCase {
  const name = `like pmed: ${vertices} vertices, p ${p}`;
  return { name, ...readOrLibrary(medianText(name, vertices, p)) };
}

/** The same as a file of that library. */
export function medianText(name: string, vertices: number, p: number): string {
  const random = seeded(name);
  const below = (n: number) => Math.floor(n * random());
  const edges = new Map<string, number>();
  for (let v = 2; v <= vertices; v++) edges.set(`${1 + below(v - 1)} ${v}`, 1 + below(100));
  while (edges.size < Math.floor(vertices ** 2 / 50)) {
    const [a, b] = [1 + below(vertices), 1 + below(vertices)];
    if (a < b) edges.set(`${a} ${b}`, 1 + below(100));
  }
  const lines = [...edges].map(([ends, cost]) => `${ends} ${cost}`);
  return `${vertices} ${edges.size} ${p}\n${lines.join('\n')}\n`;
}

/** Clients and sites in a square, clients of 1 to 200 persons. */
export function medianTown(clients: number, sites: number, p: number): MedianCase {
  const name = `${clients} clients, ${sites} sites, p ${p}`;
  const random = seeded(name);
  return {
    name,
    p,
    problem: {
      clients,
      sites,
      distance: minutesOf(scattered(clients, random), scattered(sites, random)),
      weight: Float64Array.from({ length: clients }, () => 1 + Math.floor(200 * random())),
    },
  };
}

/**
 * Homes of up to 20 pupils, schools with places for a few more than there are.
 * Ways are told to the sixteenth of a second, as the model does.
 */
export function schoolTown(homes: number, schools: number): AllocationProblem {
  const random = seeded(`${homes} homes, ${schools} schools`);
  const [from, to] = [scattered(homes, random), scattered(schools, random)];
  const pupils = Float64Array.from(from, () => Math.floor(21 * random()));
  const perSchool = pupils.reduce((all, one) => all + one, 0) / schools;
  return {
    pupils,
    places: Float64Array.from(to, () => Math.round(perSchool * (0.65 + 0.87 * random()))),
    minutes: minutesOf(from, to).map((minutes) => Math.round(minutes * 1024) / 1024),
    unplacedMin: 120,
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** `npm run bench -- assignment`: seconds to an equilibrium, from nothing and after a measure, as JSON lines. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Assignment } from '../src/simulation/models/traffic/equilibrium';
import type { RoadNetwork, UserClass } from '../src/simulation/models/traffic/road-network';
import { ShortestPaths } from '../src/simulation/models/traffic/shortest-paths';
import { readTntpNetwork, readTntpTrips } from '../src/simulation/models/traffic/tntp';
import { syntheticTown, type TownSize } from './synthetic-network';

const PUBLISHED = fileURLToPath(new URL('../../shared/data/benchmarks/tntp/', import.meta.url));
const GAPS = [1e-4, 1e-6, 1e-8];
/** Runs of which the best counts: the first ones are compiled meanwhile. */
const RUNS = 5;
const WARM_RUNS = 3;
/**
 * Milliseconds to 1e-6 of Algorithm B in C (tap-b), one thread, on such a machine; the last two on the
 * published networks that the made-up ones of those names are as large as (933 nodes, 2,950 links,
 * 93,000 pairs; 12,981 nodes, 28,376 links, 865 zones): for the order of magnitude.
 */
const TAP_B_MS: Readonly<Record<string, number>> = {
  SiouxFalls: 10,
  Anaheim: 14,
  'sketch-like': 700,
  'berlin-like': 23_000,
};
/** At most half of tap-b's time; milliseconds and megabytes for the town of Milan's size. */
const AIMS = {
  overTapB: 0.5,
  coldMs: 2000,
  warmMedianMs: 200,
  warmWorstMs: 700,
  elasticMedianMs: 600,
  skimMs: 100,
  memoryMB: 300,
};
/** Links at 1×, 2× and 4×. */
const TOWNS = [36, 52, 74].map((side) => ({ side, zones: 120, vehHByZone: 900 }));
const MILAN_SIZE = { side: 52, zones: 120, vehHByZone: 900 };
const LARGE = {
  'sketch-like': { side: 23, zones: 387, vehHByZone: 150, destinations: 241 },
  'berlin-like': { side: 50, zones: 865, vehHByZone: 450, destinations: 58, bends: 2 },
};
/** Of the elastic runs: utility a minute, and what could travel over what does. */
const THETA_PER_S = 0.06 / 60;
const COULD_TRAVEL = 2.2;
/** Values of time of several classes, as what the distance of a link costs over its free time. */
const DISTANCE_OVER_TIME = [0.05, 0.1, 0.15, 0.2, 0.25];

interface Case {
  readonly name: string;
  readonly network: RoadNetwork;
  readonly classes: readonly UserClass[];
}

export function benchAssignment(): void {
  for (const each of published()) print({ bench: 'assignment', ...sizeOf(each), ...cold(each, RUNS) });
  for (const [name, size] of Object.entries(LARGE)) {
    const each = caseOf(name, size);
    print({ bench: 'assignment', ...sizeOf(each), ...cold(each, 2) });
  }
  for (const size of TOWNS) {
    const each = caseOf(`town-${size.side}`, size);
    print({ bench: 'assignment', ...sizeOf(each), ...cold(each, RUNS) });
    print({ bench: 'assignment-warm', ...sizeOf(each), ...warm(each) });
    print({ bench: 'assignment-skim', ...sizeOf(each), ...skim(each) });
  }
  const one = caseOf('milan-size', MILAN_SIZE);
  print({ bench: 'assignment-elastic', ...sizeOf(one), ...warm(answering(one), AIMS.elasticMedianMs) });
  const five = inClasses(one);
  print({ bench: 'assignment-classes', ...sizeOf(five), ...warm(five) });
  const both = answering(five);
  print({ bench: 'assignment-classes-elastic', ...sizeOf(five), ...warm(both, AIMS.elasticMedianMs) });
  print({ bench: 'assignment-memory', ...sizeOf(five), ...memory() });
}

function caseOf(name: string, size: TownSize): Case {
  const { network, demand } = syntheticTown(size);
  return { name, network, classes: [{ id: 'all', demand }] };
}

/** The same trips by classes to whom distance is worth more or less. */
function inClasses({ name, network, classes: [all] }: Case): Case {
  const { demand } = all as UserClass;
  const share = demand.vehH.map((vehH) => vehH / DISTANCE_OVER_TIME.length);
  const classes = DISTANCE_OVER_TIME.map((factor) => ({
    id: `distance ${factor}`,
    demand: { zones: demand.zones, vehH: share },
    addedCost: network.freeFlowCost.map((seconds) => seconds * factor),
  }));
  return { name, network, classes };
}

/** Demand that answers, about the equilibrium of the one that does not. */
function answering({ name, network, classes }: Case): Case {
  const base = new Assignment(network, classes);
  base.solve({ gap: 1e-5 });
  const elastic = classes.map((each) => ({
    ...each,
    elasticity: {
      totalVehH: each.demand.vehH.map((vehH) => COULD_TRAVEL * vehH),
      baseCost: base.leastCosts(each.addedCost),
      theta: THETA_PER_S,
    },
  }));
  return { name, network, classes: elastic };
}

/** In a process of its own: what a Milan-size town of five classes takes, its twenty measures included. */
function memory() {
  const child = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), MEMORY], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`the child for memory ended with ${child.status}`);
  return { ...(JSON.parse(child.stdout) as object), aimMB: AIMS.memoryMB };
}

/** What the child prints: megabytes before, after, and at most. */
function measureMemory(): object {
  const megabytes = (bytes: number) => round(bytes / 2 ** 20);
  const before = process.memoryUsage();
  const five = answering(inClasses(caseOf('milan-size', MILAN_SIZE)));
  warm(five);
  const after = process.memoryUsage();
  return {
    beforeMB: megabytes(before.rss),
    afterMB: megabytes(after.rss),
    arraysMB: megabytes(after.arrayBuffers),
    mostMB: round(process.resourceUsage().maxRSS / 1024),
  };
}

const MEMORY = '--memory-of-milan-size';
/** Other work on the machine makes all of it slower: processes waiting for a core beside this one. */
const print = (line: object) =>
  process.stdout.write(`${JSON.stringify({ ...line, machineLoad: round(loadavg()[0] as number) })}\n`);
const round = (value: number) => Math.round(value * 100) / 100;

function* published(): Generator<Case> {
  if (!existsSync(PUBLISHED)) {
    process.stderr.write('The published networks are not here: only made-up ones are measured.\n');
    return;
  }
  const { networks } = JSON.parse(readFileSync(`${PUBLISHED}expected.json`, 'utf8')) as {
    networks: Record<string, unknown>;
  };
  for (const name of Object.keys(networks)) {
    const files = readdirSync(PUBLISHED + name);
    const text = (ending: string) =>
      readFileSync(`${PUBLISHED}${name}/${files.find((file) => file.endsWith(ending))}`, 'utf8');
    const demand = readTntpTrips(text('_trips.tntp'));
    yield { name, network: readTntpNetwork(text('_net.tntp')), classes: [{ id: 'all', demand }] };
  }
}

function sizeOf({ name, network, classes }: Case) {
  const pairs = classes.reduce((sum, { demand }) => sum + demand.vehH.filter((vehH) => vehH > 0).length, 0);
  return { name, nodes: network.nodes, links: network.from.length, zones: network.zones, pairs };
}

/** Best of some runs from nothing, the hierarchy's making included. */
function cold({ name, network, classes }: Case, runs: number) {
  const milliseconds = GAPS.map((gap) => bestOf(runs, () => new Assignment(network, classes).solve({ gap })));
  const tapB = TAP_B_MS[name];
  return {
    milliseconds: Object.fromEntries(GAPS.map((gap, i) => [gap, milliseconds[i]])),
    ...(tapB
      ? { overTapB: round((milliseconds[1] as number) / tapB), aim: AIMS.overTapB }
      : { aimMs: AIMS.coldMs }),
  };
}

function skim({ network }: Case) {
  const ways = new ShortestPaths(network);
  return { milliseconds: bestOf(2 * RUNS, () => ways.skim(network.freeFlowCost)), aimMs: AIMS.skimMs };
}

function bestOf(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    work();
    best = Math.min(best, performance.now() - begun);
  }
  return round(best);
}

/** After each of twenty measures, from a fork of the base: milliseconds to 1e-4, best of some runs of each. */
function warm({ network, classes }: Case, medianMs: number = AIMS.warmMedianMs) {
  const base = new Assignment(network, classes);
  const { flowVehH } = base.solve({ gap: 1e-4 });
  const times = measures(network, classes, flowVehH).map((change) =>
    bestOf(WARM_RUNS, () => {
      const after = base.fork();
      after.change(change);
      after.solve({ gap: 1e-4 });
    }),
  );
  const sorted = [...times].sort((a, b) => a - b);
  return {
    medianMs: round(((sorted[9] as number) + (sorted[10] as number)) / 2),
    worstMs: round(sorted[19] as number),
    aims: { medianMs, worstMs: AIMS.warmWorstMs },
  };
}

/** Lanes taken and added, streets closed, slower zones, tolls, less travel: four of each. */
function measures(network: RoadNetwork, classes: readonly UserClass[], flow: Float64Array) {
  const busiest = [...flow.keys()]
    .filter((link) => (network.alpha[link] as number) > 0)
    .sort((a, b) => (flow[b] as number) - (flow[a] as number));
  const some = (from: number, count: number) => new Set(busiest.slice(from, from + count));
  const times = (column: Float64Array, links: ReadonlySet<number>, factor: number) =>
    column.map((value, link) => (links.has(link) ? value * factor : value));
  const four = [0, 1, 2, 3];
  return [
    ...four.map((i) => ({
      network: { ...network, capacityVehH: times(network.capacityVehH, some(40 * i, 150), 0.75) },
    })),
    ...four.map((i) => ({
      network: { ...network, freeFlowCost: times(network.freeFlowCost, some(0, 500 * (i + 1)), 1.3) },
    })),
    ...four.map((i) => {
      const shut = some(25 * i, 2 ** i);
      return { network: { ...network, closed: Uint8Array.from(flow, (_, link) => Number(shut.has(link))) } };
    }),
    ...four.map((i) => {
      const tolled = some(0, 60);
      const toll = (link: number) => (tolled.has(link) ? 60 * (i + 1) : 0);
      const addedCost = (before: Float64Array | undefined) =>
        Float64Array.from(flow, (_, link) => (before?.[link] ?? 0) + toll(link));
      return { classes: classes.map((each) => ({ ...each, addedCost: addedCost(each.addedCost) })) };
    }),
    ...four.map((i) => ({
      classes: classes.map((each) => ({
        ...each,
        demand: { ...each.demand, vehH: each.demand.vehH.map((vehH) => vehH * (1 - 0.05 * (i + 1))) },
      })),
    })),
  ];
}

if (process.argv[2] === MEMORY) process.stdout.write(JSON.stringify(measureMemory()));

// SPDX-License-Identifier: EUPL-1.2
/** `npm run bench -- assignment`: seconds to an equilibrium, from nothing and after a measure, as JSON lines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Assignment } from '../src/simulation/models/traffic/equilibrium';
import type { RoadNetwork, UserClass } from '../src/simulation/models/traffic/road-network';
import { readTntpNetwork, readTntpTrips } from '../src/simulation/models/traffic/tntp';
import { syntheticTown } from './synthetic-network';

const PUBLISHED = fileURLToPath(new URL('../../shared/data/benchmarks/tntp/', import.meta.url));
const GAPS = [1e-4, 1e-6, 1e-8];
/** Runs of which the best counts: the first ones are compiled meanwhile. */
const RUNS = 5;
/** Milliseconds to 1e-6 of Algorithm B in C (tap-b), one thread, on such a machine. */
const TAP_B_MS: Readonly<Record<string, number>> = { SiouxFalls: 10, Anaheim: 14 };
/** At most half of tap-b's time; milliseconds for the town of Milan's size. */
const AIMS = { overTapB: 0.5, coldMs: 2000, warmMedianMs: 200, warmWorstMs: 700 };

interface Case {
  readonly name: string;
  readonly network: RoadNetwork;
  readonly classes: readonly UserClass[];
}

export function benchAssignment(): void {
  for (const each of published()) print({ bench: 'assignment', ...sizeOf(each), ...cold(each) });
  for (const side of [36, 52, 74]) {
    const { network, demand } = syntheticTown(side, 120, 900);
    const each = { name: `town-${side}`, network, classes: [{ id: 'all', demand }] };
    print({ bench: 'assignment', ...sizeOf(each), ...cold(each) });
    print({ bench: 'assignment-warm', ...sizeOf(each), ...warm(each) });
  }
}

const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
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
function cold({ name, network, classes }: Case) {
  const milliseconds = GAPS.map((gap) => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      const begun = performance.now();
      new Assignment(network, classes).solve({ gap });
      best = Math.min(best, performance.now() - begun);
    }
    return round(best);
  });
  const tapB = TAP_B_MS[name];
  return {
    milliseconds: Object.fromEntries(GAPS.map((gap, i) => [gap, milliseconds[i]])),
    ...(tapB
      ? { overTapB: round((milliseconds[1] as number) / tapB), aim: AIMS.overTapB }
      : { aimMs: AIMS.coldMs }),
  };
}

/** After each of twenty measures, back at the base in between: milliseconds to 1e-4. */
function warm({ network, classes }: Case) {
  const kept = new Assignment(network, classes);
  const base = kept.solve({ gap: 1e-4 });
  const times = measures(network, classes, base.flowVehH).map((change) => {
    const begun = performance.now();
    kept.change(change);
    kept.solve({ gap: 1e-4 });
    const taken = performance.now() - begun;
    kept.change({ network, classes });
    kept.solve({ gap: 1e-4 });
    return taken;
  });
  const sorted = [...times].sort((a, b) => a - b);
  return {
    medianMs: round(((sorted[9] as number) + (sorted[10] as number)) / 2),
    worstMs: round(sorted[19] as number),
    aims: { medianMs: AIMS.warmMedianMs, worstMs: AIMS.warmWorstMs },
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
      const addedCost = Float64Array.from(flow, (_, link) => (tolled.has(link) ? 60 * (i + 1) : 0));
      return { classes: classes.map((each) => ({ ...each, addedCost })) };
    }),
    ...four.map((i) => ({
      classes: classes.map((each) => ({
        ...each,
        demand: { ...each.demand, vehH: each.demand.vehH.map((vehH) => vehH * (1 - 0.05 * (i + 1))) },
      })),
    })),
  ];
}

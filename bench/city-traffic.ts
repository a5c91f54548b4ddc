// SPDX-License-Identifier: EUPL-1.2
/** Milan's own network, and the demo's: from nothing, after twenty measures, with demand that answers. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCityFolder } from '../commands/city-folder';
import { BUILD_TILES } from '../commands/programs.mjs';
import type { CityInputs } from '../src/city/city-inputs';
import { planeToLonLat } from '../src/city/frames';
import { applyScenario } from '../src/scenario/apply-scenario';
import { type MeasureId, measureKind } from '../src/scenario/measures';
import type { Place } from '../src/scenario/measures/measure';
import { EMPTY_SCENARIO } from '../src/scenario/scenario';
import { driversOf } from '../src/simulation/models/mobility/drivers';
import { MobilityDraw } from '../src/simulation/models/mobility/mobility';
import { CENTRAL } from '../src/simulation/models/mobility/parameters';
import { classesOf, GAP, type PreparedCity, prepareCity } from '../src/simulation/models/mobility/prepared';
import { roadNetworkOf } from '../src/simulation/models/mobility/road-side';
import { Assignment } from '../src/simulation/models/traffic/equilibrium';

const AIMS = {
  coldMs: 2000,
  warmMedianMs: 200,
  warmWorstMs: 700,
  elasticMedianMs: 600,
  skimMs: 100,
  memoryMB: 300,
};
const projectDir = fileURLToPath(new URL('../', import.meta.url));
const REAL = fileURLToPath(new URL('../../shared/data/milano', import.meta.url));

export function benchCityTraffic(): void {
  for (const [name, from] of [
    ['demo', ['--demo']],
    ['milano', ['--from', REAL]],
  ] as const) {
    if (name === 'milano' && !existsSync(REAL)) {
      process.stderr.write('The real data are not here: only the demo city is measured.\n');
      continue;
    }
    const dir = join(projectDir, '.cache', `bench-city-${name}`);
    const built = spawnSync(process.execPath, [...BUILD_TILES, ...from, '--out', dir], {
      cwd: projectDir,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (built.status !== 0) throw new Error(`the city ${name} could not be built`);
    // Each in a process of its own: what one city leaves in memory is not the other's.
    const child = spawnSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(import.meta.url), name, dir],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    if (child.status !== 0) throw new Error(`the measures on ${name} could not be timed`);
  }
}

function* measured(city: CityInputs): Generator<object> {
  const begun = performance.now();
  const prepared = prepareCity(city);
  const prepareMs = performance.now() - begun;
  const network = roadNetworkOf(city, CENTRAL, prepared.capacityScale);
  const drivers = driversOf(city, prepared.demand, CENTRAL);
  const classes = classesOf(city, drivers, CENTRAL, network);
  const pairs = classes.reduce((sum, { demand }) => sum + demand.vehH.filter((vehH) => vehH > 0).length, 0);
  const cold = best(3, () => new Assignment(network, classes).solve({ gap: GAP }));
  const skim = best(5, () => prepared.assignment.leastCosts());
  yield {
    what: 'baseline',
    links: city.roads.links,
    zones: city.zones.count,
    classes: classes.length,
    pairs,
    prepareMs: Math.round(prepareMs),
    coldMs: cold,
    aimColdMs: AIMS.coldMs,
    skimMs: skim,
    aimSkimMs: AIMS.skimMs,
  };
  yield {
    what: 'warm, fixed demand',
    ...summary(fixedDemand(prepared), AIMS.warmMedianMs, AIMS.warmWorstMs),
  };
  const draw = new MobilityDraw(prepared, CENTRAL);
  const answers = twenty(city).map((changed) => answered(draw, changed));
  const ms = (part: keyof (typeof answers)[number]) => answers.map((each) => each[part]);
  yield {
    what: 'warm, elastic demand and mode choice',
    ...summary(ms('equilibriumMs'), AIMS.elasticMedianMs),
  };
  yield { what: 'the same, with all indicators', ...summary(ms('allMs')) };
  yield {
    what: 'memory',
    residentMB: Math.round(process.memoryUsage().rss / 2 ** 20),
    aimMB: AIMS.memoryMB,
    note: 'with Node itself',
  };
}

/** Milliseconds until demand and routes agree again, and until all is known that is shown of it. */
function answered(draw: MobilityDraw, changed: CityInputs): { equilibriumMs: number; allMs: number } {
  const begun = performance.now();
  let equilibriumMs = 0;
  draw.after(changed, (phase) => {
    if (phase === 'indicators') equilibriumMs = performance.now() - begun;
    return true;
  });
  return { equilibriumMs, allMs: performance.now() - begun };
}

/** Each from the base's equilibrium, as after a measure in the browser. */
function fixedDemand(prepared: PreparedCity): number[] {
  const { city, capacityScale, demand, assignment } = prepared;
  const drivers = driversOf(city, demand, CENTRAL);
  return twenty(city).map((changed) => {
    const network = roadNetworkOf(changed, CENTRAL, capacityScale);
    const classes = classesOf(changed, drivers, CENTRAL, network);
    return timed(() => {
      const fork = assignment.fork();
      fork.change({ network, classes });
      fork.solve({ gap: GAP });
    });
  });
}

/** Twenty different measures on the roads of any city. */
function twenty(city: CityInputs): CityInputs[] {
  const charge = (visitor: number) => ({
    hours: { fromMin: 450, toMin: 1170 },
    priceEur: { visitor, resident: 0, goods: visitor },
  });
  const areaC: Place = { kind: 'area', areaId: 'area-c' };
  const busy = busiest(city);
  const asked: [MeasureId, unknown, Place][] = [
    ...[2.5, 7.5, 10, 15].map((eur): [MeasureId, unknown, Place] => ['road-pricing', charge(eur), areaC]),
    [
      'road-pricing',
      measureKind('road-pricing').presets.find(({ id }) => id === 'area-c-extended')?.config,
      measureKind('road-pricing').presets.find(({ id }) => id === 'area-c-extended')?.place as Place,
    ],
    ['speed-limit', { speedKmH: 30 }, { kind: 'city' }],
    ['speed-limit', { speedKmH: 40 }, { kind: 'city' }],
    ['speed-limit', { speedKmH: 30 }, { kind: 'area', areaId: 'area-b' }],
  ];
  const cities: CityInputs[] = [];
  const add = (kind: MeasureId, config: unknown, place: Place): boolean => {
    const measure = { id: 'm', kind, on: true, config, place };
    try {
      cities.push(applyScenario(city, { ...EMPTY_SCENARIO, measures: [measure] }));
      return true;
    } catch {
      // Some streets have one lane, or are the only way to somewhere: the next one, then.
      return false;
    }
  };
  for (const [kind, config, place] of asked) add(kind, config, place);
  const onStreets: [MeasureId, unknown, number][] = [
    ['lanes', { lanesMore: -1 }, 3],
    ['close-streets', { pedestrianise: false }, 4],
    ['lanes', { lanesMore: 1 }, 20],
  ];
  for (const [kind, config, most] of onStreets) {
    let done = 0;
    for (const place of busy) if (done < most && cities.length < 20 && add(kind, config, place)) done++;
  }
  if (cities.length < 20) throw new Error(`${cities.length} measures fit this city`);
  return cities;
}

/** Streets with a name, those with most lane-kilometres first. */
function busiest({ roads }: CityInputs): Place[] {
  const size = new Map<number, number>();
  for (let link = 0; link < roads.links; link++) {
    const name = roads.nameIndex[link] as number;
    if (roads.names[name])
      size.set(name, (size.get(name) ?? 0) + (roads.lanes[link] as number) * (roads.lengthM[link] as number));
  }
  const names = [...size].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return names.slice(0, 60).map((name) => {
    /** One link of each of its streets. */
    const links = new Map<string, number>();
    for (let link = 0; link < roads.links; link++)
      if (roads.nameIndex[link] === name)
        links.set(roads.streetIds[roads.streetIndex[link] as number] as string, link);
    const lines = [...links.values()].map((link) => {
      const start = roads.shapeStart[link] as number;
      return [start, start + 1].map((i) =>
        planeToLonLat([roads.shapeEastM[i] as number, roads.shapeNorthM[i] as number]),
      );
    });
    return { kind: 'streets', streetIds: [...links.keys()], lines };
  });
}

const round = (value: number) => Math.round(value * 10) / 10;

function timed(act: () => unknown): number {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

const best = (runs: number, act: () => unknown) =>
  round(Math.min(...Array.from({ length: runs }, () => timed(act))));

function summary(ms: readonly number[], aimMedianMs?: number, aimWorstMs?: number) {
  const sorted = [...ms].sort((a, b) => a - b);
  return {
    measures: ms.length,
    medianMs: round(((sorted[9] as number) + (sorted[10] as number)) / 2),
    ...(aimMedianMs ? { aimMedianMs } : {}),
    worstMs: round(sorted.at(-1) as number),
    ...(aimWorstMs ? { aimWorstMs } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, dir] = process.argv.slice(2) as [string, string];
  for (const line of measured(readCityFolder(dir)))
    process.stdout.write(`${JSON.stringify({ bench: 'city-traffic', city: name, ...line })}\n`);
}

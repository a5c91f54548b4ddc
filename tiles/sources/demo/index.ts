// SPDX-License-Identifier: EUPL-1.2
import { seeded } from '../../../src/city/seeded';
import type { Progress } from '../../write/output';
import type { Pool } from '../../write/pool';
import { BASE_BUILDINGS, type Block, Zoning } from './blocks';
import { districtFinder, drawBoundaries } from './boundaries';
import { writeBoundaries, writePopulation } from './boundary-files';
import { BUILDINGS_WORK, writeBuildings } from './building-files';
import { writeCensus } from './census-files';
import { writeLandcover, writeWater } from './ground-files';
import { landmarks } from './landmarks';
import { writeCycleways, writeTrafficRules } from './mobility-files';
import { writePlayAndDogs } from './play-and-dogs';
import { writeServices } from './services';
import { streetGraph, writeStreets } from './street-files';
import { drawStreetWeb } from './street-web';
import { writeTransit } from './transit-files';
import { writeTrees } from './trees';
import { DemoFolder } from './write-files';

export interface DemoOptions {
  /** 500 to 1,000,000; fewer than 55,000 stand around the Duomo, more stand closer. */
  readonly buildings?: number;
  /** Any text; the same text gives the same bytes. */
  readonly seed?: string;
}

const GENERATOR_VERSION = '2';

/**
 * Writes a made-up Milan into `dir`, as files that the portals would publish: the readers of real
 * data read them. District names, centres, areas and register figures are real (Comune di Milano,
 * ds964 and ds205, CC BY 4.0), everything else is drawn. No clock and no dice but the seed.
 *
 * With a pool the buildings are made on one of its threads, all else on this one.
 *
 * @throws RangeError where `buildings` is not between 500 and 1,000,000.
 */
export async function writeDemoCity(
  dir: string,
  options: DemoOptions,
  progress: Progress,
  pool?: Pool,
): Promise<void> {
  const { buildings = BASE_BUILDINGS, seed = 'milano' } = options;
  if (!(buildings >= 500 && buildings <= 1_000_000))
    throw new RangeError(`a demo city has 500 to 1,000,000 buildings, not ${buildings}`);
  const folder = new DemoFolder(dir);
  await folder.prepare();
  progress('boundaries', 0, 1);
  const boundaries = drawBoundaries(seed);
  const districtAt = districtFinder(boundaries);
  await writeBoundaries(folder, boundaries);
  await writePopulation(folder);
  await writeCensus(folder);
  progress('boundaries', 1, 1);

  progress('streets', 0, 1);
  const zoning = new Zoning(seed, districtAt, buildings);
  const web = drawStreetWeb(seed, boundaries.limit, zoning.planAt, landmarks());
  const dice = seeded(`${seed}/zoning/blocks`);
  const plots = web.plots.map((p) => zoning.blockOf(p, dice)).filter((b): b is Block => b !== undefined);
  const blocks = [...plots, ...zoning.campuses()];
  const job = { dir, blocks, wanted: buildings, seed };
  const apart = pool?.run(BUILDINGS_WORK, job);
  // Its fault is met where it is awaited.
  apart?.catch(() => {});
  const graph = streetGraph(web.streets);
  await writeStreets(folder, graph, seed);
  await writeTransit(folder, graph, seed);
  await writeTrafficRules(folder, boundaries.limit, web.streets);
  await writeCycleways(folder, web.streets, seed);
  progress('streets', 1, 1);

  progress('greenery', 0, 1);
  const parks = await writeLandcover(folder, blocks, seed);
  await writePlayAndDogs(folder, parks, seed);
  await writeWater(folder);
  await writeTrees(folder, web.streets, parks, districtAt, buildings / BASE_BUILDINGS, seed);
  await writeServices(folder, blocks, seed);
  progress('greenery', 1, 1);

  progress('buildings', 0, 1);
  const { built, written } = await (apart ?? writeBuildings(job).then(({ value }) => value));
  folder.written.push(...written);
  progress('buildings', 1, 1);
  await folder.json(
    'demo.json',
    {
      synthetic: true,
      generator: 'gemello-milano demo',
      version: GENERATOR_VERSION,
      seed,
      buildings: built,
      licence: 'CC0-1.0',
      figures:
        'Nomi, centri, superfici e residenti dei quartieri: Comune di Milano, ds205 (2011, 2024) e ds964, CC BY 4.0',
      // The register's own figures, and the models of landmarks, which stand in every city of real data too.
      real: ['register-by-district', 'landmark-models'],
      files: [...folder.written].sort((a, b) => (a.name < b.name ? -1 : 1)),
    },
    built,
  );
}

// SPDX-License-Identifier: EUPL-1.2
/** What is fetched of one building: its record by id, and its id by stable id. */
import type { BuildingRecord } from '../../../src/city/building';
import { fnv1a } from '../../../src/city/catalogue';
import type { CleanBuilding } from '../../themes/theme';
import type { Output, Progress } from '../output';

/** About 5 kB compressed a file. */
export const RECORDS_PER_FILE = 512;

/** Number of shards that keeps a shard near {@link RECORDS_PER_FILE} entries. */
export const lookupShards = (count: number) => Math.max(1, Math.ceil(count / RECORDS_PER_FILE));

/** Writes `<folder>/<k>.json`: the records of the buildings in order of id, {@link RECORDS_PER_FILE} each. */
export async function writeRecords(
  buildings: readonly CleanBuilding[],
  order: Uint32Array,
  folder: string,
  output: Output,
  progress: Progress,
): Promise<void> {
  const files = Math.ceil(order.length / RECORDS_PER_FILE);
  await lanes(files, async (k) => {
    const records: BuildingRecord[] = [];
    for (const old of order.subarray(k * RECORDS_PER_FILE, (k + 1) * RECORDS_PER_FILE))
      records.push((buildings[old] as CleanBuilding).record);
    await output.write(`${folder}/${k}.json`, json(records), true);
    progress('building-records', k + 1, files);
  });
}

/** Writes `<folder>/<fnv1a(stableId) mod shards>.json`: `{stableId: [id, lon, lat]}`; empty shards are left out. */
export async function writeLookup(
  buildings: readonly CleanBuilding[],
  order: Uint32Array,
  folder: string,
  output: Output,
  progress: Progress,
): Promise<void> {
  const shards = lookupShards(order.length);
  const inShard: number[][] = Array.from({ length: shards }, () => []);
  order.forEach((old, id) => {
    inShard[fnv1a((buildings[old] as CleanBuilding).stableId) % shards]?.push(id);
  });
  await lanes(shards, async (k) => {
    const entries = (inShard[k] as number[]).map((id) => {
      const { stableId, centre } = buildings[order[id] as number] as CleanBuilding;
      return [stableId, [id, degrees(centre[0]), degrees(centre[1])]] as const;
    });
    if (entries.length > 0)
      await output.write(`${folder}/${k}.json`, json(Object.fromEntries(entries)), true);
    progress('building-lookup', k + 1, shards);
  });
}

/** Runs `work` for 0 … count - 1, a few at a time. */
export async function lanes(count: number, work: (k: number) => Promise<void>, width = 8): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
}

/** To a centimetre. */
const degrees = (d: number) => Number(d.toFixed(7));
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

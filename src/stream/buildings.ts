// SPDX-License-Identifier: EUPL-1.2

import type { BuildingRecord } from '../city/building';
import { type Catalogue, fnv1a } from '../city/catalogue';
import { columnIfAny } from '../city/columns';
import { type LonLat, lonLat } from '../city/frames';
import { type BuildingAttributes, loadedBuildings } from './building-tables';
import { loadColumns } from './columns';
import { fetchJson, fileInFolder, StreamError } from './fetch-file';

/** Where a building is: its number in this build and a point of it. */
export interface BuildingPlace {
  readonly id: number;
  readonly at: LonLat;
}

/** All that is known of one building. */
export interface Building extends BuildingPlace {
  readonly record: BuildingRecord;
  readonly attributes: BuildingAttributes;
}

function buildingFiles(catalogue: Catalogue) {
  const files = catalogue.files.buildings;
  if (!files) throw new StreamError('catalogue.json', 'this city has no buildings');
  return files;
}

/** The record of a building by its number in this build. Throws StreamError. */
export async function loadRecord(
  catalogue: Catalogue,
  cityUrl: string,
  id: number,
  signal?: AbortSignal,
): Promise<BuildingRecord> {
  const { records, recordsPerFile } = buildingFiles(catalogue);
  const url = cityUrl + fileInFolder(records, Math.floor(id / recordsPerFile));
  const record = (await fetchJson<BuildingRecord[]>(url, signal))[id % recordsPerFile];
  if (!record) throw new StreamError(url, `has no record of building ${id}`);
  return record;
}

/** Number and place of a building by its stable id; null where this build has none of that id. */
export async function lookupBuilding(
  catalogue: Catalogue,
  cityUrl: string,
  stableId: string,
  signal?: AbortSignal,
): Promise<BuildingPlace | null> {
  const { lookup, lookupShards } = buildingFiles(catalogue);
  const url = cityUrl + fileInFolder(lookup, fnv1a(stableId) % lookupShards);
  let shard: Record<string, [number, number, number]>;
  try {
    shard = await fetchJson(url, signal);
  } catch (error) {
    // A shard that no building falls into is not written.
    if (error instanceof StreamError && error.status === 404) return null;
    throw error;
  }
  const row = Object.hasOwn(shard, stableId) ? shard[stableId] : undefined;
  return row ? { id: row[0], at: lonLat(row[1], row[2]) } : null;
}

/**
 * Everything the card of a building shows. The attributes come from the tiles on the screen, and
 * where the building is not on it from the city-wide columns. Null where the build has none of that id.
 */
export async function loadBuilding(
  catalogue: Catalogue,
  cityUrl: string,
  stableId: string,
  signal?: AbortSignal,
): Promise<Building | null> {
  const place = await lookupBuilding(catalogue, cityUrl, stableId, signal);
  if (!place) return null;
  const [record, attributes] = await Promise.all([
    loadRecord(catalogue, cityUrl, place.id, signal),
    loadedBuildings.find(place.id) ?? attributesFromColumns(catalogue, cityUrl, place.id, signal),
  ]);
  return { ...place, record, attributes };
}

async function attributesFromColumns(
  catalogue: Catalogue,
  cityUrl: string,
  id: number,
  signal?: AbortSignal,
): Promise<BuildingAttributes> {
  const table = await loadColumns(catalogue, cityUrl, 'buildings', signal);
  const value = (name: string) => columnIfAny(table, name)?.values[id] ?? 0;
  return {
    id,
    heightDm: value('heightDm'),
    year: value('year'),
    district: value('district'),
    storeys: value('storeys'),
    use: value('use'),
    heightOrigin: value('heightOrigin'),
  };
}

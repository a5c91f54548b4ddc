// SPDX-License-Identifier: EUPL-1.2
/** City models as rows: each whole thing with its footprint, and how high it stands above its ground. */
import type { Position } from 'geojson';
import { type CityJsonObject, type CityJsonSurface, openCityJson } from './cityjson';
import { type StatedCrs, statedCrs } from './crs';
import { outlineOf } from './repair';
import { TableBuilder } from './table-builder';

/**
 * Rows of a CityJSON file in the file's own coordinates: parts are taken together with the whole they
 * belong to. Roofs are told by their highest point: what is drawn of them is an upright block.
 *
 * @throws InputError where it is no CityJSON or of another version.
 */
export function readSolids(
  file: string,
  json: unknown,
  tick: () => void,
): StatedCrs & { builder: TableBuilder } {
  const model = openCityJson(file, json);
  const objects = new Map<string, CityJsonObject>();
  for (const object of model.objects((x, y) => [x, y])) {
    objects.set(object.id, object);
    tick();
  }
  const builder = new TableBuilder(file);
  for (const object of objects.values()) {
    tick();
    if (object.parents.some((id) => objects.has(id))) continue;
    const surfaces = [...wholeOf(object, objects)].flatMap((part) => part.surfaces);
    const heights = surfaces.flatMap(({ rings }) => rings.flatMap((ring) => ring.map(([, , z]) => z)));
    const groundM = heights.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const topM = heights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - groundM;
    const heightM = heights.length > 0 ? Math.round(topM * 100) / 100 : null;
    builder.add(footprintOf(surfaces), { id: object.id, type: object.type, ...object.attributes, heightM }, [
      0,
      heightM ?? 0,
    ]);
  }
  return { builder, ...statedCrs(model.referenceSystem ?? null) };
}

/** The object with its parts and theirs. */
export function wholeOf(
  object: CityJsonObject,
  objects: ReadonlyMap<string, CityJsonObject>,
): Set<CityJsonObject> {
  const found = new Set([object]);
  for (const part of found)
    for (const id of part.children) {
      const child = objects.get(id);
      if (child) found.add(child);
    }
  return found;
}

/** Ground surfaces from above, in the units of their positions; where the model has none, everything from above. */
export function footprintOf(surfaces: readonly CityJsonSurface[]) {
  const ground = surfaces.filter(({ semantics }) => semantics === 'GroundSurface');
  return outlineOf(
    (ground.length > 0 ? ground : surfaces).map(({ rings }) =>
      rings.map((ring) => [...ring, ring[0]].map((at): Position => [at?.[0] ?? 0, at?.[1] ?? 0])),
    ),
  );
}

// SPDX-License-Identifier: EUPL-1.2
import type { GeoJSONFeatureId, GeoJSONSourceDiff } from 'maplibre-gl';
import type { LiveFeature } from './live-ground';

/** What has to change in the source; null: nothing. A thing that moved or differs is put in anew. */
export function difference(
  before: ReadonlyMap<string, string>,
  wanted: readonly LiveFeature[],
): { readonly features: ReadonlyMap<string, string>; readonly diff: GeoJSONSourceDiff | null } {
  const features = new Map(wanted.map(({ id, at, properties }) => [id, JSON.stringify([at, properties])]));
  const remove: GeoJSONFeatureId[] = [...before.keys()].filter((id) => !features.has(id));
  const add = wanted
    .filter(({ id }) => before.get(id) !== features.get(id))
    .map(({ id, at, properties }) => ({
      type: 'Feature' as const,
      properties: { ...properties, id },
      geometry: { type: 'Point' as const, coordinates: [...at] },
    }));
  return { features, diff: remove.length + add.length > 0 ? { remove, add } : null };
}

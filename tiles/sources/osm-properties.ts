// SPDX-License-Identifier: EUPL-1.2
/** Tags and ids of OpenStreetMap as the usual exporters put them into GeoJSON properties. */

import type { Feature } from '../../src/formats/feature';
import { number, text } from '../formats/attributes';

/**
 * OSM tags of a feature: properties as they are, `other_tags` of ogr2ogr and `tags` of others
 * opened, and keys with `_` for `:` (shapefile-minded exports) under their own name too.
 */
export function tagsOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tags: Record<string, unknown> = { ...hstore(properties.other_tags), ...objectOf(properties.tags) };
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === '') continue;
    tags[key] = value;
    const proper = key.replace(/^(building|roof|addr|demolished|removed|razed)_/, '$1:');
    if (proper !== key && tags[proper] === undefined) tags[proper] = value;
  }
  return tags;
}

function objectOf(tags: unknown): Record<string, unknown> {
  if (typeof tags === 'string' && tags.startsWith('{'))
    try {
      return objectOf(JSON.parse(tags));
    } catch {
      return {};
    }
  return tags && typeof tags === 'object' && !Array.isArray(tags) ? (tags as Record<string, unknown>) : {};
}

/** `"building:levels"=>"3","height"=>"7 m"` */
function hstore(value: unknown): Record<string, string> {
  const tags: Record<string, string> = {};
  if (typeof value === 'string')
    for (const [, key, content] of value.matchAll(/"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g))
      tags[(key as string).replace(/\\(.)/g, '$1')] = (content as string).replace(/\\(.)/g, '$1');
  return tags;
}

export interface OsmId {
  readonly kind: 'n' | 'w' | 'r';
  readonly id: number;
}

/**
 * Which element a feature is, from `id`/`@id` "way/123", `full_id` "w123", or `osm_id`,
 * `osm_way_id`, `osmid` with a type beside it; a negative id is a relation (osm2pgsql).
 */
export function osmIdOf({ id, properties }: Pick<Feature, 'id' | 'properties'>): OsmId | undefined {
  for (const candidate of [id, properties['@id'], properties.full_id, properties.id]) {
    const found = /^(n|w|r)(?:ode|ay|elation)?\/?(\d+)$/.exec(String(candidate ?? ''));
    if (found) return { kind: found[1] as OsmId['kind'], id: Number(found[2]) };
  }
  const way = number(properties.osm_way_id);
  if (way) return { kind: 'w', id: way };
  const plain = number(properties.osm_id ?? properties.osmid ?? properties['@osm_id']);
  if (!plain || !Number.isInteger(plain)) return undefined;
  const said = text(
    properties.osm_type ?? properties.element_type ?? properties.element ?? properties['@type'],
  );
  const kind = plain < 0 || said?.startsWith('r') ? 'r' : said?.startsWith('n') ? 'n' : 'w';
  return { kind, id: Math.abs(plain) };
}

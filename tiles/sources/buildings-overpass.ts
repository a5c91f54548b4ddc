// SPDX-License-Identifier: EUPL-1.2
import type { FoundFile } from '../formats/found-file';
import { checkArea, isRejected } from '../formats/geometry';
import { areaWithin, type OsmElement, readOverpass } from '../formats/overpass';
import type { BuildingRow } from '../themes/rows';
import { fromTags, isPart, notStanding } from './building-tags';
import { milanQuery, OPENSTREETMAP } from './openstreetmap';
import type { RowLog, Source } from './source';

/** Buildings and their parts of an Overpass answer: ways and multipolygons. */
export const buildingsOverpass: Source<'buildings'> = {
  id: 'buildings-overpass',
  theme: 'buildings',
  title: { it: 'Edifici OpenStreetMap (Overpass)', en: 'OpenStreetMap buildings (Overpass)' },
  ...OPENSTREETMAP,
  portal: {
    kind: 'overpass',
    query: milanQuery('nwr["building"]', 'nwr["building:part"]'),
    fileName: 'overpass_buildings.json',
  },
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<BuildingRow> {
  const elements: OsmElement[] = [];
  for await (const element of readOverpass(file, log)) elements.push(element);
  const relations = membersOf(elements);
  for (const element of elements) {
    const row = log.row();
    const { tags } = element;
    if ((!tags.building && !tags['building:part']) || element.type === 'node') {
      log.drop('not-this-theme', row, `${element.type} ${element.id}`);
      continue;
    }
    const fault = notStanding(tags) ?? repeated(element, relations) ?? incomplete(element);
    const area = fault ?? checkArea(areaWithin(element.geometry), log.place);
    if (isRejected(area)) {
      log.drop(area.reason, row, `${element.type} ${element.id}: ${area.detail}`);
      continue;
    }
    yield {
      ...fromTags(tags, log, row),
      origin: { file: file.name, row },
      stableId: `osm-${element.type === 'way' ? 'w' : 'r'}${element.id}`,
      geometry: area.geometry,
    };
  }
}

interface Members {
  /** Outer ways of building multipolygons. */
  readonly outlines: ReadonlySet<string>;
  /** Relations that only group: their outlines are buildings of their own, with their own attributes. */
  readonly groups: ReadonlySet<string>;
}

const isWhole = ({ tags }: OsmElement) => Boolean(tags.building) && !isPart(tags);
const keyOf = ({ type, id }: { type: string; id: number }) => `${type}${id}`;

function membersOf(elements: readonly OsmElement[]): Members {
  const buildings = new Set(elements.filter((e) => e.type === 'way' && isWhole(e)).map(keyOf));
  const outlines = new Set<string>();
  const groups = new Set<string>();
  for (const relation of elements) {
    const { tags, members } = relation;
    if (relation.type !== 'relation' || !members) continue;
    const outer = members.filter((m) => m.role !== 'inner' && m.role !== 'part');
    const keys = outer.map((m) => `${m.type}${m.ref}`);
    if (tags.type === 'building') {
      if (outer.some((m) => m.role === 'outline')) groups.add(keyOf(relation));
    } else if (tags.building) {
      const hasCourtyards = members.some((m) => m.role === 'inner');
      if (keys.length > 1 && !hasCourtyards && keys.every((key) => buildings.has(key)))
        groups.add(keyOf(relation));
      else for (const key of keys) outlines.add(key);
    }
  }
  return { outlines, groups };
}

/** A way whose area a multipolygon tells too, with its courtyards; and a relation that only groups. */
function repeated(element: OsmElement, { outlines, groups }: Members) {
  if (element.type === 'way' && isWhole(element) && outlines.has(keyOf(element)))
    return {
      reason: 'duplicate-geometry',
      detail: 'outline of a multipolygon that is a building too',
    } as const;
  if (groups.has(keyOf(element)))
    return { reason: 'duplicate-geometry', detail: 'its outlines are buildings of their own' } as const;
  return undefined;
}

function incomplete({ incomplete }: OsmElement) {
  return incomplete ? ({ reason: 'incomplete-relation', detail: incomplete } as const) : undefined;
}

// SPDX-License-Identifier: EUPL-1.2
import type { Column, ColumnTable } from '../../src/city/columns';
import type { GroundProperties } from '../../src/city/ground';
import { type Area, polygonsOf } from './plane-geometry';
import { corners } from './zone-rings';

/** A zone of the traffic rules as drawn. */
export interface RuleZone {
  readonly id: string;
  readonly class: GroundProperties['zone']['class'];
  readonly name?: string;
  readonly geometry: Area;
}

/** Those whose entries are watched: a model can ask who drives in. */
const WATCHED: readonly RuleZone['class'][] = ['area-c', 'area-b', 'ztl'];
/** The one of its class in the city goes by the class: measures and models name it so. */
const SINGLE: readonly RuleZone['class'][] = ['area-c', 'area-b'];

/**
 * Area C, Area B and limited traffic zones with their outlines simplified as those of the districts
 * (5 m); none where there is no such zone.
 */
export function ruleAreas(zones: readonly RuleZone[]): ColumnTable[] {
  const areas = zones.filter((zone) => WATCHED.includes(zone.class));
  const rows = areas.flatMap((zone, area) => {
    const rings = polygonsOf(zone.geometry).flatMap((rings) =>
      rings.map((ring, i) => corners(ring, i === 0)),
    );
    return rings.flatMap((ring, number) =>
      Array.from({ length: ring.length / 2 }, (_, i) => ({
        area,
        ring: number,
        eastM: ring[2 * i] as number,
        northM: ring[2 * i + 1] as number,
      })),
    );
  });
  if (rows.length === 0) return [];
  const idOf = (zone: RuleZone) => {
    const isAlone = areas.filter((other) => other.class === zone.class).length === 1;
    return SINGLE.includes(zone.class) && isAlone ? zone.class : zone.id;
  };
  const text = (name: string, of: (zone: RuleZone) => string): Column => {
    const texts = areas.map(of);
    const dictionary = [...new Set(texts)];
    return {
      name,
      unit: '1',
      values: Uint16Array.from(rows, ({ area }) => dictionary.indexOf(texts[area] as string)),
      dictionary,
    };
  };
  return [
    {
      id: 'rule-areas',
      rows: rows.length,
      columns: [
        { name: 'area', unit: '1', values: Uint16Array.from(rows, (row) => row.area) },
        text('areaId', idOf),
        text('class', (zone) => zone.class),
        text('name', (zone) => zone.name ?? ''),
        { name: 'ring', unit: '1', values: Uint16Array.from(rows, (row) => row.ring) },
        { name: 'eastM', unit: 'm', values: Float64Array.from(rows, (row) => row.eastM) },
        { name: 'northM', unit: 'm', values: Float64Array.from(rows, (row) => row.northM) },
      ],
    },
  ];
}

// SPDX-License-Identifier: EUPL-1.2

import type { ColumnTable } from '../../src/city/columns';
import { areaM2 } from '../formats/geometry';
import { keepNewest, placeOf } from './editions';
import { geometryId } from './overlap';
import type { TrafficRuleRow } from './rows';
import { ruleAreas } from './rule-areas';
import type { CleanContext, GroundFeature, Theme } from './theme';

type Zone = Extract<TrafficRuleRow, { kind: 'zone' }>;
type Gate = Extract<TrafficRuleRow, { kind: 'gate' }>;
type Entries = Extract<TrafficRuleRow, { kind: 'entries' }>;

/**
 * Zones with their own rules (Area C, Area B, ZTL, pedestrian) of the newest edition, and gates. A
 * zone from a drawing without a date is taken only where no dated one of its class is there. Entries into Area C become a model input.
 */
export const trafficRules: Theme<'traffic-rules'> = {
  id: 'traffic-rules',
  clean: (bySource, context) => {
    const sourceOf = new Map(bySource.flatMap(({ source, rows }) => rows.map((row) => [row, source.id])));
    const rows = bySource.flatMap((source) => source.rows);
    const zones = rows.filter((row): row is Zone => row.kind === 'zone');
    const dated = keepNewest(
      zones.filter((zone) => zone.editionYear !== undefined),
      context.drop,
    );
    const undated = zones.filter((zone) => {
      if (zone.editionYear !== undefined) return false;
      if (dated.every((other) => other.class !== zone.class)) return true;
      context.drop('same-as-better-source', `${placeOf(zone.origin)}: ${zone.name ?? zone.class}`);
      return false;
    });
    const ground = [...dated, ...undated].map(
      (zone): GroundFeature<'zone'> & { geometry: Zone['geometry'] } => ({
        layer: 'zone',
        geometry: zone.geometry,
        properties: {
          id: zone.stableId ?? geometryId(sourceOf.get(zone)!, zone.geometry),
          class: zone.class,
          ...(zone.name ? { name: zone.name } : {}),
        },
        source: sourceOf.get(zone)!,
      }),
    );
    // Small on top: a pedestrian street lies in Area C, and Area C in Area B.
    const sizes = new Map(ground.map((zone) => [zone, areaM2(zone.geometry)]));
    ground.sort((a, b) => sizes.get(b)! - sizes.get(a)!);
    const gates = rows
      .filter((row): row is Gate => row.kind === 'gate')
      .map((gate) => gateOf(gate, sourceOf.get(gate)!));
    const entries = entriesOnce(rows, context);
    const areas = ruleAreas(ground.map(({ geometry, properties }) => ({ ...properties, geometry })));
    return {
      kept: ground.length + gates.length + entries.length,
      ground: [...ground, ...gates],
      inputs: [...areas, ...(entries.length > 0 ? [entriesTable(entries)] : [])],
    };
  },
};

function gateOf(gate: Gate, source: string): GroundFeature<'gate'> {
  return {
    layer: 'gate',
    geometry: { type: 'Point', coordinates: [...gate.at] },
    properties: { id: gate.stableId ?? `gate-${gate.name}`, name: gate.name },
    source,
  };
}

/** In order of time; a half-hour that comes twice is the first source's. */
function entriesOnce(rows: readonly TrafficRuleRow[], context: CleanContext): Entries[] {
  const byTime = new Map<number, Entries>();
  for (const row of rows) {
    if (row.kind !== 'entries') continue;
    const { year, month, day, halfHour } = row;
    const time = ((year * 100 + month) * 100 + day) * 100 + halfHour;
    if (byTime.has(time)) context.drop('duplicate-id', `${placeOf(row.origin)}: the half-hour comes again`);
    else byTime.set(time, row);
  }
  return [...byTime].sort(([a], [b]) => a - b).map(([, row]) => row);
}

const entriesTable = (entries: readonly Entries[]): ColumnTable => ({
  id: 'area-c-entries',
  rows: entries.length,
  columns: [
    { name: 'year', unit: '1', values: Uint16Array.from(entries, ({ year }) => year) },
    { name: 'month', unit: '1', values: Uint8Array.from(entries, ({ month }) => month) },
    { name: 'day', unit: '1', values: Uint8Array.from(entries, ({ day }) => day) },
    { name: 'halfHour', unit: '1', values: Uint8Array.from(entries, ({ halfHour }) => halfHour) },
    {
      name: 'vehicles',
      unit: '1',
      values: Float32Array.from(entries, ({ vehicles }) => vehicles ?? Number.NaN),
    },
    { name: 'charged', unit: '1', values: Uint8Array.from(entries, ({ charged }) => (charged ? 1 : 0)) },
  ],
});

// SPDX-License-Identifier: EUPL-1.2

import { areaM2 } from '../formats/geometry';
import { keepNewest, placeOf } from './editions';
import { geometryId } from './overlap';
import type { TrafficRuleRow } from './rows';
import type { GroundFeature, Theme } from './theme';

type Zone = Extract<TrafficRuleRow, { kind: 'zone' }>;
type Gate = Extract<TrafficRuleRow, { kind: 'gate' }>;

/**
 * Zones with their own rules (Area C, Area B, ZTL, pedestrian) of the newest edition, and gates. A
 * zone from a drawing without a date is taken only where no dated one of its class is there.
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
    return { kept: ground.length + gates.length, ground: [...ground, ...gates] };
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

// SPDX-License-Identifier: EUPL-1.2
/** The flat buildings of the plan in the colours of a legend. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Legend } from '../../query/legend';
import { SPECIAL } from '../../query/palettes';
import type { Look } from '../layer';
import { PALETTE } from '../palette';

export interface FootprintPaint {
  readonly 'fill-color': ExpressionSpecification;
  readonly 'fill-opacity': ExpressionSpecification | number;
  readonly 'fill-outline-color': string | ExpressionSpecification;
}

/** Of a building outside the filter; a class has a lower number. */
const OTHER = 254;
/** Beyond the table. */
const OWN = 255;

/**
 * Paint of the layer `footprints`: one number a building, looked up by its id, says its class.
 * @param mask 1: meant; null: all are
 */
export function footprintPaint(
  legend: Legend | null,
  mask: Uint8Array | null,
  others: 'faint' | 'hidden',
  look: Look,
): FootprintPaint {
  const { building, selection } = PALETTE[look];
  const rows = legend?.slots.length ?? mask?.length ?? 0;
  const slots = Array.from({ length: rows }, (_, id) =>
    mask && mask[id] === 0 ? OTHER : (legend?.slots[id] ?? OWN),
  );
  const own = building.footprint;
  const slot = ['at', ['to-number', ['get', 'id']], ['literal', slots]];
  const known = ['<', ['to-number', ['get', 'id']], rows];
  const colours = (legend?.classes ?? []).flatMap(({ colour }, at) => [at, colour]);
  const colour =
    rows === 0 ? own : ['case', known, ['match', slot, ...colours, OTHER, SPECIAL[look].faint, own], own];
  const selected = ['boolean', ['feature-state', 'selected'], false];
  return {
    'fill-color': ['case', selected, selection, colour] as unknown as ExpressionSpecification,
    'fill-opacity':
      mask && others === 'hidden'
        ? ([
            'case',
            selected,
            1,
            known,
            ['match', slot, OTHER, 0, 1],
            1,
          ] as unknown as ExpressionSpecification)
        : 1,
    'fill-outline-color': building.footprintEdge,
  };
}

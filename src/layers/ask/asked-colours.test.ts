// SPDX-License-Identifier: EUPL-1.2
import { createExpression, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { AttributeColumn } from '../../query/attribute';
import { bytesOf } from '../../query/colour';
import { legendOf } from '../../query/legend';
import { SPECIAL } from '../../query/palettes';
import { PALETTE } from '../palette';
import { type AskedDistricts, districtAskLayers, districtTints } from './district-colours';
import { footprintPaint } from './footprint-colours';

const density: AttributeColumn = {
  attribute: { id: 'density', kind: 'number', unit: '1' },
  values: Float64Array.of(10, 20, 30, Number.NaN),
  withheld: Uint8Array.of(0, 0, 0, 1),
};
const scale = { kind: 'classed', method: 'manual', breaks: [15, 25] } as const;
const legend = legendOf({ attribute: 'density', scale, palette: 'viridis' }, density, 'light')!;
const colours = legend.classes.map(({ colour }) => colour);

/** What an expression says of a feature with this id. */
function said(expression: unknown, id: number, selected = false): unknown {
  const type = typeof expression === 'number' ? 'number' : undefined;
  if (type) return expression;
  const made = createExpression(expression, { type: 'string' } as unknown as StylePropertySpecification);
  if (made.result === 'error') throw new Error(JSON.stringify(made.value.map(String)));
  return made.value.evaluate({ zoom: 14 }, { type: 'Polygon', properties: { id } } as never, { selected });
}

describe('the footprints of the plan', () => {
  const mask = Uint8Array.of(1, 0, 1, 1);
  it('have the colour of their class, and of what they are where the table does not reach', () => {
    const paint = footprintPaint(legend, null, 'hidden', 'light');
    expect([0, 1, 2, 3, 99].map((id) => said(paint['fill-color'], id))).toEqual([
      colours[0],
      colours[1],
      colours[2],
      colours[4],
      PALETTE.light.building.footprint,
    ]);
    expect(said(paint['fill-color'], 1, true)).toBe(PALETTE.light.selection);
    expect(paint['fill-opacity']).toBe(1);
  });
  it('are faint or away where they are not meant', () => {
    expect(said(footprintPaint(legend, mask, 'faint', 'light')['fill-color'], 1)).toBe(SPECIAL.light.faint);
    expect(said(footprintPaint(null, mask, 'faint', 'light')['fill-color'], 0)).toBe(
      PALETTE.light.building.footprint,
    );
  });
});

describe('districts', () => {
  const asked: AskedDistricts = {
    table: { ids: [11, 12, 13, 14], rows: 4, columns: new Map([['density', density]]) },
    legend,
    mask: Uint8Array.of(1, 0, 1, 1),
    others: 'faint',
  };
  const paintOf = (id: string, name: string, of = asked) =>
    (districtAskLayers(of, 'light').find((layer) => layer.id === id)!.paint as Record<string, unknown>)[name];
  it('are filled by class, and veiled where they are not meant', () => {
    const fill = paintOf('ask-district-fill', 'fill-color');
    expect([11, 12, 13].map((id) => said(fill, id))).toEqual([colours[0], PALETTE.light.ground, colours[2]]);
  });
  it('tint the buildings that stand in them', () => {
    // Buildings in 12, 13, nowhere.
    const bytes = districtTints(asked, Uint16Array.of(1, 2, 0xffff), ['11', '12', '13', '14'], bytesOf)!;
    expect([...bytes]).toEqual([0, 0, 0, 0, ...bytesOf(colours[2]!), 163, 0, 0, 0, 0]);
    expect(districtTints({ ...asked, legend: null }, Uint16Array.of(1), ['11'], bytesOf)).toBeNull();
  });
});

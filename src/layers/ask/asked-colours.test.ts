// SPDX-License-Identifier: EUPL-1.2
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

type Expression = readonly [string, ...unknown[]];

/** What an expression says of a feature with this id: the few operators of MapLibre's that are used here. */
function said(of: unknown, id: number, selected = false): unknown {
  if (!Array.isArray(of)) return of;
  const [name, ...rest] = of as unknown as Expression;
  const value = (i: number) => said(rest[i], id, selected);
  switch (name) {
    case 'literal':
      return rest[0];
    case 'get':
      return rest[0] === 'id' ? id : undefined;
    case 'feature-state':
      return rest[0] === 'selected' ? selected : undefined;
    case 'boolean':
      return value(0) ?? value(1);
    case 'to-number':
      return Number(value(0));
    case '<':
      return (value(0) as number) < (value(1) as number);
    case 'at': {
      const list = value(1) as readonly unknown[];
      const at = value(0) as number;
      // MapLibre throws beyond the end: the colour would be none.
      if (!(at in list)) throw new RangeError(`${at} of ${list.length}`);
      return list[at];
    }
    case 'case':
      for (let i = 0; i + 1 < rest.length; i += 2) if (value(i)) return value(i + 1);
      return value(rest.length - 1);
    case 'match': {
      const wanted = value(0);
      for (let i = 1; i + 1 < rest.length; i += 2) if (rest[i] === wanted) return value(i + 1);
      return value(rest.length - 1);
    }
    default:
      throw new Error(`no operator ${name}`);
  }
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

describe('hidden footprints', () => {
  it('are not seen, but for the one that is chosen', () => {
    const opacity = footprintPaint(null, Uint8Array.of(1, 0), 'hidden', 'light')['fill-opacity'];
    expect([said(opacity, 0), said(opacity, 1), said(opacity, 1, true), said(opacity, 99)]).toEqual([
      1, 0, 1, 1,
    ]);
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

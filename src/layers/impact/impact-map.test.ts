// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type DrawPair, impactOf } from '../../impact/impact';
import { FIELDS, type FieldId, type Outcome, TOTALS, type TotalId } from '../../impact/outcome';
import { bytesOf } from '../../query/colour';
import { classColours } from './impact-colours';
import { HATCHED, impactMap, LARGEST, PALE, paint, sidesOf, TEXEL } from './impact-map';

/** Flow of five streets; what districts gain, of which the last row is a gateway. */
function outcome(flow: number[], gain: number[]): Outcome {
  const fields = Object.entries(FIELDS).map(([id, { over }]) => [
    id,
    Float64Array.from(
      id === 'flowVehH' ? flow : id === 'consumerSurplusZoneEurH' ? gain : over === 'road' ? flow : gain,
    ),
  ]);
  return {
    totals: Object.fromEntries(Object.keys(TOTALS).map((id) => [id, 0])) as Record<TotalId, number>,
    fields: Object.fromEntries(fields) as Record<FieldId, Float64Array>,
    entriesByHalfHour: new Float64Array(),
    relativeGap: 1e-4,
    demandGap: 1e-4,
    unreachable: { pairs: 0, vehH: 0 },
    lines: null,
  };
}
const impact = impactOf(
  [0, 1, 2, 3].map(
    (draw): DrawPair => ({
      draw,
      parameters: {},
      // Falls, rises, stays, may do either, is closed.
      before: outcome([1000, 500, 800, 100, 300], [0, 0, 0]),
      after: outcome([900, 600, 800, draw % 2 ? 190 : 20, 0], [50, -50, 1e6]),
    }),
  ),
);
const rgb = (bytes: Uint8Array, row: number) => [...bytes.subarray(TEXEL * row, TEXEL * row + 3)];
const last = (bytes: Uint8Array, row: number) => bytes[TEXEL * row + 3]!;

describe('an impact as a map', () => {
  const map = impactMap(impact, 'flowVehH', 2, 'light');

  it('has the same breaks and colours before and after', () => {
    expect(map.values.breaks.length).toBe(map.values.colours.length - 1);
    expect(rgb(paint(map, 'before'), 2)).toEqual(rgb(paint(map, 'after'), 2));
  });

  it('colours less traffic as better and more as worse, at the ends of the scale', () => {
    const bytes = paint(map, 'change');
    const { colours } = map.change;
    // Changes −100, 100, 0, 5, −300: 100 is what few exceed.
    expect(map.change.breaks).toEqual([-60, -30, 0, 0, 30, 60]);
    expect(rgb(bytes, 0)).toEqual(bytesOf(colours[0]!));
    expect(rgb(bytes, 1)).toEqual(bytesOf(colours[6]!));
    expect(rgb(bytes, 4)).toEqual(bytesOf(colours[0]!));
    expect(classColours('more', 6, 'light')[0]).toBe(classColours('less', 6, 'light')[6]);
  });

  it('draws pale what does not change, and hatches what may go either way', () => {
    const bytes = paint(map, 'change');
    expect(last(bytes, 2) & PALE).toBe(PALE);
    expect(last(bytes, 3) & HATCHED).toBe(HATCHED);
    for (const row of [0, 1, 4]) expect(last(bytes, row) & (PALE | HATCHED)).toBe(0);
    for (let row = 0; row < 5; row++) expect(last(paint(map, 'before'), row) & (PALE | HATCHED)).toBe(0);
  });

  it('is as wide as the flow, and not drawn where nothing goes', () => {
    const [before, after, change] = (['before', 'after', 'change'] as const).map((shown) =>
      paint(map, shown),
    );
    const top = map.sizeTop.values;
    expect(last(before!, 1)).toBe(Math.round((LARGEST * 500) / top));
    expect(last(after!, 4)).toBe(0);
    // Of a change, the greater: a street that is closed is seen.
    expect(last(change!, 4)).toBe(Math.round((LARGEST * 300) / top));
  });

  it('over districts leaves the gateways out, and is coloured by who gains', () => {
    const districts = impactMap(impact, 'consumerSurplusZoneEurH', 2, 'light');
    expect(districts.rows).toBe(2);
    expect(districts.sizeTop.change).toBe(50);
    const bytes = paint(districts, 'change');
    expect(bytes.length).toBe(TEXEL * 2);
    expect(rgb(bytes, 0)).toEqual(bytesOf(districts.change.colours.at(-1)!));
    expect(rgb(bytes, 1)).toEqual(bytesOf(districts.change.colours[0]!));
    expect(last(bytes, 0)).toBe(LARGEST);
  });

  it('compares before on the left with after on the right', () => {
    expect(sidesOf('swipe')).toEqual(['before', 'after']);
    expect(sidesOf('change')).toEqual(['change', 'change']);
  });

  it('says which field an answer lacks', () =>
    expect(() => impactMap({ ...impact, fields: [] }, 'flowVehH', 2, 'light')).toThrow(/flowVehH/));
});

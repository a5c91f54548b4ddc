// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { drawn, smallCity, streetId, streetLine } from '../../scenario/fixtures/small-city';
import { beginDrawing, isEnough, withoutLast, withPoint, withStreet } from './scenario-drawing';
import { streetsOf } from './scenario-streets';

const [a, b, c] = [lonLat(9.1, 45.4), lonLat(9.2, 45.4), lonLat(9.2, 45.5)];

describe('drawing', () => {
  it('makes an area of three points, a line of two', () => {
    let area = beginDrawing('polygon', null);
    for (const at of [a, b]) area = withPoint(area, at);
    expect(isEnough(area)).toBe(false);
    area = withPoint(area, c);
    expect(area).toEqual({ kind: 'polygon', ring: [a, b, c] });
    expect(isEnough(area)).toBe(true);
    expect(withoutLast(area)).toEqual({ kind: 'polygon', ring: [a, b] });
    const line = withPoint(withPoint(beginDrawing('line', null), a), b);
    expect(isEnough(line)).toBe(true);
    expect(isEnough(withoutLast(line))).toBe(false);
  });

  it('takes a double click as one point', () => {
    const once = withPoint(beginDrawing('line', null), a);
    expect(withPoint(once, lonLat(9.1 + 1e-9, 45.4))).toBe(once);
  });

  it('goes on with a line and with streets, and begins an area anew', () => {
    const line = { kind: 'line', points: [a, b] } as const;
    expect(beginDrawing('line', line)).toBe(line);
    expect(beginDrawing('polygon', { kind: 'polygon', ring: [a, b, c] })).toEqual({
      kind: 'polygon',
      ring: [],
    });
    expect(beginDrawing('streets', line)).toEqual({ kind: 'streets', streetIds: [], lines: [] });
  });

  it('chooses a street, and a second time takes it away', () => {
    const none = { kind: 'streets', streetIds: [], lines: [] } as const;
    const first = withStreet(none, { id: 'w1', line: [a, b] });
    const both = withStreet(first, { id: 'w2', line: [b, c] });
    expect(both).toEqual({
      kind: 'streets',
      streetIds: ['w1', 'w2'],
      lines: [
        [a, b],
        [b, c],
      ],
    });
    expect(withStreet(both, { id: 'w1', line: [a, b] })).toEqual({
      kind: 'streets',
      streetIds: ['w2'],
      lines: [[b, c]],
    });
    expect(withoutLast(both)).toEqual(first);
  });
});

describe('the modelled streets', () => {
  const streets = streetsOf(smallCity().roads);

  it('stand in the order of the alphabet', () => {
    expect(streets.named.map(({ name }) => name)).toEqual([
      'Autostrada',
      'Via Centrale',
      'Via Nord',
      'Via Sud',
      'Viale Centro',
      'Viale Est',
      'Viale Ovest',
    ]);
    expect(streets.named[1]).toEqual({ name: 'Via Centrale', streetIds: [streetId('Via Centrale')] });
  });

  it('have a name and one line from end to end, in one of their directions', () => {
    const id = streetId('Via Centrale');
    expect(streets.nameOf(id)).toBe('Via Centrale');
    const [line] = streets.linesOf([id]);
    expect(line).toHaveLength(3);
    const ends = [line![0]!, line![2]!].map(([lon]) => lon).sort();
    expect(ends[0]).toBeCloseTo(drawn(0, 500)[0], 6);
    expect(ends[1]).toBeCloseTo(drawn(1000, 500)[0], 6);
    expect(streets.linesOf([streetId('Via Nord')])).toEqual([streetLine('Via Nord')]);
  });

  it('run one way together, where they can be driven both ways', () => {
    // Both begin at the south-western crossing: one is turned to end there.
    const [sud, ovest] = streets.linesOf([streetId('Via Sud'), streetId('Viale Ovest')]);
    expect(sud).toEqual(streetLine('Via Sud'));
    expect(ovest).toEqual([...streetLine('Viale Ovest')].reverse());
    expect(streets.linesOf([streetId('Viale Ovest')])).toEqual([streetLine('Viale Ovest')]);
    // Via Nord is one way already, and keeps its way where Viale Ovest comes to its beginning.
    const [nord] = streets.linesOf([streetId('Via Nord'), streetId('Viale Ovest')]);
    expect(nord).toEqual(streetLine('Via Nord'));
  });

  it('say nothing of a street that is not modelled', () => {
    expect(streets.nameOf('way-99')).toBe('');
    expect(streets.linesOf(['way-99'])).toEqual([null]);
  });
});

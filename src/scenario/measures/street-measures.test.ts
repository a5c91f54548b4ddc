// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { STREET_CLASSES } from '../../city/ground';
import { applyMeasure } from '../apply-scenario';
import { centre, EXAMPLES, streets } from '../fixtures/examples';
import { drawn, smallCity, squareAbout } from '../fixtures/small-city';
import type { MeasureId } from '.';
import type { Place } from './measure';

const roadsWith = (id: MeasureId, place: Place, config: unknown) =>
  applyMeasure(smallCity(), { ...EXAMPLES[id], place, config }).roads;
/** Rows in which two columns differ. */
const differing = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a, (value, row) => (value === b[row] ? -1 : row)).filter((row) => row >= 0);
const base = smallCity().roads;

describe('streets closed', () => {
  it('are closed both ways, all else as it was', () =>
    expect(
      differing(base.open, roadsWith('close-streets', streets('Via Sud'), { pedestrianise: false }).open),
    ).toEqual([0, 1, 2, 3]));

  it('for walking become pedestrian, and safe for bicycles', () => {
    const roads = roadsWith('close-streets', centre, { pedestrianise: true });
    for (const link of [14, 15, 16, 17]) {
      expect(roads.open[link]).toBe(0);
      expect(STREET_CLASSES[roads.class[link] as number]).toBe('pedestrian');
      expect(roads.cycleway[link]).toBe(2);
    }
    expect(differing(base.class, roads.class)).toEqual([14, 15, 16, 17]);
  });

  it('that no longer exist, or are none, are named', () => {
    const gone: Place = {
      kind: 'streets',
      streetIds: ['way-404'],
      lines: [[drawn(0, 5000), drawn(500, 5000)]],
    };
    expect(() => roadsWith('close-streets', gone, { pedestrianise: false })).toThrow(
      'measure close-streets: no-such-street: way-404',
    );
    const field: Place = { kind: 'polygon', ring: squareAbout(250, 250, 100) };
    expect(() => roadsWith('close-streets', field, { pedestrianise: false })).toThrow(
      'no-street-there: polygon',
    );
  });

  it('are found by their line where a link has the id of another stretch', () => {
    const stretch = (...points: [number, number][]): Place => ({
      kind: 'streets',
      streetIds: ['way-other'],
      lines: [points.map(([x, y]) => drawn(x, y))],
    });
    const closes = (place: Place) =>
      differing(base.open, roadsWith('close-streets', place, { pedestrianise: false }).open);
    // The western half of Via Sud, or a third of it, 3 m beside; across it, or too far beside.
    expect(closes(stretch([0, 0], [500, 0]))).toEqual([0, 1]);
    expect(closes(stretch([20, 3], [170, 3]))).toEqual([0, 1]);
    expect(() => closes(stretch([250, -100], [250, 100]))).toThrow('no-such-street');
    expect(() => closes(stretch([0, 8], [500, 8]))).toThrow('no-such-street');
  });
});

describe('a street one way', () => {
  it('keeps the way its line runs, with the lanes of the other', () => {
    const roads = roadsWith('one-way', streets('Via Centrale'), { direction: 'along', keepLanes: true });
    expect(differing(base.open, roads.open)).toEqual([5, 7]);
    expect([...roads.lanes.slice(4, 8)]).toEqual([4, 2, 4, 2]);
    expect(differing(base.lanes, roads.lanes)).toEqual([4, 6]);
  });

  it('or the other, without them', () => {
    const roads = roadsWith('one-way', streets('Via Centrale'), { direction: 'against', keepLanes: false });
    expect(differing(base.open, roads.open)).toEqual([4, 6]);
    expect([...roads.lanes]).toEqual([...base.lanes]);
  });

  it('is not turned round where it is one way already', () => {
    expect(() =>
      roadsWith('one-way', streets('Via Nord'), { direction: 'against', keepLanes: true }),
    ).toThrow('measure one-way: nothing-to-change: way-2');
    const both = streets('Via Nord', 'Via Sud');
    const roads = roadsWith('one-way', both, { direction: 'against', keepLanes: true });
    expect(differing(base.open, roads.open)).toEqual([0, 2]);
  });
});

describe('lanes', () => {
  it('are added', () =>
    expect([...roadsWith('lanes', streets('Via Sud'), { lanesMore: 2 }).lanes.slice(0, 4)]).toEqual([
      3, 3, 3, 3,
    ]));
  it('are taken, to one at least', () => {
    const { lanes } = roadsWith('lanes', streets('Via Sud', 'Viale Est'), { lanesMore: -2 });
    expect([...lanes.slice(0, 4)]).toEqual([1, 1, 1, 1]);
    expect([...lanes.slice(18, 22)]).toEqual([1, 1, 1, 1]);
    expect(differing(base.lanes, lanes)).toEqual([18, 19, 20, 21]);
  });
  it('none more or fewer is nothing to change', () =>
    expect(() => roadsWith('lanes', streets('Via Sud'), { lanesMore: 0 })).toThrow('nothing-to-change'));
});

describe('a speed limit', () => {
  it('of the city lowers all but the motorway, and raises none', () => {
    const { speedKmH } = roadsWith('speed-limit', { kind: 'city' }, { speedKmH: 40 });
    expect([...new Set(speedKmH.slice(0, 14))]).toEqual([40]);
    expect([...speedKmH.slice(14, 18)]).toEqual([30, 30, 30, 30]);
    expect([...speedKmH.slice(22)]).toEqual([130, 130]);
  });
  it('of an area lowers the streets with their middle in it', () => {
    const { speedKmH } = roadsWith('speed-limit', { kind: 'area', areaId: 'area-c' }, { speedKmH: 20 });
    // Of Area C's square of 600 m, the four links of Viale Centro and the four of Via Centrale.
    expect(differing(base.speedKmH, speedKmH)).toEqual([4, 5, 6, 7, 14, 15, 16, 17]);
  });
  it('of chosen streets is their limit, also where they were slower', () =>
    expect(
      differing(base.speedKmH, roadsWith('speed-limit', streets('Viale Centro'), { speedKmH: 50 }).speedKmH),
    ).toEqual([14, 15, 16, 17]));
  it('is not for motorways', () =>
    expect(() => roadsWith('speed-limit', streets('Autostrada'), { speedKmH: 50 })).toThrow(
      'nothing-to-change: way-6',
    ));
});

describe('bicycle lanes', () => {
  it('take a lane where there are two', () => {
    const roads = roadsWith('bicycle-lanes', streets('Via Centrale', 'Viale Ovest'), {
      type: 'protected',
      takesLane: true,
    });
    expect([...roads.cycleway]).toEqual(
      Array.from(base.from, (_, link) => (link >= 4 && link < 14 && link !== 8 && link !== 9 ? 2 : 0)),
    );
    expect([...roads.lanes.slice(4, 8)]).toEqual([1, 1, 1, 1]);
    expect([...roads.lanes.slice(10, 14)]).toEqual([1, 1, 1, 1]);
  });
  it('never make a better one worse, nor take a lane for one that is there', () => {
    const city = smallCity();
    const cycleway = city.roads.cycleway.slice().fill(2, 4, 6);
    const after = applyMeasure(
      { ...city, roads: { ...city.roads, cycleway } },
      { ...EXAMPLES['bicycle-lanes'], place: streets('Via Centrale') },
    ).roads;
    expect([...after.cycleway.slice(4, 8)]).toEqual([2, 2, 1, 1]);
    expect([...after.lanes.slice(4, 8)]).toEqual([2, 2, 1, 1]);
  });
  it('can leave the lanes alone', () =>
    expect([
      ...roadsWith('bicycle-lanes', streets('Via Centrale'), { type: 'painted', takesLane: false }).lanes,
    ]).toEqual([...base.lanes]));
});

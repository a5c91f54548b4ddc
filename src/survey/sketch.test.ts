// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { formatSketches, parseSketches, type Sketch, withSpot } from './sketch';

const spot = (lon: number, lat: number, heightM = 0) => ({ at: lonLat(lon, lat), heightM });

describe('sketches in an address', () => {
  const sketches: Sketch[] = [
    { id: 'link-1', kind: 'distance', name: '', spots: [spot(9.19, 45.46), spot(9.2, 45.47, 12.5)] },
    {
      id: 'link-2',
      kind: 'sight',
      name: 'Dal tetto ~ al_parco; 50 %',
      spots: [spot(9.19, 45.46, 30), spot(9.2, 45.47)],
      eyeM: 1.7,
      targetM: 0,
    },
    { id: 'link-3', kind: 'viewshed', name: '', spots: [spot(9.19, 45.46)], eyeM: 1.7, radiusM: 300 },
  ];

  it('are short, and come back as they were', () => {
    expect(formatSketches(sketches.slice(0, 1))).toBe('distance~~9.19,45.46,0_9.2,45.47,12.5');
    expect(parseSketches(formatSketches(sketches))).toEqual(sketches);
    expect(formatSketches(sketches)).not.toMatch(/[&#\s]/);
  });

  it('are passed over where they are none', () => {
    expect(parseSketches('')).toEqual([]);
    expect(parseSketches('distance~~9.19,45.46,0;line~~1,2,3;height~~9,45,0_9,45,NaN')).toEqual([]);
    expect(parseSketches('viewshed~~9.19,45.46,0~1.7,,99999')[0]).not.toHaveProperty('radiusM');
    // More ends than a height has.
    expect(parseSketches('height~~9,45,0_9,45,1_9,45,2')).toEqual([]);
  });

  it('never throw on rubbish', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const sketch of parseSketches(text)) expect(sketch.spots.length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        const [back] = parseSketches(formatSketches([{ ...sketches[0]!, name }]));
        expect(back?.kind).toBe('distance');
      }),
    );
  });
});

it('two clicks at one place are one spot', () => {
  const spots = withSpot([], spot(9.19, 45.46, 3));
  expect(withSpot(spots, spot(9.19, 45.46, 3))).toBe(spots);
  expect(withSpot(spots, spot(9.19, 45.46, 4))).toHaveLength(2);
});

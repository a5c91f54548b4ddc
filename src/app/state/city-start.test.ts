// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { MILANO } from '../../city/place';
import { viewIn } from './city-start';
import { useStore } from './store';

const bologna = {
  city: { ...MILANO, centre: lonLat(11.34, 44.49), bounds: [11.2, 44.4, 11.5, 44.6] as const },
};
const first = useStore.getInitialState().view;
const at = (lon: number, lat: number) => ({ ...first, at: lonLat(lon, lat), zoom: 17, bearingDeg: 90 });

describe('where one stands at the start', () => {
  it('is where the link says, in the city and just outside it', () => {
    expect(viewIn({ city: MILANO }, at(9.13, 45.44))).toEqual(at(9.13, 45.44));
    expect(viewIn({ city: MILANO }, at(8.8, 45.44))).toEqual(at(8.8, 45.44));
    expect(viewIn({ city: MILANO }, first)).toEqual(first);
  });

  it('is the middle of this city, where the link is of another place', () => {
    expect(viewIn(bologna, first)).toEqual({ ...first, at: [11.34, 44.49] });
    expect(viewIn({ city: MILANO }, at(0, 0))).toEqual({ ...first, at: MILANO.centre });
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { TrafficRow } from '../../city/live';
import { LARGEST, PALE } from '../impact/impact-map';
import { PALETTE } from '../palette';
import { trafficClass } from './traffic-classes';
import {
  DASH_SPEED_FACTOR,
  DASH_WRAP_M,
  dashedM,
  dashPeriodM,
  flowShare,
  TrafficTexels,
} from './traffic-texels';

const row = (link: number | null, flowVehH: number | null, speedKmH: number | null): TrafficRow => ({
  id: String(link),
  atMs: 0,
  at: null,
  link,
  flowVehH,
  speedKmH,
  occupancyShare: null,
});
const rgb = (colour: string) => [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));

describe('classes of the speed', () => {
  it.each([
    [50, 'free'],
    [42.5, 'free'],
    [42.4, 'slowed'],
    [32.5, 'slowed'],
    [32.4, 'slow'],
    [22.5, 'slow'],
    [22.4, 'jam'],
    [0, 'jam'],
    [80, 'free'],
  ])('%s km/h where 50 are allowed: %s', (speed, expected) => expect(trafficClass(speed, 50)).toBe(expected));

  it('is none where the speed or the limit is not known', () => {
    for (const [speed, free] of [
      [null, 50],
      [Number.NaN, 50],
      [-1, 50],
      [30, 0],
      [30, Number.NaN],
    ] as const)
      expect(trafficClass(speed, free)).toBeNull();
  });
});

describe('texels of the streets', () => {
  it('hold colour and width, speed and that dashes run', () => {
    const texels = new TrafficTexels([50, 50, 70]);
    texels.write({ fresh: [row(0, 1500, 50), row(2, 3000, 21)], stale: [] }, 'light');
    const { traffic } = PALETTE.light;
    // Half of 3000 vehicles an hour is half of the width: 31.5, rounded.
    expect([...texels.colours]).toEqual([...rgb(traffic.free), 32, 0, 0, 0, 0, ...rgb(traffic.jam), LARGEST]);
    expect([...texels.motion]).toEqual([50, 0, 0, 255, 0, 0, 0, 0, 21, 0, 0, 255]);
  });

  it('are grey and stand still where the report is stale, and a fresh one of the street counts more', () => {
    const texels = new TrafficTexels([50, 50]);
    texels.write({ fresh: [row(1, 1500, 50)], stale: [row(0, 1500, 50), row(1, 100, 5)] }, 'dark');
    expect([...texels.colours.subarray(0, 4)]).toEqual([...rgb(PALETTE.dark.stale), 32 | PALE]);
    expect([...texels.motion.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect([...texels.colours.subarray(4)]).toEqual([...rgb(PALETTE.dark.traffic.free), 32]);
  });

  it('show nothing where nothing goes, nothing is known or there is no such street', () => {
    const texels = new TrafficTexels([50]);
    texels.write({ fresh: [row(0, 0, 50)], stale: [] }, 'light');
    expect(texels.colours[3]).toBe(0);
    texels.write({ fresh: [row(null, 900, 50), row(7, 900, 50), row(0, null, null)], stale: [] }, 'light');
    expect([...texels.colours]).toEqual([0, 0, 0, 0]);
  });

  it('have no dashes where only the flow is known', () => {
    const texels = new TrafficTexels([50]);
    texels.write({ fresh: [row(0, 900, null)], stale: [] }, 'light');
    expect([...texels.colours.subarray(0, 3)]).toEqual(rgb(PALETTE.light.traffic.unknown));
    expect(texels.motion[3]).toBe(0);
    expect(flowShare(null)).toBeCloseTo(0.12);
  });

  it('let dashes go on from where they are when the speed changes', () => {
    const texels = new TrafficTexels([72]);
    texels.write({ fresh: [row(0, 900, 72)], stale: [] }, 'light');
    texels.advance(2);
    texels.write({ fresh: [row(0, 900, 36)], stale: [] }, 'light');
    const offset = () => ((texels.motion[1]! * 256 + texels.motion[2]!) * DASH_WRAP_M) / 65_536;
    // 20 m/s, five times as fast, for 2 s.
    expect(offset()).toBe(200);
    texels.advance(10);
    expect(offset()).toBe(200 + 500);
    texels.advance(10);
    // 1200 m are past the wrap.
    expect(offset()).toBe(1200 - DASH_WRAP_M);
  });
});

describe('dashes', () => {
  it('run so many times as fast as the traffic', () => {
    expect(DASH_SPEED_FACTOR).toBe(5);
    expect(dashedM(0, 36, 3)).toBeCloseTo(150);
    expect(dashedM(1000, 36, 1)).toBeCloseTo(1050 - DASH_WRAP_M);
    expect(dashedM(10, 36, -1)).toBeCloseTo(DASH_WRAP_M - 40);
  });

  it('have a period that is a power of two and divides the wrap, about the same on every screen', () => {
    // 46 px are 23 m at 2 px/m, 102 m at 0.45, 657 m at 0.07; then the longest and the shortest.
    expect([2, 0.45, 0.07, 0.001, 50].map(dashPeriodM)).toEqual([32, 128, 512, 1024, 16]);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { difference } from './live-difference';
import type { LiveFeature } from './live-ground';

const point = (id: string, bikes: string): LiveFeature => ({
  id,
  at: lonLat(9, 45),
  properties: { live: 'bike-station', thing: id, stale: false, bikes },
});

describe('what changes on the map', () => {
  it('is what came, went or differs, and nothing where nothing does', () => {
    const first = difference(new Map(), [point('1', '3'), point('2', '4')]);
    expect(first.diff?.add?.map((f) => f.properties!.id)).toEqual(['1', '2']);
    expect(difference(first.features, [point('2', '4'), point('1', '3')]).diff).toBeNull();
    const next = difference(first.features, [point('2', '5'), point('3', '1')]);
    expect(next.diff?.remove).toEqual(['1']);
    expect(next.diff?.add?.map((f) => f.properties!.id)).toEqual(['2', '3']);
    expect([...next.features.keys()]).toEqual(['2', '3']);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { Vector2 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../city/clock';
import type { ColumnTable } from '../../city/columns';
import { lonLat, plane, planeToLonLat } from '../../city/frames';
import type { PresenceRow } from '../../city/live';
import { NOT_DISCLOSED, staleShare } from '../../layers/live/presence-values';
import type { Stage } from '../../layers/solid/stage';
import type { LivingCity } from '../../stream/live/living-city';
import type { LiveSession } from './live-drawing';
import { PresencePart } from './live-presence';
import { districtField, gridField } from './presence-fields';

const anchor = lonLat(9.19, 45.46);
const place = { anchor, stage: { hazeM: { value: new Vector2(1e4, 2e4) } } as unknown as Stage };
const table = (id: string, columns: Record<string, readonly (number | string)[]>): ColumnTable => ({
  id,
  rows: Object.values(columns)[0]!.length,
  columns: Object.entries(columns).map(([name, values]) =>
    typeof values[0] === 'string'
      ? { name, unit: '1', values: Uint16Array.from(values.keys()), dictionary: values as string[] }
      : { name, unit: '1', values: Float64Array.from(values as number[]) },
  ),
});
/** Half at every hour. */
const week = table('week-profiles', {
  profile: Array.from({ length: 168 }, () => 'cell/7'),
  hour: Array.from({ length: 168 }, (_, hour) => hour),
  value: Array.from({ length: 168 }, () => 0.5),
});
const square = {
  southWestLonDeg: [9.189],
  southWestLatDeg: [45.459],
  southEastLonDeg: [9.191],
  southEastLatDeg: [45.459],
  northEastLonDeg: [9.191],
  northEastLatDeg: [45.461],
  northWestLonDeg: [9.189],
  northWestLatDeg: [45.461],
};
const cells = table('presence-cells', { cell: [7], zone: [0], ...square, profile: ['cell/7'] });
const moment = (kind: Moment['kind']): Moment => ({
  kind,
  atMs: kind === 'typical' ? null : 1000,
  sunMs: 0,
  date: null,
  weekday: 3,
  secondOfDay: 43_200,
});
const [TYPICAL, LIVE, PAST] = [moment('typical'), moment('live'), moment('moment')];

/** Two districts of 10 ha beside each other; only of a date is anything known. */
const zones = table('zones', { id: ['7', '9'], areaM2: [100_000, 100_000] });
const east = 514_000;
const north = 5_034_000;
const rings = table('zone-rings', {
  zone: [0, 0, 0, 0, 1, 1, 1, 1],
  ring: [0, 0, 0, 0, 1, 1, 1, 1],
  eastM: [0, 100, 100, 0, 100, 200, 200, 100].map((m) => m + east),
  northM: [0, 0, 100, 100, 0, 0, 100, 100].map((m) => m + north),
});
const row = (district: number, residents: number): PresenceRow => ({
  id: String(district),
  atMs: 0,
  district,
  residents,
  workers: null,
  visitors: null,
});
function livingOf(fresh: readonly PresenceRow[], stale: readonly PresenceRow[]): Pick<LivingCity, 'known'> {
  const dated = { fresh, stale, lack: null };
  const none = { fresh: [], stale: [], lack: 'no-typical' };
  return { known: (_: string, { kind }: Moment) => (kind === 'typical' ? none : dated) } as never;
}
const districts = (fresh: readonly PresenceRow[], stale: readonly PresenceRow[]) =>
  districtField(place, livingOf(fresh, stale), zones, rings);

describe('presence', () => {
  it('of a grid’s typical week is drawn on a typical day alone', () => {
    const field = gridField(place, cells, week);
    expect(Array.from(field.at(TYPICAL)?.before ?? [])).toEqual([0.5]);
    expect(field.at(LIVE)).toBeNull();
    expect(field.at(PAST)).toBeNull();
  });

  it('of districts is grey where it is out of date, not gone', () => {
    const shown = districts([row(7, 500)], [row(9, 1000)]).at(LIVE);
    // Of the 100 a hectare of the other.
    expect(Array.from(shown?.before ?? [])).toEqual([0.5, staleShare(1)]);
    expect(Array.from(districts([], [row(9, 1000)]).at(PAST)?.before ?? [])).toEqual([
      NOT_DISCLOSED,
      staleShare(1),
    ]);
    expect(districts([], []).at(LIVE)).toBeNull();
  });

  it('is the grid on a typical day, what is reported on another; what is not drawn is not clicked', () => {
    const grid = gridField(place, cells, week);
    const some = districts([row(7, 500)], []);
    const session = {} as Pick<LiveSession, 'city'>;
    const part = new PresencePart(session, [grid, some]);
    const seen = () => [grid.surface.visible, some.surface.visible];
    part.frame({ moment: TYPICAL, look: 'light' });
    expect(seen()).toEqual([true, false]);
    expect(part.pick(anchor)).toEqual({ kind: 'live', live: 'presence', id: 'cell/7', at: anchor });
    part.frame({ moment: LIVE, look: 'light' });
    expect(seen()).toEqual([false, true]);
    expect(part.pick(planeToLonLat(plane(east + 50, north + 60)))).toMatchObject({
      live: 'presence',
      id: '7',
    });
    expect(part.pick(planeToLonLat(plane(east - 50, north + 60)))).toBeNull();
    const alone = new PresencePart(session, [grid]);
    alone.frame({ moment: LIVE, look: 'light' });
    expect(grid.surface.visible).toBe(false);
    expect(alone.pick(anchor)).toBeNull();
  });
});

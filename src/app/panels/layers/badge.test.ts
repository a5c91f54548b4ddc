// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LiveKind } from '../../../city/live';
import type { Known } from '../../../stream/live/known';
import { formats } from '../../text/format';
import { loadPart, startTexts } from '../../text/texts';
import { badgeOf, badgeText, saysSimulated, totalOf } from './badge';

const NOW = 10_000_000;
const MINUTE = 60_000;
const known = (patch: Partial<Known<LiveKind>>, fresh: object[] = [], stale: object[] = []) =>
  ({
    kind: 'bike-station',
    origin: 'live',
    simulated: false,
    newestMs: NOW - 2 * MINUTE,
    lack: null,
    ...patch,
    fresh,
    stale,
  }) as Known<LiveKind>;

beforeAll(async () => {
  startTexts();
  await loadPart('living', 'it');
});

describe('the badge of a living layer', () => {
  type Timetable = Parameters<typeof badgeOf>[2];
  const say = (patch: Partial<Known<LiveKind>>, atMs: number | null = NOW, timetable: Timetable = 'none') =>
    badgeText(badgeOf(known(patch), atMs, timetable), i18next.getFixedT('it'), formats('it'));

  it('says where it comes from and how old it is', () => {
    expect(say({})).toBe('in diretta · 2 min fa');
    expect(say({ newestMs: NOW - 3000 })).toBe('in diretta · ora');
    expect(say({ newestMs: NOW + 5000 })).toBe('in diretta · ora');
    expect(say({ origin: 'history', newestMs: NOW - 45_000 })).toBe('conservato · 45 s fa');
    expect(say({ origin: 'typical', newestMs: null }, null)).toBe('giorno tipo');
    expect(say({ origin: 'none', newestMs: null })).toBe('in diretta · nulla da segnalare');
  });

  it('calls what is made up a simulation, never live', () => {
    const madeUp = { simulated: true } as const;
    expect(say(madeUp)).toBe('simulazione · 2 min fa');
    expect(say({ ...madeUp, newestMs: NOW })).toBe('simulazione · ora');
    expect(say({ ...madeUp, origin: 'history', newestMs: NOW - 45_000 })).toBe(
      'simulazione conservata · 45 s fa',
    );
    expect(say({ ...madeUp, origin: 'none', newestMs: null })).toBe('simulazione · nulla da segnalare');
    expect(say({ ...madeUp, newestMs: null })).toBe('Simulazione');
    const nothing = { origin: 'history', newestMs: null } as const;
    expect(say(nothing)).toBe('conservato · nulla da segnalare');
    expect(say({ ...madeUp, ...nothing })).toBe('simulazione conservata · nulla da segnalare');
    // Of which a part is real is live.
    expect(say({ ...madeUp, partlySimulated: true })).toBe('in diretta · 2 min fa');
    // What the words leave unsaid a mark of its own says.
    const says = (patch: Partial<Known<LiveKind>>) => saysSimulated(badgeOf(known(patch), NOW, 'none'));
    expect(says(madeUp)).toBe(true);
    expect(says({})).toBe(false);
    expect(says({ ...madeUp, partlySimulated: true })).toBe(false);
    expect(says({ ...madeUp, lack: 'stale' })).toBe(false);
    expect(says({ ...madeUp, origin: 'typical' })).toBe(false);
  });

  it('says why it does not count', () => {
    expect(say({ lack: 'stale', newestMs: NOW - 12 * MINUTE })).toBe('non aggiornato da 12 min');
    expect(say({ lack: 'stale', newestMs: NOW - 3 * 3_600_000 })).toBe('non aggiornato da 3 h');
    expect(say({ lack: 'upstream' })).toBe('la fonte non risponde');
    expect(say({ lack: 'no-history', origin: 'none', newestMs: null })).toBe('non disponibile per quest’ora');
    expect(say({ lack: 'no-typical', origin: 'none', newestMs: null }, null)).toBe(
      'non disponibile per quest’ora',
    );
    expect(badgeOf(known({ lack: 'stale' }), NOW, 'none').grey).toBe(true);
    expect(badgeOf(known({ lack: 'connecting' }), NOW, 'none').grey).toBe(false);
  });

  it('is the timetable’s where vehicles do not report, made up or not', () => {
    const silent = { kind: 'vehicle', lack: 'no-feed' } as const;
    expect(say(silent, NOW, 'published')).toBe('programmato');
    expect(badgeOf(known(silent), NOW, 'published').simulated).toBe(false);
    expect(badgeOf(known(silent), NOW, 'simulated')).toMatchObject({ kind: 'scheduled', simulated: true });
  });
});

describe('the total', () => {
  it('leaves out what is stale', () => {
    const rows = [{ bikes: 4 }, { bikes: 9 }];
    expect(totalOf(known({}, rows, [{ bikes: 100 }]), NOW)).toEqual({ n: 2, things: 13, excluded: 1 });
  });

  it('of car parks counts those that are open and say', () => {
    const rows = [
      { free: 5, open: null },
      { free: 7, open: false },
      { free: null, open: true },
    ];
    expect(totalOf(known({ kind: 'car-park' }, rows), NOW)).toEqual({ n: 1, things: 5, excluded: 0 });
  });

  it('of air counts stations, and those with anything over the limit of its own mean', () => {
    const rows = [
      { station: 'a', pollutant: 'NO2', value: 201, averagedH: 1 },
      { station: 'a', pollutant: 'PM10', value: 51, averagedH: 24 },
      { station: 'b', pollutant: 'PM10', value: 50, averagedH: 24 },
      // An hour is not a day, nor eight hours, nor a year.
      { station: 'c', pollutant: 'PM10', value: 90, averagedH: 1 },
      { station: 'd', pollutant: 'O3', value: 179, averagedH: 1 },
      { station: 'e', pollutant: 'PM2.5', value: 60, averagedH: 1 },
    ];
    expect(totalOf(known({ kind: 'air' }, rows), NOW)).toEqual({
      ...{ n: 5, things: 1, excluded: 0 },
      // Of c and e no value is a mean that the law has a limit for.
      incomparable: 2,
    });
    const ozone = [
      { station: 'd', pollutant: 'O3', value: 181, averagedH: 1 },
      { station: 'e', pollutant: 'O3', value: 121, averagedH: 8 },
    ];
    expect(totalOf(known({ kind: 'air' }, ozone), NOW)).toEqual({ n: 2, things: 2, excluded: 0 });
  });

  it('of gates is one feed’s: another counts the same vehicles', () => {
    const gates = (rows: object[]) => totalOf(known({ kind: 'gate-count' }, rows), NOW);
    const all = { id: 'area-c/all', gate: null, vehicles: 4210 };
    const one = { id: 'area-c/1', gate: '1', vehicles: 90 };
    const two = { id: 'area-c/2', gate: '2', vehicles: 30 };
    expect(gates([one, two])).toEqual({ n: 2, things: 120, excluded: 0 });
    expect(gates([one, all])).toEqual({ n: 1, things: 4210, excluded: 0 });
    const others = [
      { ...all, id: 'b::area-c/all', vehicles: 3900 },
      { ...one, id: 'b::area-c/1' },
    ];
    expect(gates([all, ...others])).toEqual({ n: 1, things: 4210, excluded: 0, otherFeeds: 1 });
    expect(gates([one, two, others[1]!])).toEqual({ n: 2, things: 120, excluded: 0, otherFeeds: 1 });
  });

  it('of disruptions counts those that are in force, not those that are announced or over', () => {
    const rows = [
      { fromMs: NOW - MINUTE, toMs: NOW + MINUTE },
      { fromMs: null, toMs: null },
      { fromMs: NOW + MINUTE, toMs: null },
      { fromMs: null, toMs: NOW - MINUTE },
    ];
    expect(totalOf(known({ kind: 'alert' }, rows), NOW)).toEqual({ n: 2, things: 0, excluded: 0 });
  });
});

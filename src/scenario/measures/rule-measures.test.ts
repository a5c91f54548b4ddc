// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../../city/city-inputs';
import { lonLatToPlane } from '../../city/frames';
import { applyMeasure } from '../apply-scenario';
import { centre, EXAMPLES, streets, city as wholeCity } from '../fixtures/examples';
import { newMeasure } from '../fixtures/new-measure';
import { smallCity, squareAbout } from '../fixtures/small-city';
import { EMPTY_SCENARIO } from '../scenario';
import { type MeasureId, measureKind } from '.';
import type { Place } from './measure';

const withMeasure = (
  city: CityInputs,
  id: MeasureId,
  change: { place?: Place; config?: unknown; id?: string },
) => applyMeasure(city, { ...EXAMPLES[id], ...change });
const preset = (city: CityInputs, id: MeasureId, presetId: string) =>
  applyMeasure(city, newMeasure(EMPTY_SCENARIO, measureKind(id), presetId));
const free = { visitor: 0, resident: 0, goods: 0 };
const hours = { fromMin: 480, toMin: 600 };

describe('road pricing', () => {
  it('takes the place of the charge of the same area', () => {
    const { charges } = preset(smallCity(), 'road-pricing', 'area-c-5').rules;
    expect(charges).toEqual([
      {
        id: 'area-c',
        entries: Int32Array.of(4, 7, 14, 17),
        connectorEntries: Int32Array.of(3, 5),
        inside: Uint8Array.of(0, 1, 0, 0),
        hours: { fromMin: 450, toMin: 1170 },
        priceEur: { visitor: 5, resident: 2, goods: 5 },
      },
    ]);
  });

  it('suspended takes it away, and says so where there is none', () => {
    const suspended = preset(smallCity(), 'road-pricing', 'area-c-suspended');
    expect(suspended.rules.charges).toEqual([]);
    expect(suspended.rules.bans).toHaveLength(1);
    expect(() => preset(suspended, 'road-pricing', 'area-c-suspended')).toThrow('nothing-to-change: area-c');
  });

  it('extended to the trolleybus ring is paid there, once', () => {
    const { charges } = preset(smallCity(), 'road-pricing', 'area-c-extended').rules;
    expect(charges).toHaveLength(1);
    expect(charges[0]).toMatchObject({ id: 'm1', priceEur: { visitor: 7.5 } });
    // Nothing but the motorway crosses the ring; all districts lie in it.
    expect(charges[0]?.entries).toEqual(Int32Array.of(22));
    expect(charges[0]?.inside).toEqual(Uint8Array.of(1, 1, 1, 0));
  });

  it('of an area beside it is paid as well', () => {
    const place: Place = { kind: 'polygon', ring: squareAbout(1000, 500, 200) };
    const { charges } = withMeasure(smallCity(), 'road-pricing', { place, id: 'east' }).rules;
    expect(charges.map(({ id }) => id)).toEqual(['area-c', 'east']);
    expect(charges[1]?.entries).toEqual(Int32Array.of(6, 18, 21));
  });

  it('needs an area that the city has, with the centre of a district in it', () => {
    const at = (place: Place) => () => withMeasure(smallCity(), 'road-pricing', { place });
    expect(at({ kind: 'area', areaId: 'ztl-99' })).toThrow('measure road-pricing: no-such-area: ztl-99');
    expect(at({ kind: 'area', areaId: 'pedestrian' })).toThrow('no-such-area: pedestrian');
    expect(at({ kind: 'polygon', ring: squareAbout(250, 500, 100) })).toThrow('no-district-there: polygon');
    expect(
      withMeasure(smallCity(), 'road-pricing', {
        place: { kind: 'area', areaId: 'ztl-7' },
        config: { hours, priceEur: { ...free, goods: 1 } },
      }).rules.charges.map(({ id }) => id),
    ).toEqual(['area-c']);
  });

  it('of a class is of all its areas as one, of an id of that one', () => {
    const city = smallCity();
    const east = squareAbout(1000, 500, 200).map(lonLatToPlane);
    const areas = [
      ...city.areas,
      { id: 'ztl-9', class: 'area-c', name: 'Area C est', rings: [east] } as const,
    ];
    const charged = (areaId: string) =>
      withMeasure({ ...city, areas }, 'road-pricing', { place: { kind: 'area', areaId } }).rules.charges;
    expect(charged('area-c')).toHaveLength(1);
    expect(charged('area-c')[0]?.inside).toEqual(Uint8Array.of(0, 1, 1, 0));
    expect(charged('ztl-9').map(({ id }) => id)).toEqual(['area-c', 'ztl-9']);
    expect(charged('ztl-9')[1]?.inside).toEqual(Uint8Array.of(0, 0, 1, 0));
  });
});

describe('an emission ban', () => {
  it('takes the place of that of the same area', () => {
    const { bans } = preset(smallCity(), 'emission-ban', 'area-b-no-derogations').rules;
    expect(bans).toHaveLength(1);
    expect(bans[0]).toMatchObject({ id: 'area-b', derogatedShare: 0 });
    expect(bans[0]?.classes).toHaveLength(9);
    expect(bans[0]?.inside).toEqual(Uint8Array.of(1, 1, 1, 0));
  });
  it('needs the centre of a district in it', () =>
    expect(() =>
      withMeasure(smallCity(), 'emission-ban', {
        place: { kind: 'polygon', ring: squareAbout(250, 500, 100) },
      }),
    ).toThrow('no-district-there: polygon'));
  it('without classes takes it away', () => {
    const none = { config: { ...(EXAMPLES['emission-ban'].config as object), classes: [] } };
    const without = withMeasure(smallCity(), 'emission-ban', none);
    expect(without.rules.bans).toEqual([]);
    expect(() => withMeasure(without, 'emission-ban', none)).toThrow('nothing-to-change: ztl-8');
  });
});

describe('remote work', () => {
  const shares = (config: unknown) =>
    withMeasure(smallCity(), 'remote-work', { config }).rules.remoteWorkShare;
  const shareBySector = { office: 0.5, public: 0.4, retail: 0.1, industry: 0, care: 0.8 };
  it('of all who can is more than today’s, in offices and public ones', () => {
    const today = smallCity().rules.remoteWorkShare;
    const {
      office,
      public: administration,
      ...others
    } = shares({ who: 'who-can', share: 0.4, shareBySector });
    expect(office).toBeCloseTo(today.office + (1 - today.office) * 0.4, 12);
    expect(administration).toBeCloseTo(today.public + (1 - today.public) * 0.4, 12);
    expect(others).toEqual({ retail: today.retail, industry: today.industry, care: today.care });
    expect(shares({ who: 'who-can', share: 0, shareBySector })).toEqual(today);
  });
  it('by sector is as said', () =>
    expect(shares({ who: 'by-sector', share: 0.4, shareBySector })).toEqual(shareBySector));
});

describe('a school street', () => {
  it('is closed in its hours, and others stay', () => {
    const first = withMeasure(smallCity(), 'school-street', {});
    const { closures } = withMeasure(first, 'school-street', {
      id: 'other',
      place: centre,
      config: { hours },
    }).rules;
    expect(closures).toEqual([
      { id: 'school-street', links: Int32Array.of(0, 1, 2, 3), hours: { fromMin: 465, toMin: 510 } },
      { id: 'other', links: Int32Array.of(14, 15, 16, 17), hours },
    ]);
  });
  it('is no motorway', () =>
    expect(() => withMeasure(smallCity(), 'school-street', { place: streets('Autostrada') })).toThrow(
      'nothing-to-change: way-6',
    ));
});

describe('delivery hours', () => {
  const deliveries = (city: CityInputs, place: Place, config = { hours }) =>
    withMeasure(city, 'delivery-hours', { place, config });
  const east: Place = { kind: 'polygon', ring: squareAbout(1000, 500, 100) };
  it('hold where the centre of a district is, or in the whole city', () => {
    expect(deliveries(smallCity(), centre).rules.deliveries).toEqual({
      hours,
      inside: Uint8Array.of(0, 1, 0, 0),
    });
    expect(deliveries(smallCity(), wholeCity).rules.deliveries?.inside).toEqual(Uint8Array.of(1, 1, 1, 0));
    expect(() => deliveries(smallCity(), { kind: 'polygon', ring: squareAbout(250, 500, 100) })).toThrow(
      'no-district-there: polygon',
    );
  });
  it('are widened by the same hours and replaced by others', () => {
    const first = deliveries(smallCity(), centre);
    expect(deliveries(first, east).rules.deliveries?.inside).toEqual(Uint8Array.of(0, 1, 1, 0));
    const night = { hours: { fromMin: 0, toMin: 360 } };
    expect(deliveries(first, east, night).rules.deliveries).toEqual({
      ...night,
      inside: Uint8Array.of(0, 0, 1, 0),
    });
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../city/city-inputs';
import { applyMeasure, applyScenario } from './apply-scenario';
import { EXAMPLES, streets } from './fixtures/examples';
import { smallCity, squareAbout } from './fixtures/small-city';
import { MEASURES, type MeasureId } from './measures';
import { EMPTY_SCENARIO, type Measure } from './scenario';

const scenario = (...measures: Measure[]) => ({ ...EMPTY_SCENARIO, measures });
const example = (id: MeasureId, change: Partial<Measure> = {}): Measure => ({ ...EXAMPLES[id], ...change });
const refusal = (city: CityInputs, ...measures: Measure[]) => {
  try {
    applyScenario(city, scenario(...measures));
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
};

/** What is another object after, as deep as objects go: `roads.open`, `rules.charges`. */
function changedIn(before: object, after: object, path = ''): string[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const old = (before as Record<string, unknown>)[key];
    if (old === value) return [];
    const isPlain = typeof old === 'object' && old?.constructor === Object;
    return isPlain ? changedIn(old, value, `${path}${key}.`) : [`${path}${key}`];
  });
}

const CHANGES: Record<MeasureId, string[]> = {
  'road-pricing': ['rules.charges'],
  'emission-ban': ['rules.bans'],
  'close-streets': ['roads.open'],
  'one-way': ['roads.lanes', 'roads.open'],
  lanes: ['roads.lanes'],
  'speed-limit': ['roads.speedKmH'],
  'transit-line': [
    'transit.stops.count',
    'transit.stops.name',
    'transit.stops.eastM',
    'transit.stops.northM',
    'transit.patterns',
  ],
  'transit-frequency': ['transit.patterns'],
  'transit-fare': ['transit.fareEur'],
  'bicycle-lanes': ['roads.lanes', 'roads.cycleway'],
  'parking-price': ['zones.parkingEurH'],
  'remote-work': ['rules.remoteWorkShare.office', 'rules.remoteWorkShare.public'],
  'school-street': ['rules.closures'],
  'new-housing': ['zones.residents', 'zones.minors', 'people.newHomes', 'green'],
  'new-jobs': ['zones.jobs.office', 'zones.jobs.care'],
  'delivery-hours': ['rules.deliveries'],
  'new-school': ['people.schools'],
  'school-places': ['people.schools'],
  'move-school': ['people.schools'],
  'close-school': ['people.schools'],
  'new-service': ['people.services'],
  'home-care-team': ['people.services'],
  'outreach-calls': ['people.outreachShare'],
  'large-store': ['shops.changes'],
  'plant-trees': ['green'],
  'new-park': ['green'],
  'de-paving': ['green'],
};

describe('a scenario applied', () => {
  it.each(MEASURES.map(({ id }) => id))(
    '%s changes this and nothing else, and never what it was given',
    (id) => {
      const city = smallCity();
      const kept = structuredClone(city);
      const after = applyScenario(city, scenario(EXAMPLES[id]));
      expect(changedIn(city, after).sort()).toEqual([...CHANGES[id]].sort());
      expect(city).toEqual(kept);
      expect(applyScenario(city, scenario(EXAMPLES[id]))).toEqual(after);
    },
  );

  it('is the same city where no measure is on', () => {
    const city = smallCity();
    expect(applyScenario(city, EMPTY_SCENARIO)).toBe(city);
    const off = MEASURES.map(({ id }) => example(id, { on: false }));
    expect(applyScenario(city, scenario(...off))).toBe(city);
  });

  it('asks nothing of a measure that is switched off, however wrong', () => {
    const city = smallCity();
    expect(applyScenario(city, scenario(example('lanes', { on: false, kind: 'teleport' })))).toBe(city);
  });

  it('follows the order of the list: the later holds', () => {
    const city = smallCity();
    const at = (priceEurH: number) => example('parking-price', { config: { priceEurH } });
    const price = (...measures: Measure[]) =>
      applyScenario(city, scenario(...measures)).zones.parkingEurH.slice(0, 3);
    expect(price(at(2), at(6))).toEqual(Float64Array.of(6, 6, 6));
    expect(price(at(6), at(2))).toEqual(Float64Array.of(2, 2, 2));
  });

  const ONCE: MeasureId[] = [
    'road-pricing',
    'emission-ban',
    'close-streets',
    'speed-limit',
    'transit-line',
    'transit-fare',
    'bicycle-lanes',
    'parking-price',
    'school-street',
    'delivery-hours',
    'school-places',
    'outreach-calls',
  ];
  // Also bicycle lanes: a lane is taken where one is built, and it is built once.
  it.each(ONCE)('%s said twice is as said once', (id) => {
    const once = applyScenario(smallCity(), scenario(EXAMPLES[id]));
    const twice = applyScenario(once, scenario(EXAMPLES[id]));
    expect(twice).toEqual(once);
  });

  it('adds what is said twice where it is a difference', () => {
    const city = smallCity();
    const twice = (id: MeasureId) =>
      applyScenario(city, scenario(EXAMPLES[id], example(id, { id: 'again' })));
    expect(twice('new-housing').zones.residents[1]).toBe(7000);
    expect(twice('new-jobs').zones.jobs.office[1]).toBe(20_600);
    expect(twice('transit-frequency').transit.patterns[0]?.headwayMin).toBe(1);
  });

  it('refuses what is not well formed, naming measure, field and fault', () => {
    const city = smallCity();
    expect(refusal(city, example('lanes', { kind: 'teleport' }))).toBe(
      'measure lanes: unknown-kind: teleport',
    );
    expect(refusal(city, example('lanes', { config: { lanesMore: 0.5 } }))).toBe(
      'measure lanes: bad-config: config.lanesMore: not-whole (0.5)',
    );
    expect(refusal(city, example('lanes', { place: { kind: 'city' } }))).toBe(
      'measure lanes: bad-place: place: wrong-place (city)',
    );
    expect(refusal(city, example('lanes', { place: { kind: 'streets', streetIds: [], lines: [] } }))).toBe(
      'measure lanes: bad-place: place: not-drawn',
    );
  });

  it('applies a measure by itself whether it is on or not', () =>
    expect(applyMeasure(smallCity(), example('transit-fare', { on: false })).transit.fareEur).toBe(0));
});

describe('a network that measures break', () => {
  const east = { kind: 'polygon', ring: squareAbout(1000, 500, 600) } as const;
  const closed = (place: Measure['place'], id = 'closed') => example('close-streets', { id, place });
  const school = (id: string, name: 'Via Sud' | 'Via Centrale', fromMin: number) =>
    example('school-street', {
      id,
      place: streets(name),
      config: { hours: { fromMin, toMin: fromMin + 60 } },
    });

  it('is refused, naming the measure and the district that is cut off', () => {
    expect(refusal(smallCity(), closed(east))).toBe('measure closed: network-broken: Est');
    expect(refusal(smallCity(), closed(streets('Autostrada')))).toBe(
      'measure closed: network-broken: Autostrada',
    );
  });

  it('is refused where a district can be entered but not left', () => {
    const oneWay = (id: string, place: Measure['place']) => example('one-way', { id, place });
    const sud = oneWay('sud', streets('Via Sud'));
    const centrale = oneWay('centrale', streets('Via Centrale'));
    expect(refusal(smallCity(), sud)).toBe('not refused');
    // Via Nord runs eastward already: nothing leads back.
    expect(refusal(smallCity(), sud, centrale)).toBe('measure centrale: network-broken: Centro, Est');
  });

  it('is refused where it is broken for an hour, by closures of the same hour only', () => {
    expect(refusal(smallCity(), school('a', 'Via Sud', 465), school('b', 'Via Centrale', 510))).toBe(
      'measure b: network-broken: Centro, Est',
    );
    expect(refusal(smallCity(), school('a', 'Via Sud', 465), school('b', 'Via Centrale', 525))).toBe(
      'not refused',
    );
  });

  it('is no fault of a measure where the city was so before', () => {
    const city = smallCity();
    const open = city.roads.open.slice();
    open.fill(0, 22);
    const cut = { ...city, roads: { ...city.roads, open } };
    expect(refusal(cut, closed(streets('Via Sud')))).toBe('not refused');
    expect(refusal(cut, closed(east))).toBe('measure closed: network-broken: Est');
  });
});

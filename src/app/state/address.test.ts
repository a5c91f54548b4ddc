// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../city/clock';
import { lonLat } from '../../city/frames';
import { GROUND_LAYERS } from '../../city/ground';
import { LIVE_KINDS } from '../../city/live';
import { GREEN_FIGURES } from '../../simulation/green-protocol';
import { NEED_PRESET_IDS } from '../../simulation/need-presets';
import { POPULATION_GROUPS } from '../../simulation/people-protocol';
import type { Sketch } from '../../survey/sketch';
import {
  type AddressState,
  formatAddress,
  PLAIN_ADDRESS,
  parseAddress,
  scenarioLink,
  settle,
} from './address';
import { COMPARE_MODES, type Comparison } from './comparison';
import {
  NORMALISATIONS,
  PEOPLE_THEMES,
  type PeopleView,
  SCHOOL_FIGURES,
  SERVICE_FIGURES,
  SERVICE_TOPICS,
  SHOP_FIGURES,
  SHOWN,
  SHOWN_GRADES,
  SHOWN_SHOP_SECTORS,
  TEAM_HOURS,
  weightsOf,
} from './people-view';
import { QUALITY_LEVELS, type Selection, type View } from './store';

const view: fc.Arbitrary<View> = fc
  .record({
    at: fc
      .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }))
      .map(([lon, lat]) => lonLat(lon, lat)),
    zoom: fc.double({ min: 0, max: 24, noNaN: true }),
    pitchDeg: fc.double({ min: 0, max: 85, noNaN: true }),
    bearingDeg: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  .map(settle);
const id = fc.string({ minLength: 1, unit: 'grapheme' });
const selection: fc.Arbitrary<Selection> = fc.oneof(
  id.map((stableId) => ({ kind: 'building' as const, stableId })),
  fc.nat(999_999).map((n) => ({ kind: 'district' as const, id: n })),
  fc
    .record({ layer: fc.constantFrom(...GROUND_LAYERS), id, at: view.map((v) => v.at) })
    .map((thing) => ({ kind: 'thing' as const, ...thing })),
  fc
    .record({ live: fc.constantFrom(...LIVE_KINDS), id, at: view.map((v) => v.at) })
    .map((thing) => ({ kind: 'live' as const, ...thing })),
);
const clock: fc.Arbitrary<Clock> = fc.oneof(
  fc.constant({ kind: 'live' as const }),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((d) => ({ kind: 'moment' as const, atMs: d.getTime(), sinceMs: 0, speed: 0 as const })),
  fc
    .record({ weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7), secondOfDay: fc.nat(86_399) })
    .map((c) => ({ kind: 'typical' as const, ...c, sinceMs: 0, speed: 0 as const }) as Clock),
);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const sketch: fc.Arbitrary<Sketch> = fc.record({
  id: fc.constant(''),
  kind: fc.constant('distance' as const),
  name: fc.string({ maxLength: 20 }),
  spots: fc.array(
    fc.record({
      at: view.map((v) => v.at),
      heightM: fc.integer({ min: 0, max: 23_000 }).map((cm) => cm / 100),
    }),
    { minLength: 2, maxLength: 4 },
  ),
});
const layers = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), fc.boolean(), {
  noNullPrototype: true,
});
const filters: fc.Arbitrary<AddressState['filters']> = fc.dictionary(
  fc.constantFrom('building', 'tree'),
  fc.record({
    others: fc.constantFrom('faint' as const, 'hidden' as const),
    conditions: fc.array(
      fc.record({
        attribute: fc.constantFrom('year', '*'),
        kind: fc.constant('words' as const),
        words: fc.string(),
      }),
      { maxLength: 3 },
    ),
  }),
  { noNullPrototype: true },
);
const colourings: fc.Arbitrary<AddressState['colourings']> = fc.dictionary(
  fc.constantFrom('building', 'district'),
  fc.record({
    attribute: fc.constant('year'),
    scale: fc.record({ kind: fc.constant('continuous' as const) }),
    palette: fc.constantFrom('viridis' as const, 'blue-red' as const),
  }),
  { noNullPrototype: true },
);
const compare = fc.record(
  {
    mode: fc.constantFrom(...COMPARE_MODES),
    split: fc.integer({ min: 20, max: 980 }).map((n) => n / 1000),
    layers,
    clock,
    filters,
    colourings,
  },
  { requiredKeys: ['mode', 'split'] },
) as fc.Arbitrary<Comparison>;
const people: fc.Arbitrary<PeopleView> = fc.constantFrom(...NEED_PRESET_IDS).chain((preset) =>
  fc.record({
    theme: fc.constantFrom(...PEOPLE_THEMES),
    group: fc.constantFrom(...POPULATION_GROUPS),
    show: fc.constantFrom(...SHOWN),
    grade: fc.constantFrom(...SHOWN_GRADES),
    figure: fc.constantFrom(...SCHOOL_FIGURES),
    shopSector: fc.constantFrom(...SHOWN_SHOP_SECTORS),
    shopFigure: fc.constantFrom(...SHOP_FIGURES),
    service: fc.constantFrom(...SERVICE_TOPICS),
    serviceFigure: fc.constantFrom(...SERVICE_FIGURES),
    green: fc.constantFrom(...GREEN_FIGURES),
    preset: fc.constant(preset),
    // Of each indicator another weight than the preset's, or none of its own; the first never nought.
    weights: fc
      .tuple(
        ...weightsOf({ preset, weights: {} }).map(() =>
          fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
        ),
      )
      .map((drawn) =>
        Object.fromEntries(
          weightsOf({ preset, weights: {} }).flatMap(({ id, weight }, i) => {
            const one = drawn[i] ?? null;
            return one === null || one === weight || (i === 0 && one === 0) ? [] : [[id, one]];
          }),
        ),
      ),
    normalisation: fc.constantFrom(...NORMALISATIONS),
    teams: fc.integer({ min: 1, max: 10 }),
    hoursAWeek: fc.integer({ min: TEAM_HOURS.least, max: TEAM_HOURS.most }),
  }),
);
const state: fc.Arbitrary<AddressState> = fc.record({
  view: orNull(view),
  layers,
  selection: orNull(selection),
  list: orNull(fc.constantFrom(...GROUND_LAYERS, 'building' as const)),
  scenarioOpen: fc.boolean(),
  keptScenario: orNull(fc.uuid()),
  modelOpen: fc.boolean(),
  toolsOpen: fc.boolean(),
  asking: orNull(fc.constantFrom('building' as const, 'district' as const)),
  people: orNull(people),
  peopleMethodOpen: fc.boolean(),
  filters,
  colourings,
  sketches: orNull(
    fc
      .array(sketch, { minLength: 1, maxLength: 4 })
      .map((all) => all.map((s, i) => ({ ...s, id: `link-${i + 1}` }))),
  ),
  language: fc.constantFrom('it' as const, 'en' as const),
  lookChoice: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
  quality: orNull(fc.constantFrom(...QUALITY_LEVELS)),
  compare: orNull(compare),
  clock,
});

describe('address', () => {
  it('comes back exactly as it went', () => {
    fc.assert(
      fc.property(state, (s) => {
        expect(parseAddress(formatAddress(s))).toEqual(s);
      }),
    );
  });

  it('stays the same however often it is written', () => {
    fc.assert(
      fc.property(state, (s) => {
        const once = formatAddress(s);
        expect(formatAddress(parseAddress(once))).toBe(once);
      }),
    );
  });

  it('takes any text without throwing, and gives something that can be written again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((s) => `#v=1&view=${s}&sel=${s}&on=${s}`),
        ),
        (text) => {
          const read = parseAddress(text);
          expect(parseAddress(formatAddress(read))).toEqual(read);
        },
      ),
    );
  });

  it('passes over rubbish and keeps the rest', () => {
    expect(
      parseAddress(
        '#v=9&view=9.2,99,14,0,0&on=,trees,A B,%zz&sel=ship:1&lang=fr&time=yesterday&list=tree&&=x',
      ),
    ).toEqual({ ...PLAIN_ADDRESS, layers: { trees: true }, list: 'tree' });
    expect(parseAddress('#view=9.2,45.4,NaN,0,0').view).toBeNull();
    expect(parseAddress('#view=9.2,45.4,14').view).toBeNull();
    expect(parseAddress('#sel=transit-stop:4@9.2').selection).toBeNull();
    expect(parseAddress('#sel=building:').selection).toBeNull();
    expect(parseAddress('')).toEqual(PLAIN_ADDRESS);
  });

  it('writes a short, readable link', () => {
    expect(
      formatAddress({
        ...PLAIN_ADDRESS,
        view: { at: lonLat(9.19186000000001, 45.46416), zoom: 14.6, pitchDeg: 60, bearingDeg: -20 },
        layers: { trees: true, transit: false },
        selection: { kind: 'building', stableId: 'osm-w123' },
        language: 'en',
      }),
    ).toBe('#v=1&view=9.19186,45.46416,14.6,60,-20&on=trees&off=transit&sel=building:osm-w123&lang=en');
  });

  it('reads the links of version 1', () => {
    const kept =
      '#v=1&view=9.1895,45.4641,16.25,55,-17.5&on=services,trees&off=transit&sel=transit-stop:atm%3A881@9.1889,45.4637&list=transit-stop&lang=en&look=dark&quality=low&time=2026-11-22T08:00:00.000Z';
    expect(parseAddress(kept)).toEqual({
      view: { at: [9.1895, 45.4641], zoom: 16.25, pitchDeg: 55, bearingDeg: -17.5 },
      layers: { services: true, trees: true, transit: false },
      selection: { kind: 'thing', layer: 'transit-stop', id: 'atm:881', at: [9.1889, 45.4637] },
      list: 'transit-stop',
      scenarioOpen: false,
      keptScenario: null,
      modelOpen: false,
      toolsOpen: false,
      asking: null,
      people: null,
      peopleMethodOpen: false,
      filters: {},
      colourings: {},
      sketches: null,
      language: 'en',
      lookChoice: 'dark',
      quality: 'low',
      compare: null,
      clock: { kind: 'moment', atMs: Date.parse('2026-11-22T08:00:00Z'), sinceMs: 0, speed: 0 },
    });
    expect(parseAddress('#v=1&panel=scenario&panel2=x').scenarioOpen).toBe(true);
    expect(parseAddress('#v=1&panel=other').scenarioOpen).toBe(false);
    expect(parseAddress('#v=1&panel=scenario,model')).toMatchObject({ scenarioOpen: true, modelOpen: true });
    expect(formatAddress({ ...PLAIN_ADDRESS, modelOpen: true })).toBe('#v=1&panel=model');
  });

  it('opens a kept scenario by its id, and nothing that is none', () => {
    const id = '2b1f0c9e-8a34-4c5d-9e6f-0123456789ab';
    const link = scenarioLink(id, 'https://gemello.example/x/#v=1&list=tree');
    expect(link).toBe(`https://gemello.example/x/#v=1&panel=scenario&scenario=${id}`);
    expect(parseAddress(new URL(link).hash)).toMatchObject({ scenarioOpen: true, keptScenario: id });
    for (const rubbish of ['', 'x', `${id}0`, '../../me']) {
      expect(parseAddress(`#scenario=${rubbish}`).keptScenario).toBeNull();
    }
  });

  it('says of a second view only what is told apart', () => {
    const read = (hash: string) => parseAddress(hash).compare;
    const written = (compare: Comparison) => formatAddress({ ...PLAIN_ADDRESS, compare });
    const sunday = { kind: 'typical', weekday: 7, secondOfDay: 30_600, sinceMs: 0, speed: 0 } as const;
    expect(written({ mode: 'side', split: 0.5 })).toBe('#v=1&compare=side,0.5');
    const both = {
      mode: 'swipe',
      split: 0.25,
      layers: { trees: true, transit: false },
      clock: sunday,
    } as const;
    expect(written(both)).toBe(
      '#v=1&compare=swipe,0.25,layers,clock&b-on=trees&b-off=transit&b-time=w7-08:30',
    );
    expect(read(written(both))).toEqual(both);
    // Its layers are those of the start, and it is live, whatever the first view is.
    expect(read('#v=1&on=trees&time=w3-08:00&compare=side,0.5,layers,clock')).toEqual({
      mode: 'side',
      split: 0.5,
      layers: {},
      clock: { kind: 'live' },
    });
    expect(read('#v=1&compare=three,0.5')).toBeNull();
    expect(read('#v=1&compare=swipe,7,wings&b-on=trees')).toEqual({ mode: 'swipe', split: 0.5 });
    expect(read('#v=1&compare=swipe,0')).toEqual({ mode: 'swipe', split: 0.02 });
  });

  it('writes and reads the clock: nothing while it is live', () => {
    const time = (hash: string) => parseAddress(hash).clock;
    const at = (iso: string) => ({ kind: 'moment', atMs: Date.parse(iso), sinceMs: 0, speed: 0 });
    const typical = { kind: 'typical', weekday: 3, secondOfDay: 30_600, sinceMs: 0, speed: 0 } as const;
    expect(formatAddress(PLAIN_ADDRESS)).toBe('#v=1');
    expect(formatAddress({ ...PLAIN_ADDRESS, clock: typical })).toBe('#v=1&time=w3-08:30');
    expect(formatAddress({ ...PLAIN_ADDRESS, clock: { ...typical, secondOfDay: 86_399.7 } })).toBe(
      '#v=1&time=w3-23:59:59',
    );
    expect(
      formatAddress({
        ...PLAIN_ADDRESS,
        clock: { kind: 'moment', atMs: Date.UTC(2026, 10, 25, 7, 30), sinceMs: 5, speed: 60 },
      }),
    ).toBe('#v=1&time=2026-11-25T07:30Z');
    expect(time('#time=w3-08:30')).toEqual(typical);
    const dated = { ...typical, weekday: 7, date: { year: 2026, month: 6, day: 21 } } as const;
    expect(formatAddress({ ...PLAIN_ADDRESS, clock: dated })).toBe('#v=1&time=d2026-06-21T08:30');
    expect(time('#time=d2026-06-21T08:30')).toEqual(dated);
    expect(time('#time=2026-11-25T08:30+01:00')).toEqual(at('2026-11-25T07:30:00Z'));
    // Without its zone it is Rome's, in winter and in summer.
    expect(time('#time=2026-11-25T08:30')).toEqual(at('2026-11-25T07:30:00Z'));
    expect(time('#time=2026-07-25T08:30:15')).toEqual(at('2026-07-25T06:30:15Z'));
    for (const rubbish of [
      'w0-08:30',
      'w8-08:30',
      'w3-24:00',
      'w3-8:30',
      'd2026-02-29T08:30',
      'd1950-06-21T08:30',
      'd2026-06-21',
      '2026-13-01T00:00',
      'mer-0830',
    ])
      expect(time(`#time=${rubbish}`), rubbish).toEqual({ kind: 'live' });
  });

  it('writes and reads a live thing', () => {
    const selection = { kind: 'live', live: 'bike-station', id: 'a:7', at: lonLat(9.19, 45.46) } as const;
    expect(formatAddress({ ...PLAIN_ADDRESS, selection })).toBe(
      '#v=1&sel=live.bike-station:a%3A7@9.19,45.46',
    );
    expect(parseAddress('#sel=live.bike-station:a%3A7@9.19,45.46').selection).toEqual(selection);
    expect(parseAddress('#sel=live.ship:7@9.19,45.46').selection).toBeNull();
  });

  it('writes and reads filters and colourings by table, and the panel they are made in', () => {
    const state: AddressState = {
      ...PLAIN_ADDRESS,
      asking: 'district',
      filters: {
        building: {
          others: 'hidden',
          conditions: [
            { attribute: 'year', kind: 'range', from: null, to: 1944 },
            { attribute: 'storeys', kind: 'range', from: 6, to: null },
          ],
        },
        district: { others: 'faint', conditions: [{ attribute: 'name', kind: 'words', words: 'a;b@c&d' }] },
      },
      colourings: {
        building: {
          attribute: 'year',
          scale: { kind: 'classed', method: 'natural', classes: 5 },
          palette: 'viridis',
        },
      },
    };
    const hash = formatAddress(state);
    expect(hash).toBe(
      '#v=1&panel=ask-district&filter=building@hidden~year:..1944~storeys:6..;district@faint~name:*a%3Bb%40c%26d&colour=building@year~natural-5~viridis',
    );
    expect(parseAddress(hash)).toEqual(state);
    expect(parseAddress('#filter=nowhere@hidden~a:1..;building@x&colour=building@year~pink')).toEqual(
      PLAIN_ADDRESS,
    );
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it, vi } from 'vitest';
import { BUILDING_USES } from '../city/building';
import type { ColumnTable } from '../city/columns';
import { plane, planeToLonLat } from '../city/frames';
import { GREENERY_CLASSES, type GreeneryClass } from '../city/ground';
import { streetTables } from './models/walking/fixtures/street-tables';
import type { FromWalker, ToWalker, WalkQuestion, WalkStep } from './walk-protocol';
import { WalkError, Walker, type WalkWorker } from './walker';
import { NoStreetError, WalkingCity } from './walking-city';

const [E, N] = [514_000, 5_034_000];
const table = (
  id: string,
  columns: Record<string, readonly number[]>,
  dictionaries: Record<string, readonly string[]> = {},
): ColumnTable => ({
  id,
  rows: Object.values(columns)[0]!.length,
  columns: Object.entries(columns).map(([name, values]) => ({
    name,
    unit: '1',
    values: Float64Array.from(values),
    ...(dictionaries[name] ? { dictionary: dictionaries[name] } : {}),
  })),
});

/** One street of 3 km east, a park of 200 × 100 m beside it from 2,000 m on, houses along it. */
function town(): WalkingCity {
  const streets = streetTables(
    [
      [E, N],
      [E + 3000, N],
    ],
    [{ from: 0, to: 1 }],
  );
  const houses = [0, 500, 1000, 1500, 1790, 1000].map((x, i) =>
    planeToLonLat(plane(E + x, N + (i === 5 ? 40 : 20))),
  );
  const box = (x: number, y: number, w: number, h: number) => [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  const greens: { id: string; class: GreeneryClass; ring: number[][]; areaM2: number }[] = [
    { id: 'park', class: 'park', ring: box(2000, 15, 200, 100), areaM2: 20_000 },
    { id: 'garden', class: 'garden', ring: box(100, 15, 20, 20), areaM2: 400 },
    { id: 'play', class: 'playground', ring: box(2050, 50, 20, 20), areaM2: 400 },
    { id: 'lonely', class: 'park', ring: box(0, 900, 200, 100), areaM2: 20_000 },
  ];
  const city = new WalkingCity();
  city.add([
    streets.nodes,
    streets.links,
    streets.shapes,
    table('buildings', {
      lonDeg: houses.map(([lon]) => lon),
      latDeg: houses.map(([, lat]) => lat),
      heightDm: houses.map(() => 90),
      storeys: houses.map(() => 3),
      use: [1, 1, 1, 1, 1, 3].map((use) => use),
      district: houses.map(() => 7),
      areaM2: houses.map(() => 1000),
    }),
    table('population', { zone: [7], year: [2024], total: [1000], aged65Plus: [15], minors: [200] }),
    table(
      'green-areas',
      {
        id: [0, 1, 2, 3],
        class: greens.map((green) => GREENERY_CLASSES.indexOf(green.class)),
        name: [1, 0, 0, 0],
        areaM2: greens.map((green) => green.areaM2),
        eastM: greens.map(({ ring }) => E + (ring[0]![0]! + ring[2]![0]!) / 2),
        northM: greens.map(({ ring }) => N + (ring[0]![1]! + ring[2]![1]!) / 2),
        zone: [7, 7, 7, 0],
      },
      { id: greens.map(({ id }) => id), class: GREENERY_CLASSES, name: ['', 'Parco Prova'] },
    ),
    table('green-rings', {
      area: greens.flatMap(({ ring }, area) => ring.map(() => area)),
      ring: greens.flatMap(({ ring }) => ring.map(() => 0)),
      eastM: greens.flatMap(({ ring }) => ring.map(([x]) => E + x!)),
      northM: greens.flatMap(({ ring }) => ring.map(([, y]) => N + y!)),
    }),
    table(
      'trees',
      {
        species: [1, 1, 2, 0, 1],
        heightM: [10, 10, 10, Number.NaN, 10],
        crownM: [4, 6, 8, Number.NaN, 10],
        eastM: [2010, 2020, 2030, 2040, 1990].map((x) => E + x),
        northM: [50, 50, 50, 50, 50].map((y) => N + y),
      },
      { species: ['', 'Tilia cordata', 'Acer campestre'] },
    ),
  ]);
  return city;
}

describe('who can walk to a place', () => {
  it('is told by bands, rounded, and not where they are few', () => {
    const steps: WalkStep[] = [];
    const answer = town().answer({ kind: 'reach', to: { kind: 'place', at: plane(E, N + 10) } }, (step) =>
      steps.push(step),
    );
    if (answer.kind !== 'reach') throw new Error(answer.kind);
    expect(steps).toEqual(['network', 'walk', 'area', 'people']);
    expect([answer.awayM, answer.year]).toEqual([expect.closeTo(10, 6), 2024]);
    // 390, 790 and 1,190 m of street; 200 persons and 3 aged in each of five houses, the office none.
    expect(answer.bands.map(({ minutes, streetM }) => [minutes, Math.round(streetM)])).toEqual([
      [5, 390],
      [10, 790],
      [15, 1190],
    ]);
    expect(answer.bands.map(({ residents }) => residents)).toEqual([
      { persons: 200, aged65Plus: null, minors: 40 },
      { persons: 400, aged65Plus: 10, minors: 80 },
      { persons: 600, aged65Plus: 10, minors: 120 },
    ]);
    expect(answer.bands.map(({ area }) => area.length)).toEqual([1, 1, 1]);
    expect(BUILDING_USES[3]).toBe('office');
  });

  it('of a park starts at its entrances', () => {
    const answer = town().answer({ kind: 'reach', to: { kind: 'green', id: 'park' } }, () => {});
    if (answer.kind !== 'reach') throw new Error(answer.kind);
    // One street passes at 15 m: from the nearest of its points, 400 m either way.
    expect(Math.round(answer.bands[0]!.streetM)).toBe(800);
  });

  it('of a place without streets says so', () => {
    const ask = (question: WalkQuestion) => () => town().answer(question, () => {});
    expect(ask({ kind: 'reach', to: { kind: 'place', at: plane(E, N + 400) } })).toThrow(NoStreetError);
    expect(ask({ kind: 'reach', to: { kind: 'green', id: 'lonely' } })).toThrow(NoStreetError);
    expect(ask({ kind: 'reach', to: { kind: 'green', id: 'gone' } })).toThrow(NoStreetError);
    expect(() => new WalkingCity().answer({ kind: 'park', id: 'x' }, () => {})).toThrow(
      'green-areas has not come',
    );
  });
});

describe('green', () => {
  it('of a hectare that is nearest is walked to along the streets', () => {
    const at = (x: number, y: number) =>
      town().answer({ kind: 'nearest-green', at: plane(E + x, N + y) }, () => {});
    const answer = at(1500, 20);
    if (answer.kind !== 'nearest-green') throw new Error(answer.kind);
    expect(answer.found).toMatchObject({ id: 'park', name: 'Parco Prova', areaM2: 20_000 });
    // 500 m of street and 20 m to it; the garden before the door is too small.
    expect(answer.found!.metres).toBeCloseTo(520, 6);
    expect(at(2100, 60)).toMatchObject({ found: { id: 'park', metres: 0 } });
    expect(at(0, 400)).toMatchObject({ found: null });
  });

  it('of a district is told for half of its residents', () => {
    const answer = town().answer({ kind: 'district-green', zone: 7 }, () => {});
    if (answer.kind !== 'district-green') throw new Error(answer.kind);
    // Houses 2,020, 1,520, 1,020, 520 and 230 m away.
    expect(answer.found!.medianM).toBeCloseTo(1020, 6);
    expect(answer.found!.within300M).toBeCloseTo(0.2, 9);
    expect(answer.found!.within10Min).toBeCloseTo(0.4, 9);
    expect(town().answer({ kind: 'district-green', zone: 8 }, () => {})).toEqual({
      kind: 'district-green',
      found: null,
    });
  });

  it('has its trees and playgrounds counted, and its share for each resident', () => {
    expect(town().answer({ kind: 'park', id: 'park' }, () => {})).toEqual({
      kind: 'park',
      found: {
        areaM2: 20_000,
        trees: {
          count: 4,
          species: [
            { name: 'Tilia cordata', count: 2 },
            { name: 'Acer campestre', count: 1 },
          ],
          crownM: 6,
          withCrown: 3,
        },
        playgrounds: 1,
        dogAreas: 0,
        // Park and garden; the playground lies in the park.
        perResidentM2: 20.4,
        zone: 7,
      },
    });
    expect(town().answer({ kind: 'park', id: 'gone' }, () => {})).toEqual({ kind: 'park', found: null });
  });
});

class TestWorker implements WalkWorker {
  onmessage: WalkWorker['onmessage'] = null;
  onerror: WalkWorker['onerror'] = null;
  onmessageerror: WalkWorker['onmessageerror'] = null;
  readonly sent: ToWalker[] = [];
  readonly terminate = vi.fn();
  postMessage(message: ToWalker) {
    this.sent.push(message);
  }
  say(data: FromWalker) {
    this.onmessage?.({ data });
  }
}

describe('the worker that walks', () => {
  const question = { kind: 'park', id: 'x' } as const;
  const hired = () => {
    const workers: TestWorker[] = [];
    const walker = new Walker(() => {
      workers.push(new TestWorker());
      return workers.at(-1)!;
    });
    return { workers, walker };
  };
  const trees = table('trees', { eastM: [1] });

  it('is sent each table once and answers each question', async () => {
    const { workers, walker } = hired();
    const first = walker.ask(question, [trees]);
    const second = walker.ask(question, [trees]);
    expect(workers[0]!.sent.map(({ kind }) => kind)).toEqual(['tables', 'ask', 'ask']);
    workers[0]!.say({ kind: 'answer', id: 2, answer: { kind: 'park', found: null } });
    workers[0]!.say({ kind: 'failed', id: 1, code: 'no-street', detail: 'far' });
    await expect(second).resolves.toEqual({ kind: 'park', found: null });
    await expect(first).rejects.toMatchObject({ code: 'no-street' });
  });

  it('is killed where a question is given up, and hired anew', async () => {
    const { workers, walker } = hired();
    const abort = new AbortController();
    const asked = walker.ask(question, [trees], abort.signal);
    abort.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(workers[0]!.terminate).toHaveBeenCalledOnce();
    const again = walker.ask(question, [trees]);
    expect(workers[1]!.sent.map(({ kind }) => kind)).toEqual(['tables', 'ask']);
    workers[1]!.onerror?.({ message: 'out of memory' });
    await expect(again).rejects.toBeInstanceOf(WalkError);
  });

  it('lives on where a question is given up after its answer', async () => {
    const { workers, walker } = hired();
    const abort = new AbortController();
    const asked = walker.ask(question, [], abort.signal);
    workers[0]!.say({ kind: 'answer', id: 1, answer: { kind: 'park', found: null } });
    await asked;
    abort.abort();
    expect(workers[0]!.terminate).not.toHaveBeenCalled();
    await expect(walker.ask(question, [], abort.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });
});

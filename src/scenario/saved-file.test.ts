// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, streets } from './fixtures/examples';
import { migrated, SCHEMA_VERSION } from './migrations';
import { MOST_CHARACTERS, readScenario, ScenarioFileError, writeScenario } from './saved-file';
import { EMPTY_SCENARIO } from './scenario';

const old = (version: number) =>
  readFileSync(new URL(`./fixtures/version-${version}.geojson`, import.meta.url), 'utf8');
const NOTHING = { modelVersions: {}, inputHashes: {} };

interface Loose {
  [key: string]: unknown;
  gemello: Record<string, unknown>;
  features: { id: unknown; geometry: unknown; properties: Record<string, unknown> }[];
}
/** What the reader says of the file of version 1 after a change. */
function fault(change: (file: Loose) => void): string {
  const file = JSON.parse(old(1)) as Loose;
  change(file);
  return faultOfText(JSON.stringify(file));
}
function faultOfText(text: string): string {
  try {
    readScenario(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioFileError);
    return (error as Error).message;
  }
  return 'read';
}
const feature = (file: Loose, number: number) => file.features[number - 1] as Loose['features'][number];

describe('a saved scenario', () => {
  it('of every version is still read', () => {
    expect(Array.from({ length: SCHEMA_VERSION }, (_, i) => faultOfText(old(i + 1)))).toEqual(
      new Array(SCHEMA_VERSION).fill('read'),
    );
    const { scenario, saved } = readScenario(old(1));
    expect(scenario).toMatchObject({
      name: 'Area C a 7,50 €',
      description: 'Con Via Sud chiusa e un quinto a casa.',
      author: 'Ufficio Mobilità',
      seed: '2024',
      assumptions: ['Le tariffe residenti restano quelle di oggi.'],
      year: 2035,
    });
    expect(saved).toEqual({
      modelVersions: { traffic: '1.0.0' },
      inputHashes: { 'street-links': '01', zones: '00' },
      createdAt: '2026-01-31T09:30:00Z',
    });
    expect(scenario.measures.map(({ id, kind, on }) => [id, kind, on])).toEqual([
      ['m1', 'road-pricing', true],
      ['m2', 'close-streets', false],
      ['m3', 'remote-work', true],
      ['m4', 'new-housing', true],
      ['m5', 'transit-line', true],
    ]);
    expect(scenario.measures.map(({ place }) => place)).toEqual([
      { kind: 'area', areaId: 'area-c' },
      {
        kind: 'streets',
        streetIds: ['way-0'],
        lines: [
          [
            [9.16, 45.46],
            [9.17, 45.46],
          ],
        ],
      },
      { kind: 'city' },
      {
        kind: 'polygon',
        ring: [
          [9.16, 45.46],
          [9.17, 45.46],
          [9.17, 45.47],
        ],
      },
      {
        kind: 'line',
        points: [
          [9.16, 45.46],
          [9.17, 45.47],
        ],
      },
    ]);
  });

  it('of today is written as it was', () => {
    const { scenario, saved } = readScenario(old(SCHEMA_VERSION));
    expect(writeScenario(scenario, saved)).toBe(old(SCHEMA_VERSION));
    // What older files have not is not there.
    for (const version of [1, 2])
      expect(readScenario(old(version)).scenario).toEqual({ ...scenario, notes: [] });
    // Whatever the order in which hashes came.
    const shuffled = { ...saved, inputHashes: { zones: '00', 'street-links': '01' } };
    expect(writeScenario(scenario, shuffled)).toBe(old(SCHEMA_VERSION));
  });

  it('keeps every kind of measure', () => {
    const scenario = { ...EMPTY_SCENARIO, measures: Object.values(EXAMPLES) };
    expect(readScenario(writeScenario(scenario, NOTHING)).scenario).toEqual(scenario);
  });

  it('has an assumption a line, as they are typed: a file may have several in one', () => {
    const file = JSON.parse(old(1)) as Loose;
    const read = (assumptions: string[]) => {
      file.gemello.assumptions = assumptions;
      return readScenario(JSON.stringify(file)).scenario.assumptions;
    };
    expect(read(['Uno.\nDue.\r\n Tre.\rQuattro.', '', ' ', 'Cinque.'])).toEqual([
      'Uno.',
      'Due.',
      ' Tre.',
      'Quattro.',
      'Cinque.',
    ]);
    expect(fault(({ gemello }) => (gemello.assumptions = ['x\n'.repeat(201)]))).toBe(
      'scenario, gemello.assumptions: too-many',
    );
  });

  it('has its notes at their places, after its measures, whatever a measure is called', () => {
    const { notes, measures } = readScenario(old(3)).scenario;
    expect(notes).toEqual([
      { id: 'n1', at: [9.165, 45.46], text: 'Qui manca un attraversamento.\nSentire la scuola.' },
      { id: 'n3', at: [9.17, 45.465], text: '' },
    ]);
    expect(measures).toHaveLength(5);
    const scenario = { ...EMPTY_SCENARIO, measures: [{ ...EXAMPLES.lanes, id: 'n1' }], notes };
    const written = writeScenario(scenario, NOTHING);
    expect(readScenario(written).scenario).toEqual(scenario);
    expect(JSON.parse(written).features[1]).toEqual({
      type: 'Feature',
      id: 'n1',
      geometry: { type: 'Point', coordinates: [9.165, 45.46] },
      properties: { note: { text: 'Qui manca un attraversamento.\nSentire la scuola.' } },
    });
  });

  it('may begin with a byte order mark, as some editors leave it', () =>
    expect(faultOfText(`\uFEFF${old(1)}`)).toBe('read'));

  it('is not written where it could not be read again', () => {
    const measure = { ...EXAMPLES['transit-fare'], config: { fareEur: -1 } };
    expect(() => writeScenario({ ...EMPTY_SCENARIO, measures: [measure] }, NOTHING)).toThrow(
      'feature 1, config.fareEur: too-low: -1',
    );
    const twice = [EXAMPLES.lanes, EXAMPLES['transit-fare'], EXAMPLES.lanes];
    expect(() => writeScenario({ ...EMPTY_SCENARIO, measures: twice }, NOTHING)).toThrow(
      'feature 3, id: id-taken: lanes',
    );
    expect(() => writeScenario({ ...EMPTY_SCENARIO, name: 'x'.repeat(201) }, NOTHING)).toThrow(
      'scenario, gemello.name: too-long',
    );
  });

  it('of older versions goes through every change since, in order', () => {
    const steps = [1, 2, 3].map((n) => (file: Readonly<Record<string, unknown>>) => ({
      ...file,
      went: [...(file.went as number[]), n],
    }));
    expect(migrated({ went: [] }, 1, steps)).toEqual({ went: [1, 2, 3] });
    expect(migrated({ went: [] }, 3, steps)).toEqual({ went: [3] });
    expect(migrated({ went: [] }, 4, steps)).toEqual({ went: [] });
  });
});

describe('a file that is no scenario', () => {
  it('is refused as a whole', () => {
    expect(faultOfText('Area C')).toMatch(/^scenario: not-json: /);
    expect(faultOfText('')).toMatch(/^scenario: not-json: /);
    for (const text of ['null', '[]', '7', '{"type":"FeatureCollection","features":[]}'])
      expect(faultOfText(text)).toBe('scenario, gemello.schemaVersion: not-a-scenario');
    expect(faultOfText(`"${'x'.repeat(MOST_CHARACTERS)}"`)).toBe('scenario: too-large: 1048578 > 1048576');
    expect(fault((file) => (file.gemello.schemaVersion = 99))).toBe(
      'scenario, gemello.schemaVersion: newer-version: 99',
    );
    expect(fault((file) => (file.type = 'Feature'))).toBe('scenario, type: not-a-scenario');
    expect(fault((file) => (file.colour = 'red'))).toBe('scenario, colour: unknown-field');
  });

  it('is refused for what is said about it', () => {
    expect(fault((file) => delete file.gemello.seed)).toBe('scenario, gemello.seed: missing');
    expect(fault((file) => (file.gemello.seed = ''))).toBe('scenario, gemello.seed: too-short');
    expect(fault((file) => (file.gemello.name = 7))).toBe('scenario, gemello.name: not-a-text');
    expect(fault((file) => (file.gemello.assumptions = 'none'))).toBe(
      'scenario, gemello.assumptions: not-a-list',
    );
    expect(fault((file) => (file.gemello.createdAt = 'yesterday'))).toBe(
      'scenario, gemello.createdAt: not-a-date',
    );
    expect(fault((file) => (file.gemello.inputHashes = { zones: 1 }))).toBe(
      'scenario, gemello.inputHashes.zones: not-a-text',
    );
    expect(fault((file) => (file.features = new Array(501).fill(file.features[0])))).toBe(
      'feature 501: too-many: 501 > 500',
    );
    expect(fault((file) => (file.features = new Array(701).fill(file.features[0])))).toBe(
      'scenario, features: too-many',
    );
  });

  it('is refused for a measure, by its number', () => {
    expect(fault((file) => (feature(file, 2).id = 'm1'))).toBe('feature 2, id: id-taken: m1');
    expect(fault((file) => (feature(file, 2).id = 2))).toBe('feature 2, id: not-a-text');
    expect(fault((file) => (feature(file, 3).properties.kind = 'teleport'))).toBe(
      'feature 3, kind: unknown-kind: teleport',
    );
    expect(fault((file) => (feature(file, 3).properties.on = 'yes'))).toBe(
      'feature 3, properties.on: not-yes-or-no',
    );
    expect(fault((file) => delete feature(file, 3).properties.config)).toBe('feature 3, config: missing');
    expect(
      fault((file) => {
        const config = feature(file, 1).properties.config as { priceEur: { visitor: number } };
        config.priceEur.visitor = -5;
      }),
    ).toBe('feature 1, config.priceEur.visitor: too-low: -5');
    expect(fault((file) => (file.features[0] = null as never))).toBe(
      'feature 1, properties.place.kind: unknown-place',
    );
  });

  it('is refused for a note, by the number of its feature', () => {
    const noted = (change: (feature: Loose['features'][number], file: Loose) => void) => {
      const file = JSON.parse(old(3)) as Loose;
      change(feature(file, 6), file);
      return faultOfText(JSON.stringify(file));
    };
    const said = (note: unknown) => noted((one) => (one.properties.note = note));
    expect(said({ text: 'x'.repeat(2000) })).toBe('read');
    expect(said({ text: 'x'.repeat(2001) })).toBe('feature 6, properties.note.text: too-long');
    expect(said({ text: 7 })).toBe('feature 6, properties.note.text: not-a-text');
    expect(said({})).toBe('feature 6, properties.note.text: missing');
    expect(said('words')).toBe('feature 6, properties.note: not-an-object');
    expect(said({ text: '', colour: 'red' })).toBe('feature 6, properties.note.colour: unknown-field');
    expect(noted((one) => (one.properties.kind = 'lanes'))).toBe('feature 6, properties.kind: unknown-field');
    expect(noted((one) => (one.id = ''))).toBe('feature 6, id: too-short');
    expect(noted((one) => (one.id = 'n3'))).toBe('feature 7, id: id-taken: n3');
    const at = (coordinates: unknown, type = 'Point') =>
      noted((one) => (one.geometry = { type, coordinates }));
    expect(at([45.46, 9.165])).toBe('feature 6, geometry.coordinates: out-of-range: [45.46, 9.165]');
    expect(at([])).toBe('feature 6, geometry.coordinates: not-a-point');
    expect(at([9.165, '45'])).toBe('feature 6, geometry.coordinates.1: not-a-number');
    expect(at([[9.165, 45.46]], 'MultiPoint')).toMatch(/^feature 6, geometry\.type: not-a-geometry/);
    expect(noted((one) => (one.geometry = null))).toBe('feature 6, geometry: not-an-object');
    const many = (count: number) =>
      noted((one, file) => {
        file.features = Array.from({ length: count }, (_, i) => ({ ...one, id: `n${i}` }));
      });
    expect(many(200)).toBe('read');
    expect(many(201)).toBe('feature 201: too-many: 201 > 200');
  });

  it('is refused for a place', () => {
    const placed = (number: number, geometry: unknown) =>
      fault((file) => {
        feature(file, number).geometry = geometry;
      });
    const polygon = (...ring: unknown[]) => placed(4, { type: 'Polygon', coordinates: [ring] });
    const [a, b, c] = [
      [9.1, 45.4],
      [9.2, 45.4],
      [9.2, 45.5],
    ];
    expect(placed(1, { type: 'Point', coordinates: a })).toBe('feature 1, geometry: not-a-geometry');
    expect(placed(4, null)).toBe('feature 4, geometry: not-an-object');
    expect(placed(5, { type: 'Polygon', coordinates: [[a, b, c, a]] })).toMatch(
      /^feature 5, geometry\.type: not-a-geometry/,
    );
    expect(polygon(a, b, c)).toBe('feature 4, geometry.coordinates.0: ring-not-closed');
    expect(polygon(a, b, a)).toBe('feature 4, place.ring: too-few-points: 2');
    expect(polygon(a, b, ['9', 45], a)).toBe('feature 4, geometry.coordinates.0.2.0: not-a-number');
    expect(polygon(a, b, [9.1], a)).toBe('feature 4, geometry.coordinates.0.2: not-a-point');
    expect(polygon(a, b, [45.4, 9.1], a)).toBe('feature 4, place.ring.2: out-of-range: [45.4, 9.1]');
    expect(
      placed(4, {
        type: 'Polygon',
        coordinates: [
          [a, b, c, a],
          [a, b, c, a],
        ],
      }),
    ).toBe('feature 4, geometry.coordinates: has-holes');
    expect(
      placed(2, {
        type: 'MultiLineString',
        coordinates: [
          [a, b],
          [b, c],
        ],
      }),
    ).toBe('feature 2, place.lines: lines-and-streets-differ: 1 ≠ 2');
    expect(fault((file) => (feature(file, 1).properties.place = { kind: 'city' }))).toBe(
      'feature 1, place: wrong-place: city',
    );
    expect(fault((file) => (feature(file, 1).properties.place = { kind: 'moon' }))).toBe(
      'feature 1, properties.place.kind: unknown-place: moon',
    );
  });

  it('is kept where a measure is not drawn yet', () => {
    const measure = { ...EXAMPLES.lanes, place: { kind: 'streets', streetIds: [], lines: [] } as const };
    const scenario = { ...EMPTY_SCENARIO, measures: [measure] };
    expect(readScenario(writeScenario(scenario, NOTHING)).scenario).toEqual(scenario);
    expect(streets()).toEqual(measure.place);
  });
});

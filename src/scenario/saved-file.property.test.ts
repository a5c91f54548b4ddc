// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LonLat, lonLat } from '../city/frames';
import { PLACE_FAULTS } from './check-measure';
import { MEASURES } from './measures';
import { FIELD_FAULTS, type Field } from './measures/fields';
import type { Place, PlaceKind } from './measures/measure';
import { SCHEMA_VERSION } from './migrations';
import { FILE_FAULTS, readScenario, ScenarioFileError, writeScenario } from './saved-file';
import { assumptionsOf, type Measure, type Scenario, YEARS } from './scenario';
import { crossesItself } from './simple-ring';

/* Scenarios of every sort: whatever the shelf's own fields and places allow. */

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.tuple(degrees(5, 13), degrees(41, 48)).map(([lon, lat]): LonLat => lonLat(lon, lat));
const line = fc.array(point, { minLength: 2, maxLength: 5 });
const places: Record<PlaceKind, fc.Arbitrary<Place>> = {
  city: fc.constant({ kind: 'city' }),
  area: fc.record({ kind: fc.constant('area' as const), areaId: fc.string({ minLength: 1, maxLength: 20 }) }),
  polygon: fc.record({
    kind: fc.constant('polygon' as const),
    ring: fc.oneof(
      fc.constant([]),
      fc.array(point, { minLength: 3, maxLength: 8 }).filter((ring) => !crossesItself(ring)),
    ),
  }),
  line: fc.record({ kind: fc.constant('line' as const), points: fc.oneof(fc.constant([]), line) }),
  point: fc.record({ kind: fc.constant('point' as const), points: fc.array(point, { maxLength: 1 }) }),
  streets: fc
    .array(fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), line), { maxLength: 3 })
    .map((chosen) => ({
      kind: 'streets' as const,
      streetIds: chosen.map(([id]) => id),
      lines: chosen.map(([, points]) => points),
    })),
};

function settingOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'number':
    case 'number-by-key': {
      // −0 is written as 0, as JSON does.
      const number = field.whole
        ? fc.integer({ min: field.min, max: field.max })
        : fc.double({ min: field.min, max: field.max, noNaN: true }).map((x) => x + 0);
      if (field.type === 'number') return number;
      return fc.record(Object.fromEntries(field.keys.map((key) => [key, number])), { noNullPrototype: true });
    }
    case 'hours':
      return fc
        .uniqueArray(fc.integer({ min: 0, max: 1440 / field.stepMin }), { minLength: 2, maxLength: 2 })
        .map((steps) => ({
          fromMin: Math.min(...steps) * field.stepMin,
          toMin: Math.max(...steps) * field.stepMin,
        }));
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'choices':
      return fc.subarray([...field.options]);
    case 'boolean':
      return fc.boolean();
    case 'text':
      return fc.string({ minLength: field.minLength, maxLength: field.maxLength, unit: 'binary' });
  }
}

const measure: fc.Arbitrary<Omit<Measure, 'id'>> = fc.constantFrom(...MEASURES).chain((kind) =>
  fc.record({
    kind: fc.constant(kind.id as string),
    on: fc.boolean(),
    config: fc.record(
      Object.fromEntries((kind.fields as readonly Field[]).map((f) => [f.key, settingOf(f)])),
      {
        noNullPrototype: true,
      },
    ),
    place: fc.constantFrom(...kind.places).chain((placeKind) => places[placeKind]),
  }),
);
const record = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,9}$/), fc.string({ maxLength: 10 }), {
  noNullPrototype: true,
});
const provenance = fc.record(
  { modelVersions: record, inputHashes: record, createdAt: fc.constant('2026-01-31T09:30:00Z') },
  { requiredKeys: ['modelVersions', 'inputHashes'], noNullPrototype: true },
);
const words = fc.string({ maxLength: 40, unit: 'binary' });
const assumptions = fc.array(words, { maxLength: 3 }).map((all) => all.flatMap(assumptionsOf));

const scenarios: fc.Arbitrary<Scenario> = fc.record({
  name: words,
  description: words,
  author: words,
  seed: fc.string({ minLength: 1, maxLength: 20 }),
  assumptions,
  year: fc.integer({ min: YEARS.from, max: YEARS.to }),
  measures: fc
    .array(measure, { maxLength: 6 })
    .map((measures) => measures.map((one, i): Measure => ({ id: `m${i + 1}`, ...one }))),
});

describe('any saved scenario', () => {
  it('comes back as it was, and is written the same again', () => {
    fc.assert(
      fc.property(scenarios, provenance, (scenario, saved) => {
        const text = writeScenario(scenario, saved);
        const back = readScenario(text);
        expect(back).toEqual({ scenario, saved, schemaVersion: SCHEMA_VERSION });
        expect(writeScenario(back.scenario, back.saved)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('with anything else anywhere in it is read or refused with a code, never anything else', () => {
    const codes = [...FILE_FAULTS, ...FIELD_FAULTS, ...PLACE_FAULTS, 'unknown-kind'];
    const refused = new Set<string>();
    fc.assert(
      fc.property(scenarios, fc.infiniteStream(fc.nat()), fc.jsonValue(), (scenario, choices, anything) => {
        const file = JSON.parse(writeScenario(scenario, { modelVersions: {}, inputHashes: {} }));
        replaceSomewhere(file, choices, anything);
        try {
          readScenario(JSON.stringify(file));
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioFileError);
          expect(codes).toContain((error as ScenarioFileError).code);
          refused.add((error as ScenarioFileError).code);
        }
      }),
      { numRuns: 300 },
    );
    expect(refused.size).toBeGreaterThan(5);
  });
});

/** Goes down a file by random steps and puts something else where it ends. */
function replaceSomewhere(file: object, choices: Iterator<number>, anything: unknown): void {
  const entries = Object.entries(file);
  const [key, value] = entries[choices.next().value % entries.length] as [string, unknown];
  const goesOn = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (goesOn && choices.next().value % 8 > 0) replaceSomewhere(value, choices, anything);
  else (file as Record<string, unknown>)[key] = anything;
}

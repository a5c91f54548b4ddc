// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE_FAULTS } from './check-measure';
import { anyProvenance, anyScenario } from './fixtures/any-scenario';
import { FIELD_FAULTS } from './measures/fields';
import { SCHEMA_VERSION } from './migrations';
import { FILE_FAULTS, readScenario, ScenarioFileError, writeScenario } from './saved-file';

describe('any saved scenario', () => {
  it('comes back as it was, and is written the same again', () => {
    fc.assert(
      fc.property(anyScenario, anyProvenance, (scenario, saved) => {
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
      fc.property(anyScenario, fc.infiniteStream(fc.nat()), fc.jsonValue(), (scenario, choices, anything) => {
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

// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileChanges, mayChangeResult } from './file-changes';
import { SCHEMA_VERSION } from './migrations';
import { readScenario } from './saved-file';

const saved = {
  schemaVersion: SCHEMA_VERSION,
  modelVersions: { traffic: '1', emissions: '1' },
  inputHashes: { zones: 'a', 'road-links': 'b', 'road-nodes': 'c', 'once-there-was': 'd' },
};

describe('what has changed since a scenario was saved', () => {
  it('is nothing where versions and hashes are the same, whatever else there is today', () => {
    const today = {
      modelVersions: { ...saved.modelVersions, green: '3' },
      inputHashes: { ...saved.inputHashes, trees: 'e' },
    };
    const changes = fileChanges(saved, today);
    expect(changes).toEqual({ form: null, models: [], inputs: [] });
    expect(mayChangeResult(changes)).toBe(false);
  });

  it('names models and what the data are about, once each', () => {
    const today = {
      modelVersions: { traffic: '2' },
      inputHashes: { zones: 'a', 'road-links': 'other', 'road-nodes': 'other' },
    };
    const changes = fileChanges({ ...saved, schemaVersion: 1 }, today);
    expect(changes).toEqual({
      form: { from: 1, to: SCHEMA_VERSION },
      models: ['emissions', 'traffic'],
      inputs: ['streets', 'other'],
    });
    expect(mayChangeResult(changes)).toBe(true);
    expect(mayChangeResult({ ...changes, models: [], inputs: [] })).toBe(false);
  });

  it('is not told of data that are not known today', () => {
    expect(fileChanges(saved, { modelVersions: saved.modelVersions, inputHashes: {} }).inputs).toEqual([]);
  });

  it('is told of a file of every version that there was', () => {
    const files = readdirSync(new URL('./fixtures/', import.meta.url)).filter((name) =>
      /^version-\d+\.geojson$/.test(name),
    );
    expect(files.length).toBe(SCHEMA_VERSION);
    for (const name of files) {
      const { saved: made, schemaVersion } = readScenario(
        readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'),
      );
      expect(name).toBe(`version-${schemaVersion}.geojson`);
      const today = { modelVersions: { traffic: '2' }, inputHashes: { zones: '00', 'road-links': '01' } };
      const changes = fileChanges({ ...made, schemaVersion }, today);
      // Its table of streets is called otherwise today.
      expect(changes.inputs).toEqual(['streets']);
      expect(changes.models).toEqual(['traffic']);
      expect(changes.form).toEqual(
        schemaVersion === SCHEMA_VERSION ? null : { from: schemaVersion, to: SCHEMA_VERSION },
      );
    }
  });
});

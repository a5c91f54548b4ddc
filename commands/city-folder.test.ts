// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeColumns } from '../src/city/columns';
import { CityInputsError } from '../src/simulation/read-inputs';
import { CityFolderError, readCityFolder } from './city-folder';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'city-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const zones = encodeColumns({ id: 'zones', rows: 0, columns: [] });
function built({ bytes = zones, sha256 = createHash('sha256').update(zones).digest('hex') } = {}) {
  mkdirSync(join(dir, 'tiles/abc/inputs'), { recursive: true });
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ path: 'tiles/abc' }));
  const inputs = [{ id: 'zones', file: 'inputs/zones.columns', rows: 0, sha256 }];
  const catalogue = { city: { id: 'testville' }, themes: [], files: { inputs } };
  writeFileSync(join(dir, 'tiles/abc/catalogue.json'), JSON.stringify(catalogue));
  writeFileSync(join(dir, 'tiles/abc/inputs/zones.columns'), bytes);
}

describe('a city in a folder', () => {
  it('is asked for what the models need', () => {
    built();
    expect(() => readCityFolder(dir)).toThrow(CityInputsError);
    expect(() => readCityFolder(dir)).toThrow(/population, road-nodes/);
  });

  it('must be there', () => {
    expect(() => readCityFolder(dir)).toThrow(CityFolderError);
    expect(() => readCityFolder(dir)).toThrow(/manifest\.json: cannot be read/);
  });

  it('must be the one that its catalogue names, whole', () => {
    built({ bytes: zones.subarray(0, 20) });
    expect(() => readCityFolder(dir)).toThrow(/zones\.columns: not the file of the catalogue/);
    const short = zones.subarray(0, 20);
    built({ bytes: short, sha256: createHash('sha256').update(short).digest('hex') });
    expect(() => readCityFolder(dir)).toThrow(/zones\.columns: truncated header/);
  });

  it('must have a manifest that can be read', () => {
    writeFileSync(join(dir, 'manifest.json'), '{');
    expect(() => readCityFolder(dir)).toThrow(/manifest\.json: not JSON/);
  });
});

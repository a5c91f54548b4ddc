// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { filesInMemory } from '../fixtures/files';
import { MADE_UP_SOURCES } from '../fixtures/made-up-sources';
import type { Source } from '../sources/source';
import { matchSources } from './match-sources';

describe('which files belong to which data sets', () => {
  it('asks every source about every file, and names the strangers', async () => {
    const shape: Source = {
      ...(MADE_UP_SOURCES[2] as Source),
      recognises: (f) => f.baseName === 'alberi.shp',
    };
    const files = filesInMemory({
      'trees.json': '{}',
      'sub/trees.geojson': '{}',
      'sub/alberi.shp': '',
      'sub/alberi.dbf': '',
      'sub/alberi.prj': '',
      'sub/alberi.shp.xml': '',
      'notes.txt': 'hello',
      'unknown.json': '{"a": 1}',
      'demo.json': '{}',
    });
    const { bySource, notRecognised, unusable } = await matchSources(files, [...MADE_UP_SOURCES, shape]);
    const matched = [...bySource].map(([{ id }, own]) => [id, own.map(({ name }) => name)]);
    expect(matched).toEqual([
      ['made-up-trees', ['sub/trees.geojson', 'trees.json']],
      ['made-up-trees', ['sub/alberi.shp']],
    ]);
    expect(notRecognised).toEqual(['notes.txt', 'unknown.json']);
    expect(unusable).toEqual([]);
  });

  it('says what is wrong with a stranger that nobody could know', async () => {
    const files = filesInMemory({
      'cut.geojson': '{"type":"FeatureCo',
      'no-dbf.shp': '',
      'sv_str.shp': '',
      'sv_str.dbf': '',
    });
    const { notRecognised, unusable, damaged } = await matchSources(files, MADE_UP_SOURCES);
    expect(notRecognised).toEqual(['sv_str.dbf']);
    expect(damaged?.message).toMatch(/^cut\.geojson: truncated/);
    expect(unusable).toEqual([
      { file: 'cut.geojson', fault: expect.stringMatching(/truncated/) },
      { file: 'no-dbf.shp', fault: expect.stringMatching(/^has no \.dbf beside it/) },
      { file: 'sv_str.shp', fault: expect.stringMatching(/^has no \.prj beside it/) },
    ]);
  });

  it('takes neither a missing half, nor one JSON document a line, nor a script with data for damage', async () => {
    const files = filesInMemory({
      'no-dbf.shp': '',
      'log.json': '{"a":1}\n{"a":2}\n',
      'script.json': 'handle_data({"a":1})',
      'empty.txt': '',
    });
    const { notRecognised, unusable, damaged } = await matchSources(files, MADE_UP_SOURCES);
    expect([...notRecognised].sort()).toEqual(['empty.txt', 'log.json', 'script.json']);
    expect(unusable.map(({ file }) => file)).toEqual(['no-dbf.shp']);
    expect(damaged).toBeUndefined();
  });

  it('takes what begins as JSON, or is called GeoJSON, at its word', async () => {
    for (const files of [{ 'cut.json': ' {"a":' }, { 'page.geojson': '<html>' }])
      expect((await matchSources(filesInMemory(files as never), MADE_UP_SOURCES)).damaged).toBeDefined();
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { writeScenario } from '../../../scenario/saved-file';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { FakeClock } from './fixtures/fake-clock';
import { memoryRecords } from './memory-records';
import { scenarioOf } from './scenario-text';
import { type DraftStorage, takeOverDraft } from './take-over';

function fakeStorage(kept: Record<string, string>): DraftStorage & { kept: Record<string, string> } {
  return {
    kept,
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => {
      kept[key] = text;
    },
    removeItem: (key) => {
      delete kept[key];
    },
  };
}
const KEY = 'gemello.draft.milano';
const draft = (name: string) =>
  writeScenario({ ...EMPTY_SCENARIO, name }, { modelVersions: { traffic: '1' }, inputHashes: {} });

describe('a draft of earlier days', () => {
  it('becomes a record on the desk, and is then removed', async () => {
    const storage = fakeStorage({ [KEY]: draft('Prova'), other: 'x' });
    const records = memoryRecords();
    expect(await takeOverDraft(storage, 'milano', records, new FakeClock())).toBeNull();
    const [record] = await records.all();
    expect(record && scenarioOf(record.text).name).toBe('Prova');
    expect(record?.provenance.modelVersions).toEqual({ traffic: '1' });
    expect(await records.onDesk()).toBe(record?.id);
    expect(storage.kept).toEqual({ other: 'x' });
    expect(await takeOverDraft(storage, 'milano', records, new FakeClock())).toBeNull();
    expect(await records.all()).toHaveLength(1);
  });

  it('is of its city alone, and none where it says nothing', async () => {
    const storage = fakeStorage({ [KEY]: draft('') });
    const records = memoryRecords();
    await takeOverDraft(storage, 'bologna', records, new FakeClock());
    expect(Object.keys(storage.kept)).toEqual([KEY]);
    await takeOverDraft(storage, 'milano', records, new FakeClock());
    expect([await records.all(), storage.kept]).toEqual([[], {}]);
  });

  it('is put aside where it cannot be read', async () => {
    const storage = fakeStorage({ [KEY]: '{"type":"Feat' });
    expect(await takeOverDraft(storage, 'milano', memoryRecords(), new FakeClock())).toBe('{"type":"Feat');
    expect(storage.kept).toEqual({ [`${KEY}.aside`]: '{"type":"Feat' });
  });

  it('stays where no record can be made of it, and where the storage refuses everything', async () => {
    const storage = fakeStorage({ [KEY]: draft('Prova') });
    const full = { ...memoryRecords(), update: () => Promise.reject(new Error('full')) };
    await expect(takeOverDraft(storage, 'milano', full, new FakeClock())).rejects.toThrow('full');
    expect(Object.keys(storage.kept)).toEqual([KEY]);
    const refuses = () => {
      throw new Error('refused');
    };
    const closed = { getItem: refuses, setItem: refuses, removeItem: refuses };
    expect(await takeOverDraft(closed, 'milano', memoryRecords(), new FakeClock())).toBeNull();
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { adoptingRecords } from './adopting-records';
import { memoryRecords } from './memory-records';
import { newRecord } from './record';
import { EMPTY_TEXT } from './scenario-text';

const record = (id: string, atMs = 0) =>
  newRecord(id, { text: EMPTY_TEXT, provenance: { modelVersions: {}, inputHashes: {} }, atMs });

describe('what was made while nobody was signed in', () => {
  it('becomes somebody’s when it is opened, and not before', async () => {
    const [own, nobodys] = [memoryRecords(), memoryRecords()];
    for (const id of ['a', 'b']) await nobodys.update(id, () => record(id));
    await nobodys.putOnDesk('a');
    await own.update('mine', () => record('mine'));
    const records = adoptingRecords(own, nobodys);
    expect((await records.all()).map(({ id }) => id)).toEqual(['mine']);
    expect(await records.onDesk()).toBe('a');
    expect(await records.get('a')).toEqual(record('a'));
    await records.update('b', (there) => there && { ...there, note: 'x' });
    expect((await records.all()).map(({ id, note }) => [id, note])).toEqual([
      ['mine', ''],
      ['a', ''],
      ['b', 'x'],
    ]);
    expect(await nobodys.all()).toEqual([]);
    expect(await records.get('c')).toBeNull();
    await records.putOnDesk('b');
    expect([await records.onDesk(), await nobodys.onDesk()]).toEqual(['b', 'a']);
  });

  it('does not take the place of what is somebody’s already', async () => {
    const [own, nobodys] = [memoryRecords(), memoryRecords()];
    await nobodys.update('a', () => record('a', 1));
    await own.update('a', () => record('a', 2));
    const records = adoptingRecords(own, nobodys);
    expect(await records.get('a')).toEqual(record('a', 2));
    expect(await records.update('a', (there) => there)).toEqual(record('a', 2));
  });
});

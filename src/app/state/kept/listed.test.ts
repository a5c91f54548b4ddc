// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { KeptHead } from '../../../scenario/kept-scenario';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { listed } from './listed';
import { type KeptRecord, newRecord } from './record';
import { textOf } from './scenario-text';

const head = (id: string, name: string, savedAt: string): KeptHead => ({
  ...{ id, rev: 2, cityId: 'milano', name, description: '', measures: 1, visibility: 'office' },
  ...{
    owner: 'Bruno Verdi',
    isMine: false,
    parent: null,
    createdAt: savedAt,
    savedAt,
    savedBy: 'Bruno Verdi',
  },
  deletedAt: null,
});
const text = (name: string) => textOf({ ...EMPTY_SCENARIO, name });
const record = (id: string, name: string, more: Partial<KeptRecord> = {}): KeptRecord => ({
  ...newRecord(id, {
    text: text(name),
    provenance: { modelVersions: {}, inputHashes: {} },
    atMs: Date.parse('2026-11-28T09:00:00Z'),
  }),
  ...more,
});
const saved = (name: string) =>
  ({ rev: 2, text: text(name), visibility: 'private', savedAt: '2026-11-28T08:00:00Z' }) as const;

describe('a list of scenarios', () => {
  it('has what the server and this browser have, the newest first, each once', () => {
    const heads = [head('a', 'A', '2026-11-28T08:00:00Z'), head('b', 'B', '2026-11-28T10:00:00Z')];
    const records = [
      record('a', 'A di qui', { saved: saved('A') }),
      record('b', 'B', { saved: saved('B') }),
      record('c', 'Solo qui'),
      record('gone', 'Tolta altrove', { saved: saved('Tolta altrove') }),
      record('d', 'D', {
        saved: saved('D'),
        conflict: { ...saved('x'), by: 'B', isMine: true, provenance: record('', '').provenance },
      }),
    ];
    expect(listed(heads, records).map(({ id, name, state, owner }) => [id, name, state, owner])).toEqual([
      ['b', 'B', 'saved', 'Bruno Verdi'],
      ['a', 'A di qui', 'unsaved', 'Bruno Verdi'],
      ['c', 'Solo qui', 'browser', ''],
      ['d', 'D', 'conflict', ''],
    ]);
  });
});

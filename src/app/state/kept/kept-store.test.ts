// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { isDraftOnly, sharedId } from './kept-store';
import { type KeptRecord, newRecord } from './record';

const made = newRecord('a', {
  text: '{}',
  provenance: { modelVersions: {}, inputHashes: {} },
  atMs: 0,
});
const saved: KeptRecord = {
  ...made,
  saved: { ...{ rev: 1, text: '{}', visibility: 'private' }, savedAt: '2026-11-28T08:00:00.000Z' },
};
const status = { kind: 'saving' } as const;

describe('a scenario that is brought back', () => {
  it('is a draft where the server has not got it, and nothing is said until that is known', () => {
    expect(isDraftOnly({ status: null, record: null }, 'a')).toBe(false);
    expect(isDraftOnly({ status, record: made }, 'a')).toBe(true);
    expect(isDraftOnly({ status, record: null }, 'a')).toBe(true);
    expect(isDraftOnly({ status, record: saved }, 'a')).toBe(false);
    expect(isDraftOnly({ status, record: saved }, null)).toBe(false);
  });
});

it('others can have what the server has and is not in the bin', () => {
  expect(sharedId({ record: null })).toBeNull();
  expect(sharedId({ record: made })).toBeNull();
  expect(sharedId({ record: saved })).toBe('a');
  expect(sharedId({ record: { ...saved, deletedAt: '2026-11-28T08:00:00.000Z' } })).toBeNull();
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { type KeptRecord, newRecord, type Theirs } from './record';
import { EMPTY_TEXT, textOf } from './scenario-text';
import { type Circumstances, statusOf } from './status';

const text = textOf({ ...EMPTY_SCENARIO, name: 'Prova' });
const fresh = newRecord('a', { text, provenance: { modelVersions: {}, inputHashes: {} }, atMs: 0 });
const saved = { rev: 3, text, visibility: 'private', savedAt: '2026-11-28T08:00:00.000Z' } as const;
const kept: KeptRecord = { ...fresh, saved };
const of = (record: KeptRecord | null, more: Partial<Circumstances> = {}) =>
  statusOf({ record, local: null, trouble: null, browser: 'keeps', ...more });

describe('how it stands with a scenario', () => {
  it('is said in one word', () => {
    expect(of(null)).toEqual({ kind: 'empty', rev: null });
    expect(of({ ...kept, text: EMPTY_TEXT })).toEqual({ kind: 'empty', rev: 3 });
    expect(of(fresh)).toEqual({ kind: 'saving' });
    expect(of(kept)).toEqual({ kind: 'saved', rev: 3, at: saved.savedAt });
    expect(of({ ...kept, note: 'Per la giunta' })).toEqual({ kind: 'saving' });
    expect(of({ ...kept, visibility: 'office' })).toEqual({ kind: 'saving' });
    expect(of(fresh, { trouble: 'disk-full' })).toEqual({ kind: 'offline', trouble: 'disk-full' });
    // What the server has it has, whether it answers or not.
    expect(of(kept, { trouble: 'away' })).toMatchObject({ kind: 'saved' });
    expect(of(fresh, { local: 'not-allowed' })).toEqual({ kind: 'local-only', why: 'not-allowed' });
    const theirs: Theirs = { ...saved, rev: 4, by: 'Bruno', isMine: true, provenance: fresh.provenance };
    expect(of({ ...kept, conflict: theirs }, { trouble: 'away' })).toEqual({ kind: 'conflict', by: 'Bruno' });
    expect(of({ ...kept, refused: { error: 'too-large' } })).toEqual({ kind: 'refused', error: 'too-large' });
    expect(of({ ...kept, refused: { error: 'deleted' } })).toEqual({ kind: 'deleted' });
    expect(of({ ...fresh, deletedAt: saved.savedAt })).toEqual({ kind: 'deleted' });
  });

  it('is that it is lost with the page, where neither browser nor server has it', () => {
    expect(of(kept, { browser: 'fault' })).toEqual({ kind: 'unkept' });
    expect(of(kept, { browser: 'fleeting' })).toMatchObject({ kind: 'saved' });
    expect(of(fresh, { browser: 'fleeting' })).toEqual({ kind: 'saving' });
    expect(of(fresh, { browser: 'fleeting', trouble: 'away' })).toEqual({ kind: 'unkept' });
    expect(of(fresh, { browser: 'fleeting', local: 'no-server' })).toEqual({ kind: 'unkept' });
  });
});

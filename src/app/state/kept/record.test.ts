// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saveRequest } from '../../../scenario/kept-scenario';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import {
  accepted,
  declined,
  edited,
  isDirty,
  type KeptRecord,
  met,
  newRecord,
  readRecord,
  requestOf,
  type Saved,
  type Sent,
  type Theirs,
  toSend,
} from './record';
import { EMPTY_TEXT, fingerprint, scenarioOf, textOf } from './scenario-text';

const provenance = { modelVersions: { traffic: '2' }, inputHashes: { zones: 'a' } };
const text = (name: string, description = '') => textOf({ ...EMPTY_SCENARIO, name, description });
const ID = '00000000-0000-4000-8000-000000000001';
const SAVE = '00000000-0000-4000-8000-000000000002';
const fresh = newRecord(ID, { text: text('Prova'), provenance, atMs: 0 });
const sending = toSend(fresh, SAVE);
const sent = sending.sent as Sent;
const saved = accepted(sending, sent, { rev: 1, savedAt: '2026-11-28T08:00:00Z' });
const theirs = (name: string, description: string, rev = 2): Theirs => ({
  ...{ rev, text: text(name, description), visibility: 'office', savedAt: '2026-11-28T09:00:00Z' },
  ...{ by: 'Bruno Verdi', isMine: true, provenance },
});

describe('a record', () => {
  it('remembers which texts came before', () => {
    const next = edited(fresh, { text: text('Altro'), provenance, atMs: 5 });
    expect([next.edition, next.trail]).toEqual([2, [fingerprint(text('Altro')), fingerprint(text('Prova'))]]);
    expect(edited(next, { text: text('Altro'), provenance, atMs: 9 })).toBe(next);
  });

  it('is sent as a request that the server takes', () => {
    const request = requestOf(sent, 'milano');
    expect(saveRequest.parse(request)).toEqual(request);
    expect(request).toMatchObject({ saveId: SAVE, baseRev: 0, parent: null, visibility: 'private' });
    expect(scenarioOf(JSON.stringify(request.file))).toEqual(scenarioOf(text('Prova')));
    expect(request.file).toMatchObject({ gemello: provenance });
    expect(requestOf({ ...sent, parent: { id: ID, rev: 0 } }, 'milano').parent).toBeNull();
    expect(requestOf({ ...sent, parent: { id: ID, rev: 2 } }, 'milano').parent).toEqual({ id: ID, rev: 2 });
  });

  it('is sent once, and not while something keeps it back', () => {
    expect(toSend(sending, 'another').sent?.saveId).toBe(SAVE);
    expect(toSend(saved, SAVE)).toBe(saved);
    expect(toSend({ ...fresh, refused: { error: 'too-large' } }, SAVE).sent).toBeNull();
    expect(toSend({ ...fresh, conflict: theirs('x', 'y') }, SAVE).sent).toBeNull();
    expect(toSend({ ...fresh, text: EMPTY_TEXT }, SAVE).sent).toBeNull();
    expect(isDirty({ ...fresh, deletedAt: '2026-11-28T08:00:00Z' })).toBe(false);
  });

  it('that was changed on the way is saved as it was sent, and has something to send still', () => {
    const changed = edited(sending, { text: text('Altro'), provenance, atMs: 1 });
    const after = accepted({ ...changed, note: 'nuova' }, sent, { rev: 1, savedAt: '2026-11-28T08:00:00Z' });
    expect(after.saved?.text).toBe(text('Prova'));
    expect([isDirty(after), after.note, toSend(after, 'next').sent]).toMatchObject([
      true,
      'nuova',
      { baseRev: 1 },
    ]);
  });

  it('heeds no answer to another save than the one on its way', () => {
    const other = { ...sent, saveId: 'another' };
    expect(accepted(sending, other, { rev: 9, savedAt: '' })).toBe(sending);
    expect(declined(sending, other, { error: 'too-large' })).toBe(sending);
    expect(met(sending, theirs('x', 'y'), 'another')).toBe(sending);
    // Only asked how it is, while a save is on its way.
    expect(met(sending, theirs('x', 'y'))).toBe(sending);
  });

  it('takes in what somebody else saved, and not the same twice', () => {
    const mine = toSend(edited(saved, { text: text('Mia'), provenance, atMs: 1 }), SAVE);
    const merged = met(mine, theirs('Prova', 'Di Bruno'), SAVE);
    expect(merged).toMatchObject({
      ...{
        text: text('Mia', 'Di Bruno'),
        by: 'Bruno Verdi',
        sent: null,
        conflict: null,
        visibility: 'office',
      },
      saved: { rev: 2, text: text('Prova', 'Di Bruno') },
    });
    expect(met(merged, theirs('Prova', 'Di Bruno', 2))).toBe(merged);
    const disputed = met(mine, theirs('Di Bruno', ''), SAVE);
    expect(disputed).toMatchObject({
      text: text('Mia'),
      sent: null,
      conflict: { rev: 2 },
      saved: { rev: 1 },
    });
  });

  it('is sent on top of what the server has, where that has gone back to an earlier version', () => {
    const later: KeptRecord = { ...saved, saved: { ...(saved.saved as Saved), rev: 10 } };
    const back = met(later, theirs('Vecchia', '', 7));
    expect(back).toMatchObject({ text: text('Prova'), saved: { rev: 7, text: text('Vecchia') } });
    expect(toSend(back, SAVE).sent).toMatchObject({ baseRev: 7, text: text('Prova') });
    const changed = toSend(edited(later, { text: text('Mia'), provenance, atMs: 1 }), SAVE);
    const refused = met(changed, theirs('Vecchia', '', 7), SAVE);
    expect(refused).toMatchObject({ text: text('Mia'), sent: null, saved: { rev: 7 } });
  });

  it('is in dispute no longer, once what somebody else saved last goes together with it', () => {
    const mine = toSend(edited(saved, { text: text('Mia'), provenance, atMs: 1 }), SAVE);
    const disputed = met(mine, theirs('Di Bruno', ''), SAVE);
    const settled = met(disputed, theirs('Prova', 'Di Bruno', 3));
    expect(settled).toMatchObject({ text: text('Mia', 'Di Bruno'), conflict: null, saved: { rev: 3 } });
  });

  it('is read where it is whole, and else is none', () => {
    expect(readRecord(structuredClone(saved))).toEqual(saved);
    const spoilt: unknown[] = [
      null,
      'x',
      {},
      { ...saved, text: '{"type":' },
      { ...saved, text: undefined },
      { ...saved, trail: null },
      { ...saved, saved: 'yes' },
      { ...saved, edition: '1' },
    ];
    for (const one of spoilt) expect(readRecord(one)).toBeNull();
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(saved)), (value, key) => {
        const record: KeptRecord | null = readRecord({ ...saved, [key]: value });
        // What is read can be worked with.
        if (record) expect(() => scenarioOf(record.text)).not.toThrow();
      }),
    );
  });
});

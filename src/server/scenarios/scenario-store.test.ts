// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { anyProvenance, anyScenario } from '../../scenario/fixtures/any-scenario';
import type { Visibility } from '../../scenario/kept-scenario';
import type { Person } from '../../scenario/roles';
import { readScenario, writeScenario } from '../../scenario/saved-file';
import { onBothDatabases } from '../database/fixtures/both';
import { auditOf } from './audit';
import { ADA, ANNA, BRUNO, fileOf, PAOLA, request, VITO } from './fixtures/saves';
import { ScenarioHistory } from './scenario-history';
import { ScenarioStore } from './scenario-store';

onBothDatabases('kept scenarios', (database) => {
  let store: ScenarioStore;
  let history: ScenarioHistory;
  let id: string;
  beforeEach(() => {
    store = new ScenarioStore(database());
    history = new ScenarioHistory(database());
    id = randomUUID();
  });
  const nameNow = async (who: Person = ADA) => (await store.read(who, id)).name;

  it('are there as they were saved, with who made them and when', async () => {
    const file = fileOf({
      name: '<script>alert(1)</script> “Area C” a 7,50 €',
      description: 'è\n\\ "',
      author: 'Anna',
    });
    const answer = await store.save(ANNA, id, request('', { file, visibility: 'office' }));
    expect(answer).toMatchObject({ id, rev: 1 });
    expect(Math.abs(Date.parse(answer.savedAt) - Date.now())).toBeLessThan(60_000);
    expect(await store.read(BRUNO, id)).toEqual({
      ...{ id, rev: 1, cityId: 'milano', visibility: 'office', parent: null, deletedAt: null },
      name: '<script>alert(1)</script> “Area C” a 7,50 €',
      description: 'è\n\\ "',
      measures: 0,
      owner: 'Anna',
      isMine: false,
      createdAt: answer.savedAt,
      savedAt: answer.savedAt,
      savedBy: 'Anna',
      file,
    });
  });

  it('come back to the last figure, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, anyProvenance, async (scenario, saved) => {
        const text = writeScenario(scenario, saved);
        const one = randomUUID();
        const kept = await store
          .save(ANNA, one, request('', { file: JSON.parse(text) }))
          .catch((error: Error) => error);
        // A zero and half a character are refused in words; everything else is kept.
        if (/\\u(0000|d[89a-f])/.test(JSON.stringify(JSON.parse(text)))) {
          expect(kept).toMatchObject({ fault: 'not-a-scenario', more: { at: { code: 'not-a-text' } } });
          return;
        }
        const back = readScenario(JSON.stringify((await store.read(ANNA, one)).file));
        expect(writeScenario(back.scenario, back.saved)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('refuse a save that began from what is no longer there, and say what is', async () => {
    await store.save(ANNA, id, request('first', { visibility: 'office' }));
    await store.save(BRUNO, id, request('second', { baseRev: 1, visibility: 'office' }));
    const late = store.save(ANNA, id, request('third', { baseRev: 1, visibility: 'office' }));
    await expect(late).rejects.toMatchObject({
      fault: 'conflict',
      more: { current: { rev: 2, name: 'second', savedBy: 'Bruno', file: fileOf({ name: 'second' }) } },
    });
    expect(await nameNow()).toBe('second');
  });

  it('take one of many saves that begin from the same, and lose none that was confirmed', async () => {
    await store.save(ANNA, id, request('0', { visibility: 'office' }));
    const saves = Array.from({ length: 12 }, (_, i) =>
      request(`${i + 1}`, { baseRev: 1, visibility: 'office' }),
    );
    const ends = await Promise.allSettled(saves.map((one) => store.save(BRUNO, id, one)));
    const taken = ends.flatMap((end, i) => (end.status === 'fulfilled' ? [`${i + 1}`] : []));
    expect(taken).toHaveLength(1);
    expect(await nameNow()).toBe(taken[0]);
    expect(ends.filter((end) => end.status === 'rejected' && end.reason.fault === 'conflict')).toHaveLength(
      11,
    );
  });

  it('take one of many that make it at once', async () => {
    const ends = await Promise.allSettled(
      [ANNA, BRUNO, ANNA, BRUNO].map((who) =>
        store.save(who, id, request(who.name, { visibility: 'office' })),
      ),
    );
    const faults = ends.map((end) => (end.status === 'fulfilled' ? 'kept' : end.reason.fault)).sort();
    expect(faults).toEqual(['conflict', 'conflict', 'conflict', 'kept']);
  });

  it('answer the same save twice and keep it once, also after somebody else’s', async () => {
    const first = request('first', { visibility: 'office' });
    const kept = await store.save(ANNA, id, first);
    expect(await store.save(ANNA, id, first)).toEqual(kept);
    await store.save(BRUNO, id, request('second', { baseRev: 1, visibility: 'office' }));
    expect(await store.save(ANNA, id, first)).toEqual(kept);
    expect(await nameNow()).toBe('second');
    expect((await history.revisions(ANNA, id)).map(({ rev }) => rev)).toEqual([2, 1]);
  });

  it('make no revision of a save that changes nothing, but of one that is named', async () => {
    const kept = await store.save(ANNA, id, request('one'));
    expect(await store.save(ANNA, id, request('one', { baseRev: 1 }))).toEqual(kept);
    expect((await store.save(ANNA, id, request('one', { baseRev: 1, note: 'for the council' }))).rev).toBe(2);
    expect(await history.revisions(ANNA, id)).toMatchObject([
      { rev: 2, note: 'for the council', savedBy: 'Anna', name: 'one' },
      { rev: 1, note: '' },
    ]);
  });

  describe('their history', () => {
    it('keeps of one person’s pauses the last, but the first, the named, the answered and where others began', async () => {
      const save = (who: Person, name: string, baseRev: number, note = '') =>
        store.save(who, id, request(name, { baseRev, note, visibility: 'office' }));
      await save(ANNA, 'a1', 0);
      await save(ANNA, 'a2', 1);
      await save(ANNA, 'a3', 2, 'named');
      await save(ANNA, 'a4', 3);
      await history.keepAnswer(ANNA, id, '0123456789abcdef', 4, Uint8Array.of(1));
      await save(ANNA, 'a5', 4);
      await store.save(ANNA, randomUUID(), request('variant', { parent: { id, rev: 5 } }));
      await save(ANNA, 'a6', 5);
      await save(ANNA, 'a7', 6);
      await save(BRUNO, 'b8', 7);
      await save(ANNA, 'a9', 8);
      expect((await history.revisions(ANNA, id)).map(({ rev }) => rev)).toEqual([9, 8, 7, 5, 4, 3, 1]);
      expect(await history.revision(ANNA, id, 3)).toEqual(fileOf({ name: 'a3' }));
      await expect(history.revision(ANNA, id, 2)).rejects.toMatchObject({ fault: 'not-found' });
    });

    it('keeps one a span of time', async () => {
      await store.save(ANNA, id, request('1'));
      await store.save(ANNA, id, request('2', { baseRev: 1 }));
      await database().query(
        `UPDATE scenario_revisions SET saved_at = saved_at - interval '11 minutes' WHERE rev = 2`,
      );
      await store.save(ANNA, id, request('3', { baseRev: 2 }));
      await store.save(ANNA, id, request('4', { baseRev: 3 }));
      expect((await history.revisions(ANNA, id)).map(({ rev }) => rev)).toEqual([4, 2, 1]);
    });

    it('has a trail that says who did what', async () => {
      await store.save(ANNA, id, request('1', { visibility: 'office' }));
      await store.save(BRUNO, id, request('2', { baseRev: 1, visibility: 'office' }));
      await store.save(ANNA, id, request('2', { baseRev: 2, visibility: 'private' }));
      await store.setDeleted(ANNA, id, true);
      await store.setDeleted(ANNA, id, false);
      const lines = await auditOf(database(), ANNA, id);
      expect(lines.map(({ who, action, rev }) => `${who} ${action} ${rev}`)).toEqual([
        'Anna created 1',
        'Bruno saved 2',
        'Anna shown-to 3',
        'Anna saved 3',
        'Anna deleted 3',
        'Anna restored 3',
      ]);
      await expect(auditOf(database(), BRUNO, id)).rejects.toMatchObject({ fault: 'not-found' });
      expect(await auditOf(database(), ADA, id)).toEqual(lines);
    });
  });

  describe('and who may what', () => {
    const everybody = {
      nobody: null,
      viewer: VITO,
      colleague: BRUNO,
      publisher: PAOLA,
      owner: ANNA,
      admin: ADA,
    };
    const seen: Record<Visibility, (keyof typeof everybody)[]> = {
      private: ['owner', 'admin'],
      office: ['viewer', 'colleague', 'publisher', 'owner', 'admin'],
      public: ['nobody', 'viewer', 'colleague', 'publisher', 'owner', 'admin'],
    };
    const changed: Record<Visibility, (keyof typeof everybody)[]> = {
      private: ['owner', 'admin'],
      office: ['colleague', 'publisher', 'owner', 'admin'],
      public: ['publisher', 'admin'],
    };
    it.each(Object.keys(seen) as Visibility[])('%s', async (visibility) => {
      await store.save(ANNA, id, request('x'));
      await database().query('UPDATE scenarios SET visibility = $1', [visibility]);
      for (const [name, who] of Object.entries(everybody)) {
        const list = await store.list(who, { cityId: 'milano', deleted: false, after: null });
        const reads = await store.read(who, id).then(
          () => true,
          (error) => error.fault !== 'not-found',
        );
        const isSeen = seen[visibility].includes(name as keyof typeof everybody);
        expect([name, list.scenarios.length === 1, reads]).toEqual([name, isSeen, isSeen]);
        if (who === null || who === VITO) continue;
        const { rev } = await store.read(ADA, id);
        const saves = await store.save(who, id, request(`by ${name}`, { baseRev: rev, visibility })).then(
          () => 'saved',
          (error) => error.fault,
        );
        const isChanged = changed[visibility].includes(name as keyof typeof everybody);
        expect([name, saves]).toEqual([name, isChanged ? 'saved' : isSeen ? 'not-allowed' : 'not-found']);
      }
    });

    it('shows to the office and to everybody by whose say it is', async () => {
      const show = (who: Person, visibility: Visibility, baseRev: number) =>
        store.save(who, id, request('x', { visibility, baseRev })).then(
          ({ rev }) => rev,
          (error) => error.fault,
        );
      expect(await show(ANNA, 'public', 0)).toBe('not-allowed');
      expect(await show(ANNA, 'office', 0)).toBe(1);
      expect(await show(BRUNO, 'private', 1)).toBe('not-allowed');
      expect(await show(BRUNO, 'public', 1)).toBe('not-allowed');
      expect(await show(PAOLA, 'public', 1)).toBe(2);
      expect(await show(ANNA, 'office', 2)).toBe('not-allowed');
      expect(await show(PAOLA, 'office', 2)).toBe(3);
      expect(await show(ANNA, 'private', 3)).toBe(4);
    });

    it('tells no names to whom nobody knows', async () => {
      await store.save(PAOLA, id, request('x', { visibility: 'public' }));
      expect(await store.read(null, id)).toMatchObject({ owner: '', savedBy: '', isMine: false });
      expect((await history.revisions(null, id))[0]?.savedBy).toBe('');
    });

    it('makes no variant of what one may not see', async () => {
      await store.save(ANNA, id, request('x'));
      const variant = store.save(BRUNO, randomUUID(), request('y', { parent: { id, rev: 1 } }));
      await expect(variant).rejects.toMatchObject({ fault: 'not-found' });
    });
  });

  it('lie in the bin until they are brought back', async () => {
    await store.save(ANNA, id, request('x', { visibility: 'office' }));
    await expect(store.setDeleted(BRUNO, id, true)).rejects.toMatchObject({ fault: 'not-allowed' });
    await store.setDeleted(ANNA, id, true);
    const list = async (deleted: boolean) =>
      (await store.list(ANNA, { cityId: 'milano', deleted, after: null })).scenarios.map((one) => one.id);
    expect([await list(false), await list(true)]).toEqual([[], [id]]);
    const save = store.save(ANNA, id, request('y', { baseRev: 1, visibility: 'office' }));
    await expect(save).rejects.toMatchObject({ fault: 'deleted' });
    await store.setDeleted(ANNA, id, false);
    expect(await list(false)).toEqual([id]);
    expect((await store.read(ANNA, id)).deletedAt).toBeNull();
  });

  it('are a publisher’s to throw away once everybody sees them', async () => {
    await store.save(ANNA, id, request('x', { visibility: 'office' }));
    await store.save(PAOLA, id, request('x', { baseRev: 1, visibility: 'public' }));
    await expect(store.setDeleted(ANNA, id, true)).rejects.toMatchObject({ fault: 'not-allowed' });
    expect((await store.read(ANNA, id)).deletedAt).toBeNull();
  });

  it('are listed newest first, by city, a thousand at a time', async () => {
    await store.save(ANNA, id, request('of another', { cityId: 'torino' }));
    await database().query(
      `INSERT INTO scenarios (id, rev, city_id, owner_id, owner_name, visibility, name, description, measures, saved_at, saved_by)
       SELECT gen_random_uuid(), 1, 'milano', 'anna', 'Anna', 'private', 'n' || n, '', 0,
         '2026-01-01T00:00:00Z'::timestamptz + (n / 3) * interval '1 second', 'Anna'
       FROM generate_series(1, 2300) n`,
    );
    const names: string[] = [];
    let after: string | null = null;
    const sizes: number[] = [];
    do {
      const page: Awaited<ReturnType<ScenarioStore['list']>> = await store.list(ANNA, {
        cityId: 'milano',
        deleted: false,
        after,
      });
      sizes.push(page.scenarios.length);
      names.push(...page.scenarios.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(sizes).toEqual([1000, 1000, 300]);
    expect(new Set(names).size).toBe(2300);
    expect(Number(names[0]?.slice(1))).toBeGreaterThanOrEqual(2298);
  });

  it('keep an answer once, for who may see the scenario', async () => {
    await store.save(ANNA, id, request('x'));
    const key = 'abcdef0123456789';
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
    await history.keepAnswer(ANNA, id, key, 1, bytes);
    await history.keepAnswer(ANNA, id, key, 1, Uint8Array.of(9));
    expect(Buffer.from(await history.answer(ANNA, id, key)).equals(bytes)).toBe(true);
    const heads = await history.answers(ANNA, id);
    expect(heads).toEqual([{ key, rev: 1, bytes: 5000, savedBy: 'Anna', savedAt: heads[0]?.savedAt }]);
    expect(Math.abs(Date.parse(heads[0]?.savedAt ?? '') - Date.now())).toBeLessThan(60_000);
    await expect(history.answer(BRUNO, id, key)).rejects.toMatchObject({ fault: 'not-found' });
    await expect(history.answers(BRUNO, id)).rejects.toMatchObject({ fault: 'not-found' });
    await expect(history.keepAnswer(ANNA, id, key, 7, bytes)).rejects.toMatchObject({ fault: 'not-found' });
  });

  it('say who gave an answer to who is signed in alone', async () => {
    await store.save(PAOLA, id, request('x', { visibility: 'public' }));
    await history.keepAnswer(PAOLA, id, 'abcdef0123456789', 1, Uint8Array.of(1));
    const by = async (who: Person | null) => (await history.answers(who, id)).map(({ savedBy }) => savedBy);
    expect([await by(VITO), await by(null)]).toEqual([['Paola'], ['']]);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { onBothDatabases } from '../database/fixtures/both';
import { ANNA, BRUNO, fileOf, PAOLA, request } from './fixtures/saves';
import { PublicationStore } from './publication-store';
import { ScenarioHistory } from './scenario-history';
import { ScenarioStore } from './scenario-store';

const KEY = '0123456789abcdef';

onBothDatabases('publications', (database) => {
  let publications: PublicationStore;
  let scenarioId: string;
  let id: string;
  beforeEach(async () => {
    publications = new PublicationStore(database());
    [scenarioId, id] = [randomUUID(), randomUUID()];
    await new ScenarioStore(database()).save(
      ANNA,
      scenarioId,
      request('as it was', { visibility: 'office' }),
    );
    await new ScenarioHistory(database()).keepAnswer(ANNA, scenarioId, KEY, 1, Uint8Array.of(1, 2, 3));
  });
  const asked = (more: object = {}) => ({
    ...{ scenarioId, rev: 1, answerKey: KEY, title: 'Area C', digest: { totals: [1.5] } },
    ...more,
  });

  it('stay as they were published, whatever becomes of the scenario', async () => {
    const head = await publications.publish(PAOLA, id, asked());
    expect(head).toMatchObject({
      id,
      scenarioId,
      rev: 1,
      title: 'Area C',
      publishedBy: 'Paola',
      withdrawnAt: null,
    });
    const store = new ScenarioStore(database());
    await store.save(BRUNO, scenarioId, request('changed', { baseRev: 1, visibility: 'office' }));
    await store.setDeleted(ANNA, scenarioId, true);
    expect(await publications.read(id)).toEqual({
      ...head,
      file: fileOf({ name: 'as it was' }),
      digest: { totals: [1.5] },
    });
    expect([...(await publications.answer(id))]).toEqual([1, 2, 3]);
    expect(await publications.list('milano')).toEqual([head]);
    expect(await publications.list('torino')).toEqual([]);
  });

  it('say nothing of the notes of whoever works on it', async () => {
    const notes = [{ id: 'n1', at: lonLat(9.19, 45.46), text: 'Solo per noi' }];
    const noted = request('with notes', {
      baseRev: 1,
      visibility: 'office',
      file: fileOf({ name: 'with notes', notes }),
    });
    const store = new ScenarioStore(database());
    await store.save(ANNA, scenarioId, noted);
    await publications.publish(PAOLA, id, asked({ rev: 2 }));
    const published = await publications.read(id);
    expect(published.file).toEqual(fileOf({ name: 'with notes' }));
    expect(JSON.stringify(published)).not.toContain('Solo per noi');
    // They stay with the scenario.
    expect((await store.read(ANNA, scenarioId)).file).toEqual(noted.file);
  });

  it('are made once, however often they are asked for, and of what there is', async () => {
    const head = await publications.publish(PAOLA, id, asked());
    expect(await publications.publish(PAOLA, id, asked())).toEqual(head);
    await expect(publications.publish(PAOLA, id, asked({ title: 'Other words' }))).rejects.toMatchObject({
      fault: 'bad-request',
    });
    const other = publications.publish(PAOLA, randomUUID(), asked({ answerKey: 'ffffffffffffffff' }));
    await expect(other).rejects.toMatchObject({ fault: 'not-found' });
    await expect(publications.publish(PAOLA, randomUUID(), asked({ rev: 2 }))).rejects.toMatchObject({
      fault: 'not-found',
    });
  });

  it('say nothing any more once they are withdrawn, but that they were', async () => {
    await publications.publish(PAOLA, id, asked());
    await publications.withdraw(PAOLA, id);
    const { file, digest, withdrawnAt, title } = await publications.read(id);
    expect({ file, digest, title }).toEqual({ file: null, digest: null, title: 'Area C' });
    expect(Date.parse(withdrawnAt as string)).toBeGreaterThan(0);
    await expect(publications.answer(id)).rejects.toMatchObject({ fault: 'deleted' });
    await expect(publications.read(randomUUID())).rejects.toMatchObject({ fault: 'not-found' });
    await expect(publications.withdraw(PAOLA, randomUUID())).rejects.toMatchObject({ fault: 'not-found' });
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** Two instances on one database, restarted one after the other while people save: no save is lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../commands/postgres.mjs';
import { type OpenPostgres, openPostgres } from './database/fixtures/postgres';
import { type Keeping, startKeeping } from './scenarios/fixtures/keeping';
import { fileOf, request } from './scenarios/fixtures/saves';

const bin = findPostgres();

describe.skipIf(!bin)('two instances', () => {
  let postgres: OpenPostgres;
  beforeAll(async () => {
    postgres = await openPostgres(bin as string);
  });
  afterAll(() => postgres.close());

  it('are restarted one after the other, and every save is kept, once', async () => {
    const instances = [await startKeeping(postgres.url), await startKeeping(postgres.url)];
    let isOver = false;
    let turn = 0;
    /** As a proxy does: the next one where this one does not answer; as the page does: the same save again. */
    const save = async (id: string, baseRev: number, name: string): Promise<number> => {
      const body = JSON.stringify(request('', { baseRev, note: name, file: fileOf({ name }) }));
      for (let tries = 0; tries < 200; tries++) {
        const { url } = instances[turn++ % instances.length] as Keeping;
        const answer = await fetch(`${url}/api/scenarios/${id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body,
        }).catch(() => null);
        if (answer?.ok) return ((await answer.json()) as { rev: number }).rev;
        if (answer && answer.status < 500) throw new Error(`${answer.status}: ${await answer.text()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('no instance answers');
    };
    const planners = Array.from({ length: 4 }, async (_, n) => {
      const id = randomUUID();
      let rev = 0;
      let saves = 0;
      while (!isOver) rev = await save(id, rev, `${n} ${++saves}`);
      return { id, rev, saves };
    });
    for (const which of [0, 1, 0]) {
      const before = instances[which] as Keeping;
      before.child.kill('SIGTERM');
      expect(await before.ended).toBe(0);
      instances[which] = await startKeeping(postgres.url);
    }
    isOver = true;
    for (const { id, rev, saves } of await Promise.all(planners)) {
      expect(saves).toBeGreaterThan(10);
      const url = `${(instances[0] as Keeping).url}/api/scenarios/${id}/revisions`;
      const { revisions } = (await (await fetch(url)).json()) as {
        revisions: { rev: number; note: string }[];
      };
      // Each is there once, in order: as many revisions as saves.
      expect(revisions.map((one) => one.rev)).toEqual(Array.from({ length: saves }, (_, i) => saves - i));
      expect(rev).toBe(saves);
    }
    for (const { child } of instances) child.kill();
  }, 120_000);
});

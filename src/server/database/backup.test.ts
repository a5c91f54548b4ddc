// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { ANNA, BRUNO, PAOLA, request } from '../scenarios/fixtures/saves';
import { PublicationStore } from '../scenarios/publication-store';
import { ScenarioHistory } from '../scenarios/scenario-history';
import { ScenarioStore } from '../scenarios/scenario-store';
import { restoreBackup, writeBackup } from './backup';
import type { Database } from './database';
import { EmbeddedDatabase } from './embedded-database';
import { EMPTY, onBothDatabases } from './fixtures/both';
import { MigratedDatabase } from './open';

const AT = '2026-11-28T09:30:00.000Z';

async function fill(database: Database): Promise<void> {
  const [store, history, first] = [new ScenarioStore(database), new ScenarioHistory(database), randomUUID()];
  await store.save(ANNA, first, request('prima “così”\n\u2028\u2029', { visibility: 'office' }));
  await store.save(BRUNO, first, request('poi', { baseRev: 1, visibility: 'office', note: 'di Bruno' }));
  await history.keepAnswer(
    ANNA,
    first,
    '0123456789abcdef',
    2,
    Uint8Array.from({ length: 3000 }, (_, i) => i % 256),
  );
  await new PublicationStore(database).publish(PAOLA, randomUUID(), {
    ...{ scenarioId: first, rev: 2, answerKey: '0123456789abcdef', title: 'Esito', digest: { is: 0.1 } },
  });
  for (let n = 0; n < 45; n++)
    await store.save(ANNA, randomUUID(), request(`variante ${n}`, { parent: { id: first, rev: 1 } }));
}

async function backupOf(database: Database): Promise<{ lines: string[]; sha256: string; rows: number }> {
  const lines: string[] = [];
  const end = await writeBackup(database, AT, async (line) => {
    lines.push(line);
  });
  return { lines, ...end };
}
const restored = (database: Database, lines: readonly string[]) =>
  restoreBackup(database, Readable.from([Buffer.from(lines.join(''))]));

onBothDatabases('a backup', (database) => {
  it('brings everything back as it was, also into the other kind of database', async () => {
    await fill(database());
    const { lines, sha256, rows } = await backupOf(database());
    // 46 scenarios, 47 revisions, an answer, a publication, 49 lines of the trail.
    expect(rows).toBe(46 + 47 + 1 + 1 + 49);
    await database().run(EMPTY);
    expect(await restored(database(), lines)).toEqual({ rows, sha256 });
    expect(await backupOf(database())).toEqual({ lines, sha256, rows });
    const other = new MigratedDatabase(await EmbeddedDatabase.open(null));
    await restored(other, lines);
    expect((await backupOf(other)).sha256).toBe(sha256);
    // And one goes on in it.
    await new ScenarioStore(other).save(ANNA, randomUUID(), request('nuovo'));
    await other.close();
  });

  it('is brought back whole or not at all', async () => {
    await fill(database());
    const { lines } = await backupOf(database());
    const there = restored(database(), lines);
    await expect(there).rejects.toThrow('the database has scenarios already');
    await database().run(EMPTY);
    const last = lines.length - 1;
    const faults: [readonly string[], string][] = [
      [lines.slice(0, last), 'the rest of it is missing'],
      [lines.slice(0, 20), 'the rest of it is missing'],
      [lines.with(3, lines[3]?.replace('variante', 'Variante') ?? ''), 'its checksum is another'],
      [[...lines.slice(0, 5), ...lines.slice(6)], /checksum|foreign key/.source],
      [lines.with(4, 'rubbish\n'), 'line 5: no JSON object'],
      [lines.with(4, '{"table":"pg_authid","row":{}}\n'), 'line 5: no table pg_authid'],
      [lines.with(0, '{"format":"other"}\n'), 'this is no backup of scenarios'],
      [lines.with(0, '{"format":"gemello-backup","migrations":99}\n'), 'it is of tables of version 99'],
      [[...lines, '{}\n'], 'there is more after its end'],
      [[], 'the rest of it is missing'],
    ];
    for (const [wrong, fault] of faults) {
      await expect(restored(database(), wrong)).rejects.toThrow(new RegExp(fault));
      expect(await database().query('SELECT 1 FROM scenarios')).toEqual([]);
    }
  });
});

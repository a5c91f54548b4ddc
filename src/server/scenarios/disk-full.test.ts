// SPDX-License-Identifier: EUPL-1.2
/** A real disk that is really full: what was confirmed is there, what was refused is not, and room made helps. */
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findPostgres } from '../../../commands/postgres.mjs';
import { type Database, DatabaseFault } from '../database/database';
import { EmbeddedDatabase } from '../database/embedded-database';
import { openPostgres } from '../database/fixtures/postgres';
import { MigratedDatabase } from '../database/open';
import { ServerDatabase } from '../database/server-database';
import { ANNA, request } from './fixtures/saves';
import { ScenarioHistory } from './scenario-history';
import { ScenarioStore } from './scenario-store';

const ANSWER_BYTES = 4_000_000;
const BALLAST_BYTES = 48_000_000;

/** A folder on a disk of so many megabytes; undefined where nobody may make one here. */
function smallDisk(megabytes: number): { dir: string; close: () => void } | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'gemello-full-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', dir]);
  if (mounted.status !== 0) {
    rmSync(dir, { recursive: true });
    return undefined;
  }
  return {
    dir,
    close: () => {
      spawnSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
const probe = smallDisk(1);
probe?.close();
if (!probe) console.warn('No disk can be mounted here: the tests of a full one are skipped.');

/** Keeps answers of some megabytes until one is refused. */
async function fill(database: Database, id: string): Promise<{ kept: string[]; fault: unknown }> {
  const history = new ScenarioHistory(database);
  const kept: string[] = [];
  for (let n = 0; n < 200; n++) {
    const key = randomBytes(8).toString('hex');
    try {
      await history.keepAnswer(ANNA, id, key, 1, randomBytes(ANSWER_BYTES));
      kept.push(key);
    } catch (fault) {
      return { kept, fault };
    }
  }
  return { kept, fault: undefined };
}

describe.skipIf(!probe)('a disk that is full', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const tryIt = async (disk: { dir: string }, open: () => Promise<Database>): Promise<void> => {
    const ballast = join(disk.dir, 'ballast');
    writeFileSync(ballast, Buffer.alloc(BALLAST_BYTES));
    const id = randomUUID();
    const database = await open();
    await new ScenarioStore(database).save(ANNA, id, request('x'));
    const { kept, fault } = await fill(database, id);
    expect(fault).toBeInstanceOf(DatabaseFault);
    expect(kept.length).toBeGreaterThan(0);
    rmSync(ballast);
    const history = new ScenarioHistory(database);
    // A server that has stopped for it comes back by itself once there is room.
    await expect
      .poll(async () => (await history.answers(ANNA, id).catch(() => [])).map(({ key }) => key).sort(), {
        timeout: 20_000,
      })
      .toEqual([...kept].sort());
    await history.keepAnswer(ANNA, id, 'ffffffffffffffff', 1, randomBytes(ANSWER_BYTES));
    expect((await history.answer(ANNA, id, 'ffffffffffffffff')).length).toBe(ANSWER_BYTES);
    await database.close();
  };

  it('the embedded database’s', async () => {
    const disk = smallDisk(260);
    if (!disk) throw new Error('no disk');
    closing.push(disk.close);
    const dir = join(disk.dir, 'data');
    await tryIt(disk, async () => new MigratedDatabase(await EmbeddedDatabase.open(dir)));
  }, 120_000);

  const bin = findPostgres();
  it.skipIf(!bin)(
    'a database server’s',
    async () => {
      const disk = smallDisk(200);
      if (!disk) throw new Error('no disk');
      closing.push(disk.close);
      const postgres = await openPostgres(bin as string, { in: disk.dir });
      closing.push(() => postgres.close());
      await tryIt(disk, async () => new MigratedDatabase(new ServerDatabase(postgres.url)));
    },
    120_000,
  );
});

// SPDX-License-Identifier: EUPL-1.2
/** `npm run backup -- FILE` and `npm run restore -- FILE`: everything that is kept of scenarios, out and in again. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { restoreBackup, writeBackup } from '../src/server/database/backup';
import type { Database } from '../src/server/database/database';
import { openDatabaseOf } from '../src/server/database/open';

const USAGE = `usage: npm run backup -- FILE.jsonl.gz [--scenarios DIR]
       npm run restore -- FILE.jsonl.gz [--scenarios DIR]
  FILE           lines of JSON, compressed: scenarios with their history, answers, publications, the trail
  --scenarios D  the folder that \`npm run serve\` has; default: the PostgreSQL of DATABASE_URL where that is set,
                 else the folder scenario-data (of a server that is stopped)
  A backup is restored into a database that has no scenarios yet, all of it or nothing.`;

const projectDir = fileURLToPath(new URL('../', import.meta.url));

/** Beside first, then in its place: a backup that broke off is none. */
async function back(database: Database, file: string): Promise<string> {
  const beside = `${file}.part`;
  const zipped = createGzip();
  const taken = pipeline(zipped, (await open(beside, 'w')).createWriteStream({ flush: true }));
  taken.catch(() => undefined);
  try {
    const { rows, sha256 } = await writeBackup(database, new Date().toISOString(), async (line) => {
      // As fast as the disk takes it; one that is full ends it.
      if (!zipped.write(line)) await Promise.race([once(zipped, 'drain'), taken]);
    });
    zipped.end();
    await taken;
    await rename(beside, file);
    return `${file}: ${rows} rows, sha256 ${sha256}`;
  } catch (error) {
    zipped.destroy();
    await taken.catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}

async function restore(database: Database, file: string): Promise<string> {
  const unzipped = createGunzip();
  const read = pipeline(createReadStream(file), unzipped);
  read.catch(() => undefined);
  const { rows, sha256 } = await restoreBackup(database, unzipped);
  await read;
  return `${file}: ${rows} rows restored, sha256 ${sha256}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scenarios: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [what, file, ...more] = positionals;
  if (values.help || !file || more.length > 0 || (what !== 'backup' && what !== 'restore')) {
    console.log(USAGE);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const database = await openDatabaseOf(values.scenarios, process.env, projectDir);
  try {
    console.log(await (what === 'backup' ? back : restore)(database, resolve(file)));
  } finally {
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

// SPDX-License-Identifier: EUPL-1.2
/** The server is killed between a save and its answer: what it confirmed is there, and nothing is half there. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../../commands/postgres.mjs';
import { seeded } from '../../city/seeded';
import { type OpenPostgres, openPostgres } from '../database/fixtures/postgres';
import { type Keeping, startKeeping } from './fixtures/keeping';
import { fileOf, request } from './fixtures/saves';

/** On a server the process is all that starts again; the embedded database has to recover each time. */
const KILLS = { server: 200, embedded: 30 };
/** Saves follow one another for at most so long before the kill: the answer to one takes a few. */
const WITHIN_MS = 40;

/** What a page knows of one scenario: what was confirmed last, and what it asked for without an answer. */
interface Page {
  readonly id: string;
  rev: number;
  confirmed: string | null;
  asked: string[];
}

/** Saves one after the other until there is no answer any more. */
async function saveUntilKilled(url: string, page: Page): Promise<void> {
  for (let n = 0; ; n++) {
    const name = `${page.id} ${page.rev} ${n}`;
    page.asked.push(name);
    const answer = await fetch(`${url}/api/scenarios/${page.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        request('', { baseRev: page.rev, file: fileOf({ name, description: name.repeat(50) }) }),
      ),
    }).then(
      async (response) => ({ status: response.status, body: (await response.json()) as { rev: number } }),
      () => null,
    );
    if (!answer) return;
    expect(answer.status).toBe(200);
    page.rev = answer.body.rev;
    page.confirmed = name;
    page.asked = [];
  }
}

/** What is there, and that it is whole: its list and its history say the same. */
async function check(url: string, page: Page): Promise<'lost' | 'half' | 'kept'> {
  const answer = await fetch(`${url}/api/scenarios/${page.id}`);
  if (answer.status === 404) return page.confirmed === null ? 'kept' : 'lost';
  const there = (await answer.json()) as {
    rev: number;
    name: string;
    file: { gemello: { name: string; description: string } };
  };
  const { revisions } = (await (await fetch(`${url}/api/scenarios/${page.id}/revisions`)).json()) as {
    revisions: { rev: number; name: string }[];
  };
  const { name, description } = there.file.gemello;
  const isWhole =
    there.name === name &&
    description === name.repeat(50) &&
    revisions[0]?.rev === there.rev &&
    revisions[0]?.name === name;
  if (!isWhole) return 'half';
  const isKnown = name === page.confirmed || page.asked.includes(name);
  page.rev = there.rev;
  page.confirmed = name;
  page.asked = [];
  return isKnown ? 'kept' : 'lost';
}

async function killOften(kills: number, start: () => Promise<Keeping>): Promise<Record<string, number>> {
  const random = seeded('kills');
  const ends = { kept: 0, lost: 0, half: 0, unanswered: 0 };
  const page: Page = { id: randomUUID(), rev: 0, confirmed: null, asked: [] };
  let server = await start();
  for (let n = 0; n < kills; n++) {
    const saving = saveUntilKilled(server.url, page);
    await new Promise((resolve) => setTimeout(resolve, random() * WITHIN_MS));
    server.child.kill('SIGKILL');
    await Promise.all([server.ended, saving]);
    if (page.asked.length > 0) ends.unanswered++;
    server = await start();
    ends[await check(server.url, page)]++;
  }
  server.child.kill('SIGKILL');
  await server.ended;
  return ends;
}

const bin = findPostgres();
describe.skipIf(!bin)('on a database server', () => {
  let postgres: OpenPostgres;
  beforeAll(async () => {
    postgres = await openPostgres(bin as string);
  });
  afterAll(() => postgres.close());

  it(`of ${KILLS.server} kills none loses what was confirmed, and none leaves a half`, async () => {
    const ends = await killOften(KILLS.server, () => startKeeping(postgres.url));
    console.log(
      `${KILLS.server} kills on a server: ${ends.lost} lost, ${ends.half} half-written, ${ends.unanswered} before the answer`,
    );
    expect(ends).toMatchObject({ kept: KILLS.server, lost: 0, half: 0 });
    // They did come between question and answer.
    expect(ends.unanswered).toBeGreaterThan(KILLS.server / 2);
  }, 600_000);
});

describe('on the embedded database', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'gemello-killed-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it(`of ${KILLS.embedded} kills none loses what was confirmed, and none leaves a half`, async () => {
    const ends = await killOften(KILLS.embedded, () => startKeeping('', join(dir, 'data')));
    console.log(
      `${KILLS.embedded} kills, embedded: ${ends.lost} lost, ${ends.half} half-written, ${ends.unanswered} before the answer`,
    );
    expect(ends).toMatchObject({ kept: KILLS.embedded, lost: 0, half: 0 });
    expect(ends.unanswered).toBeGreaterThan(KILLS.embedded / 2);
  }, 600_000);
});

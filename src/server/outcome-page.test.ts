// SPDX-License-Identifier: EUPL-1.2
/** The page of an outcome, numbered as what is at its address, and with words for whoever runs no script. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DatabaseFault } from './database/database';
import { EmbeddedDatabase } from './database/embedded-database';
import { MigratedDatabase } from './database/open';
import { outcomePage } from './outcome-page';
import { PAOLA, request } from './scenarios/fixtures/saves';
import { PublicationStore } from './scenarios/publication-store';
import { ScenarioHistory } from './scenarios/scenario-history';
import { ScenarioStore } from './scenarios/scenario-store';
import { createServer } from './server';

const HTML =
  '<meta content="__CSP_NONCE__"><title>Gemello Milano</title><noscript>Serve JavaScript.</noscript>';
/** Somebody may write what is a tag to a browser, or a pattern to a program. */
const TITLE = 'Area C a 7,50 €: <b>meno</b> auto & $& altro';
const [standing, withdrawn] = [randomUUID(), randomUUID()];
let dir: string;
let app: FastifyInstance;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gemello-outcome-page-'));
  for (const folder of ['app', 'city']) mkdirSync(join(dir, folder));
  for (const page of ['index.html', 'outcome.html']) writeFileSync(join(dir, 'app', page), HTML);
  const database = new MigratedDatabase(await EmbeddedDatabase.open(null));
  const [scenarioId, answerKey] = [randomUUID(), '0123456789abcdef'];
  await new ScenarioStore(database).save(PAOLA, scenarioId, request('x', { visibility: 'office' }));
  await new ScenarioHistory(database).keepAnswer(PAOLA, scenarioId, answerKey, 1, Uint8Array.of(1));
  const store = new PublicationStore(database);
  const digest = { measures: [{ it: 'In Area C si pagano 7,50 €.', en: 'In Area C one pays €7.50.' }] };
  for (const id of [standing, withdrawn])
    await store.publish(PAOLA, id, { scenarioId, rev: 1, answerKey, title: TITLE, digest });
  await store.withdraw(PAOLA, withdrawn);
  app = await createServer({ cityDir: join(dir, 'city'), appDir: join(dir, 'app'), database });
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});
const get = (id: string) => app.inject({ method: 'GET', url: `/esito/${id}` });

it('says headline and measures without a script, as text and no tag', async () => {
  const { statusCode, body, headers } = await get(standing);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const escaped = 'Area C a 7,50 €: &lt;b&gt;meno&lt;/b&gt; auto &amp; $&amp; altro';
  expect(body).toContain(`<title>${escaped} – Gemello Milano</title>`);
  expect(body).toContain(`<noscript><h1>${escaped}</h1><p>Che cosa si fa:</p>`);
  expect(body).toContain('<li>In Area C si pagano 7,50 €.</li>');
  expect(body).not.toContain('<b>');
  expect(body).not.toContain('__CSP_NONCE__');
});

it.each(['xyz', '01234567-89ab-4cde-8f01-23456789abcd', '%00'])('is none at /esito/%s', async (id) => {
  const { statusCode, body, headers } = await get(id);
  expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  // The same page, with the same lock: it says in words what is not there.
  expect(body).toContain('<noscript><p>Questo esito non c’è.</p></noscript>');
  expect(headers['content-security-policy']).toContain("'nonce-");
});

it('is gone where it was withdrawn, with nothing of what it said', async () => {
  const { statusCode, body } = await get(withdrawn);
  expect(statusCode).toBe(410);
  expect(body).toContain('Questo esito è stato ritirato');
  expect(body).not.toContain('7,50');
});

it('asks again by itself where the database is away, and there is none where nothing is kept', async () => {
  const away = await outcomePage(standing, () =>
    Promise.reject(new DatabaseFault('database-away', new Error('away'))),
  );
  expect([away.status, away.write(HTML)]).toEqual([200, HTML]);
  expect((await outcomePage(standing, null)).status).toBe(404);
});

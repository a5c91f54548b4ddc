// SPDX-License-Identifier: EUPL-1.2
/** What keeping costs: saves, a list of a thousand scenarios, two hundred followers of a presentation. */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import Fastify, { type FastifyInstance } from 'fastify';
import { findPostgres } from '../../commands/postgres.mjs';
import { EXAMPLES } from '../../src/scenario/fixtures/examples';
import type { Measure } from '../../src/scenario/scenario';
import type { Database } from '../../src/server/database/database';
import { EmbeddedDatabase } from '../../src/server/database/embedded-database';
import { openPostgres } from '../../src/server/database/fixtures/postgres';
import { MigratedDatabase } from '../../src/server/database/open';
import { ServerDatabase } from '../../src/server/database/server-database';
import { presentationRoutes } from '../../src/server/presentations/presentation-routes';
import { ANNA, fileOf, PAOLA, request } from '../../src/server/scenarios/fixtures/saves';
import { PublicationStore } from '../../src/server/scenarios/publication-store';
import { ScenarioHistory } from '../../src/server/scenarios/scenario-history';
import { scenarioRoutes } from '../../src/server/scenarios/scenario-routes';
import { ScenarioStore } from '../../src/server/scenarios/scenario-store';
import { guard } from '../../src/server/sign-in/guard';

const SAVES = 1000;
const LISTED = 1000;
const LISTS = 50;
const FOLLOWERS = 200;
const MOVES = 100;
const MOVE_EVERY_MS = 100;
/** Milliseconds aimed at. */
const AIMS = { listMs: 100, followerP95Ms: 300 };

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;

/** On each database that is here: one JSON line a figure. */
export async function benchKeeping(): Promise<void> {
  const bin = findPostgres();
  if (bin) {
    const postgres = await openPostgres(bin, { isDurable: true });
    await benchOn('PostgreSQL', new MigratedDatabase(new ServerDatabase(postgres.url)));
    await postgres.close();
  } else
    console.log(JSON.stringify({ bench: 'audiences', database: 'PostgreSQL', skipped: 'not installed' }));
  await benchOn('embedded', new MigratedDatabase(await EmbeddedDatabase.open(null)));
}

async function benchOn(name: string, database: Database): Promise<void> {
  const app = Fastify();
  guard(app, { whoAsks: () => PAOLA });
  await app.register(scenarioRoutes, { database });
  await app.register(presentationRoutes, { database });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  try {
    await benchSaves(name, url);
    await benchList(name, url, database);
    await benchFollowers(name, url, database);
  } finally {
    await stop(app, database);
  }
}

async function stop(app: FastifyInstance, database: Database): Promise<void> {
  await app.close();
  await database.close();
}

/** A scenario with a measure of every kind, saved again and again over HTTP, each time otherwise. */
async function benchSaves(database: string, url: string): Promise<void> {
  const id = randomUUID();
  const measures = Object.values(EXAMPLES) as readonly Measure[];
  const times: number[] = [];
  for (let n = 0; n < SAVES; n++) {
    const body = JSON.stringify(request('', { baseRev: n, file: fileOf({ name: `${n}`, measures }) }));
    const begun = performance.now();
    const answer = await fetch(`${url}/api/scenarios/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`save ${n}: ${answer.status}`);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      bench: 'audiences',
      ...{ database, what: 'save', saves: SAVES, measures: measures.length },
      ...{ p50Ms: at(times, 0.5), p95Ms: at(times, 0.95), p99Ms: at(times, 0.99), mostMs: at(times, 1) },
    }),
  );
}

async function benchList(database: string, url: string, direct: Database): Promise<void> {
  const store = new ScenarioStore(direct);
  for (let n = 0; n < LISTED; n++)
    await store.save(
      ANNA,
      randomUUID(),
      request(`Scenario ${n}`, { cityId: 'listed', visibility: 'office' }),
    );
  const times: number[] = [];
  let bytes = 0;
  for (let n = 0; n < LISTS; n++) {
    const begun = performance.now();
    const answer = await (await fetch(`${url}/api/scenarios?city=listed`)).text();
    times.push(performance.now() - begun);
    bytes = answer.length;
    if (JSON.parse(answer).scenarios.length !== LISTED) throw new Error('not all are listed');
  }
  times.sort((a, b) => a - b);
  const p50Ms = at(times, 0.5);
  console.log(
    JSON.stringify({
      bench: 'audiences',
      ...{ database, what: 'list', scenarios: LISTED, bytes, p50Ms, p95Ms: at(times, 0.95) },
      ...{ aimMs: AIMS.listMs, isMet: p50Ms <= AIMS.listMs },
    }),
  );
}

/** From the presenter's move to when a follower has it, all on one machine. */
async function benchFollowers(database: string, url: string, direct: Database): Promise<void> {
  const [scenarioId, publicationId, id, key] = [randomUUID(), randomUUID(), randomUUID(), '0123456789abcdef'];
  await new ScenarioStore(direct).save(PAOLA, scenarioId, request('x'));
  await new ScenarioHistory(direct).keepAnswer(PAOLA, scenarioId, key, 1, Uint8Array.of(1));
  await new PublicationStore(direct).publish(PAOLA, publicationId, {
    ...{ scenarioId, rev: 1, answerKey: key, title: 'x', digest: {} },
  });
  const move = async (slide: number) => {
    const state = {
      slide,
      sentMs: performance.now(),
      camera: { lng: 9.19, lat: 45.46, zoom: 14, pitchDeg: 60 },
    };
    const answer = await fetch(`${url}/api/presentations/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ publicationId, state }),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`move ${slide}: ${answer.status}`);
  };
  await move(0);
  const delays: number[] = [];
  const leaving = new AbortController();
  let here = 0;
  await Promise.all(
    Array.from({ length: FOLLOWERS }, async () => {
      const response = await fetch(`${url}/api/presentations/${id}/stream`, { signal: leaving.signal });
      here++;
      void listen(response, delays);
    }),
  );
  if (here !== FOLLOWERS) throw new Error(`only ${here} follow`);
  for (let slide = 1; slide <= MOVES; slide++) {
    await move(slide);
    await new Promise((resolve) => setTimeout(resolve, MOVE_EVERY_MS));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  leaving.abort();
  delays.sort((a, b) => a - b);
  const p95Ms = at(delays, 0.95);
  console.log(
    JSON.stringify({
      bench: 'audiences',
      ...{ database, what: 'follow', followers: FOLLOWERS, moves: MOVES, heard: delays.length },
      ...{ p50Ms: at(delays, 0.5), p95Ms, mostMs: at(delays, 1) },
      ...{
        aimMs: AIMS.followerP95Ms,
        isMet: p95Ms <= AIMS.followerP95Ms && delays.length >= FOLLOWERS * MOVES,
      },
    }),
  );
}

async function listen(response: Response, delays: number[]): Promise<void> {
  let text = '';
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const now = performance.now();
      text += new TextDecoder().decode(chunk);
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        const state = data && (JSON.parse(data) as { state: { slide: number; sentMs: number } }).state;
        if (state && state.slide > 0) delays.push(now - state.sentMs);
      }
    }
  } catch {
    // It has left.
  }
}

// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PresentationNews } from '../../scenario/presentation';
import { onBothDatabases } from '../database/fixtures/both';
import { ANNA, PAOLA, person, request } from '../scenarios/fixtures/saves';
import { PublicationStore } from '../scenarios/publication-store';
import { ScenarioHistory } from '../scenarios/scenario-history';
import { ScenarioStore } from '../scenarios/scenario-store';
import { guard } from '../sign-in/guard';
import { stopWhenAnswered } from '../stopping';
import { presentationRoutes } from './presentation-routes';

const PEOPLE = { anna: ANNA, paola: PAOLA, pietro: person('Pietro', 'publisher') };
const KEY = '0123456789abcdef';

/** What one follower has heard. */
interface Follower {
  readonly heard: PresentationNews[];
  readonly status: number;
  readonly ended: Promise<void>;
  leave(): void;
}

async function follow(url: string, id: string): Promise<Follower> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/presentations/${id}/stream`, { signal: leaving.signal });
  const heard: PresentationNews[] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data) heard.push(JSON.parse(data));
      }
    }
  };
  const ended = response.status === 200 ? read().catch(() => undefined) : Promise.resolve();
  return { heard, status: response.status, ended, leave: () => leaving.abort() };
}

onBothDatabases('presentations', (database) => {
  const open: FastifyInstance[] = [];
  let publicationId: string;
  let id: string;
  beforeEach(async () => {
    const scenarioId = randomUUID();
    [publicationId, id] = [randomUUID(), randomUUID()];
    await new ScenarioStore(database()).save(ANNA, scenarioId, request('x', { visibility: 'office' }));
    await new ScenarioHistory(database()).keepAnswer(ANNA, scenarioId, KEY, 1, Uint8Array.of(1));
    await new PublicationStore(database()).publish(PAOLA, publicationId, {
      ...{ scenarioId, rev: 1, answerKey: KEY, title: 'Esito', digest: {} },
    });
  });
  afterEach(async () => {
    for (const app of open.splice(0)) await app.close();
  });
  const instance = async (): Promise<string> => {
    const app = Fastify();
    stopWhenAnswered(app);
    guard(app, { whoAsks: ({ headers }) => PEOPLE[headers.from as keyof typeof PEOPLE] ?? null });
    await app.register(presentationRoutes, { database: database() });
    open.push(app);
    return app.listen({ port: 0, host: '127.0.0.1' });
  };
  const move = (url: string, slide: number, from = 'paola', shows = publicationId) =>
    fetch(`${url}/api/presentations/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', from },
      body: JSON.stringify({ publicationId: shows, state: { slide, camera: { zoom: 14.5 } } }),
    });
  const slides = ({ heard }: Follower) => heard.map(({ state }) => state.slide);

  it('take followers to where the presenter is, and along with every move', async () => {
    const url = await instance();
    expect((await follow(url, id)).status).toBe(404);
    expect(await (await move(url, 0)).json()).toEqual({ rev: 1 });
    await move(url, 1);
    const follower = await follow(url, id);
    await expect.poll(() => slides(follower)).toEqual([1]);
    expect(follower.heard[0]).toEqual({
      ...{ rev: 2, publicationId, ended: false },
      state: { slide: 1, camera: { zoom: 14.5 } },
    });
    const late = await follow(url, id);
    await move(url, 2);
    await expect.poll(() => slides(follower)).toEqual([1, 2]);
    await expect.poll(() => slides(late)).toEqual([1, 2]);
    const end = await fetch(`${url}/api/presentations/${id}`, {
      method: 'DELETE',
      headers: { from: 'paola' },
    });
    expect(end.status).toBe(204);
    await expect.poll(() => follower.heard.at(-1)).toMatchObject({ ended: true, state: { slide: 2 } });
    for (const one of [follower, late]) one.leave();
  });

  it('are led by one person, and show what is published', async () => {
    const url = await instance();
    await move(url, 0);
    expect((await move(url, 1, 'pietro')).status).toBe(403);
    expect((await move(url, 1, 'anna')).status).toBe(403);
    expect((await move(url, 1, 'nobody')).status).toBe(401);
    expect((await move(url, 1, 'paola', randomUUID())).status).toBe(403);
    expect((await move(url, -1)).status).toBe(400);
    const large = await fetch(`${url}/api/presentations/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', from: 'paola' },
      body: JSON.stringify({ publicationId, state: { slide: 1, padding: 'x'.repeat(5000) } }),
    });
    expect(large.status).toBe(400);
    const end = await fetch(`${url}/api/presentations/${id}`, {
      method: 'DELETE',
      headers: { from: 'pietro' },
    });
    expect(end.status).toBe(403);
    expect(await (await fetch(`${url}/api/presentations/${id}`)).json()).toMatchObject({
      rev: 1,
      ended: false,
    });
  });

  it('go through several instances, in order, and end with theirs', async () => {
    const [first, second] = [await instance(), await instance()];
    await move(first, 0);
    const followers = await Promise.all([first, second, second].map((url) => follow(url, id)));
    await expect.poll(() => followers.map(slides)).toEqual([[0], [0], [0]]);
    for (let slide = 1; slide <= 20; slide++) await move(slide % 2 ? first : second, slide);
    await expect.poll(() => followers.map((one) => slides(one).at(-1))).toEqual([20, 20, 20]);
    for (const one of followers) {
      const revs = one.heard.map(({ rev }) => rev);
      expect(revs).toEqual([...revs].sort((a, b) => a - b));
      expect(new Set(revs).size).toBe(revs.length);
    }
    await open[1]?.close();
    await Promise.all(followers.slice(1).map(({ ended }) => ended));
    await move(first, 21);
    await expect.poll(() => slides(followers[0] as Follower).at(-1)).toBe(21);
    followers[0]?.leave();
  });

  describe('with many who follow', () => {
    it('take 250 and no more', async () => {
      const url = await instance();
      await move(url, 0);
      const followers = await Promise.all(Array.from({ length: 250 }, () => follow(url, id)));
      expect(followers.every(({ status }) => status === 200)).toBe(true);
      await expect.poll(() => followers.filter(({ heard }) => heard.length > 0).length).toBe(250);
      expect((await follow(url, id)).status).toBe(429);
      await move(url, 1);
      await expect.poll(() => followers.filter((one) => slides(one).at(-1) === 1).length).toBe(250);
      for (const one of followers) one.leave();
      await expect.poll(async () => (await follow(url, id)).status).toBe(200);
    });
  });
});

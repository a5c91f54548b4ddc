// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { KEEP_FAULTS, type SaveRequest } from '../../../scenario/kept-scenario';
import { keptServer, passes } from './server';

const ID = '00000000-0000-4000-8000-000000000001';
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** A server that answers this to anything; `asked` hears what. */
function answering(answer: () => Response | Promise<Response>) {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const server = keptServer(async (address, { method, body }) => {
    asked.push(`${method} ${address}`);
    if (typeof body === 'string') bodies.push(JSON.parse(body));
    return answer();
  });
  return { server, asked, bodies };
}

describe('the server', () => {
  it('is asked at its addresses', async () => {
    const { server, asked, bodies } = answering(() => json({}));
    const request = { note: 'x' } as SaveRequest;
    await server.save(ID, request);
    await server.get(ID);
    await server.list({ cityId: 'milano' });
    await server.list({ cityId: 'a b', deleted: true, after: '2026_x' });
    await server.revisions(ID);
    await server.revision(ID, 7);
    await server.answers(ID);
    await server.answer(ID, '0123456789abcdef');
    await server.remove(ID);
    await server.restore(ID);
    expect(asked).toEqual([
      `PUT ./api/scenarios/${ID}`,
      `GET ./api/scenarios/${ID}`,
      'GET ./api/scenarios?city=milano',
      'GET ./api/scenarios?city=a+b&deleted=true&after=2026_x',
      `GET ./api/scenarios/${ID}/revisions`,
      `GET ./api/scenarios/${ID}/revisions/7`,
      `GET ./api/scenarios/${ID}/answers`,
      `GET ./api/scenarios/${ID}/answers/0123456789abcdef`,
      `DELETE ./api/scenarios/${ID}`,
      `POST ./api/scenarios/${ID}/restoration`,
    ]);
    expect(bodies).toEqual([request, {}]);
  });

  it('answers, or refuses for a reason that there are words for', async () => {
    const kindOf = async (answer: () => Response | Promise<Response>) => {
      const said = await answering(answer).server.get(ID);
      return said.kind === 'refused' ? said.refusal.error : said.kind;
    };
    expect(await answering(() => json({ rev: 1 })).server.get(ID)).toEqual({ kind: 'ok', value: { rev: 1 } });
    expect(await kindOf(() => new Response(null, { status: 204 }))).toBe('ok');
    expect(await kindOf(() => json({ error: 'conflict', detail: '' }, 409))).toBe('conflict');
    expect(await kindOf(() => json({ error: 'not-found', detail: '' }, 404))).toBe('not-found');
    expect(await kindOf(() => json({ error: 'disk-full', detail: '' }, 507))).toBe('disk-full');
    // What has failed there may do better next time.
    expect(await kindOf(() => json({ error: 'bad-request', detail: '' }, 500))).toBe('away');
    expect(await kindOf(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('away');
    // A proxy’s own page, and one that is cut off.
    expect(await kindOf(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))).toBe('away');
    expect(await kindOf(() => new Response('<h1>Sign in here</h1>'))).toBe('away');
    expect(await kindOf(() => new Response('{"rev":'))).toBe('away');
    // A server of files.
    expect(await kindOf(() => json({ error: 'not found: GET /api/x' }, 404))).toBe('absent');
    expect(await kindOf(() => new Response('<h1>Not allowed</h1>', { status: 405 }))).toBe('absent');
  });

  it('gives a stored answer as the bytes that it is', async () => {
    const bytes = Uint8Array.of(0, 255, 1);
    const headers = { 'content-type': 'application/octet-stream' };
    const { server } = answering(() => new Response(bytes, { headers }));
    expect(await server.answer(ID, '0123456789abcdef')).toEqual({ kind: 'ok', value: bytes });
  });

  it('is asked again about what passes by itself', () => {
    expect(KEEP_FAULTS.filter((error) => passes({ error }))).toEqual([
      'database-away',
      'disk-full',
      'too-many',
    ]);
  });
});

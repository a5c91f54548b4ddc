// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Person } from '../../scenario/roles';
import { onBothDatabases } from '../database/fixtures/both';
import { Sessions } from './sessions';

const ANNA: Person = { id: 'provider:anna', name: 'Anna D’Angiò', role: 'planner', how: 'provider' };

onBothDatabases('sessions', (database) => {
  let sessions: Sessions;
  beforeEach(() => {
    sessions = new Sessions(database());
  });
  /** As if so much time had gone by. */
  const later = (interval: string) =>
    database().run(
      `UPDATE sessions SET created_at = created_at - interval '${interval}',
         seen_at = seen_at - interval '${interval}', expires_at = expires_at - interval '${interval}'`,
    );
  const rows = () =>
    database().query<{ key: string; whole: string; expires_at: Date; seen_at: Date; created_at: Date }>(
      `SELECT encode(key_sha256, 'hex') AS key, sessions::text AS whole, expires_at, seen_at, created_at FROM sessions`,
    );

  it('are somebody’s who has the key, and nobody else’s', async () => {
    const key = await sessions.begin(ANNA);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(await sessions.find(key)).toEqual(ANNA);
    const other = `${key.slice(0, 42)}${key.endsWith('A') ? 'B' : 'A'}`;
    expect(await sessions.find(other)).toBeNull();
    expect(await sessions.find(undefined)).toBeNull();
  });
  it('are in the database by their hash alone', async () => {
    const key = await sessions.begin(ANNA);
    const [row] = await rows();
    expect(row?.key).toBe(createHash('sha256').update(key).digest('hex'));
    expect(row?.whole).not.toContain(key);
    expect(row?.whole).not.toContain(Buffer.from(key).toString('hex'));
  });
  it('end by signing out, that one alone', async () => {
    const [one, two] = [await sessions.begin(ANNA), await sessions.begin(ANNA)];
    expect(one).not.toBe(two);
    await sessions.end(one);
    await sessions.end(one);
    await sessions.end(undefined);
    expect([await sessions.find(one), await sessions.find(two)]).toEqual([null, ANNA]);
  });
  it('end after eight hours of rest', async () => {
    const key = await sessions.begin(ANNA);
    await later('7 hours 59 minutes');
    expect(await sessions.find(key)).toEqual(ANNA);
    const resting = await sessions.begin(ANNA);
    await later('8 hours 1 second');
    expect(await sessions.find(resting)).toBeNull();
    // Who asks for one that has ended deletes it; the other is deleted by whoever signs in next.
    expect(await rows()).toHaveLength(1);
    await sessions.begin(ANNA);
    expect(await rows()).toHaveLength(1);
  });
  it('end after twelve hours, however busy', async () => {
    const key = await sessions.begin(ANNA);
    for (let hour = 1; hour < 12; hour++) {
      await later('1 hour');
      expect(await sessions.find(key), `after ${hour} hours`).toEqual(ANNA);
    }
    const [row] = await rows();
    expect(row && row.expires_at.getTime() - row.created_at.getTime()).toBe(12 * 3_600_000);
    await later('1 hour');
    expect(await sessions.find(key)).toBeNull();
  });
  it('are written to at most once a minute', async () => {
    const key = await sessions.begin(ANNA);
    const [before] = await rows();
    await later('50 seconds');
    await sessions.find(key);
    const [quiet] = await rows();
    expect(before && quiet && before.seen_at.getTime() - quiet.seen_at.getTime()).toBe(50_000);
    await later('10 seconds');
    await sessions.find(key);
    const [seen] = await rows();
    expect(seen && seen.seen_at.getTime() >= (before?.seen_at.getTime() ?? Infinity)).toBe(true);
    expect(seen && seen.expires_at.getTime() - seen.seen_at.getTime()).toBe(8 * 3_600_000);
  });
  it('of a role that there is not are nobody’s', async () => {
    const key = await sessions.begin(ANNA);
    await database().run(`UPDATE sessions SET role = 'owner'`);
    expect(await sessions.find(key)).toBeNull();
  });
  it('are nobody’s by any other key, whatever stands in it', async () => {
    await sessions.begin(ANNA);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{43}$/)), async (key) => {
        expect(await sessions.find(key)).toBeNull();
        await sessions.end(key);
      }),
      { numRuns: 50 },
    );
    expect(await rows()).toHaveLength(1);
  });
});

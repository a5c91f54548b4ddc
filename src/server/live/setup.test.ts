// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MILANO } from '../../city/place';
import { FEEDS } from '../../stream/feeds';
import { readCityConfig } from './config';
import { entry, SHELF } from './fixtures/relay-server';
import { FEEDS as TEST_FEEDS } from './fixtures/test-feeds';
import { type StartDemoDay, setUpLive } from './setup';

const projectDir = fileURLToPath(new URL('../../../', import.meta.url));
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gemello-setup-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function city(synthetic: boolean): string {
  const cityDir = join(dir, 'built');
  mkdirSync(join(cityDir, 'tiles/a'), { recursive: true });
  writeFileSync(join(cityDir, 'manifest.json'), '{"schemaVersion":1,"path":"tiles/a"}');
  const catalogue = { city: MILANO, themes: [{ id: 'streets', synthetic }] };
  writeFileSync(join(cityDir, 'tiles/a/catalogue.json'), JSON.stringify(catalogue));
  return cityDir;
}
const file = (content: object) => {
  const path = join(dir, 'my-city.json');
  writeFileSync(
    path,
    JSON.stringify({ schemaVersion: 1, feeds: [entry('http://127.0.0.1:1/x')], ...content }),
  );
  return path;
};
const setUp = (own: Partial<Parameters<typeof setUpLive>[0]>) =>
  setUpLive({
    ...{
      projectDir: dir,
      feeds: undefined,
      environment: { DATABASE_URL: 'postgresql://db' },
    },
    shelf: { url: SHELF, feeds: TEST_FEEDS },
    ...own,
    cityDir: own.cityDir ?? city(false),
  });

describe('the project’s city.json', () => {
  it('is valid, and starts without secrets: what needs one is off and says so', () => {
    const { feeds, off } = readCityConfig(join(projectDir, 'city.json'), FEEDS, {});
    expect(feeds.map(({ topic }) => topic.id)).toEqual(['lombardy-air', 'lombardy-weather']);
    expect(off).toEqual(['feed "bikemi": BIKEMI_CLIENT_IDENTIFIER is not set in the environment: it is off']);
  });
  it('is all on with them, by https, to public hosts', () => {
    const environment = { BIKEMI_CLIENT_IDENTIFIER: 'company-role' };
    const { feeds } = readCityConfig(join(projectDir, 'city.json'), FEEDS, environment);
    expect(feeds[0]).toMatchObject({
      hosts: ['gbfs.urbansharing.com'],
      headers: { 'client-identifier': 'company-role' },
    });
    expect(
      feeds.every(({ allowHttp, allowPrivate, topic }) => !allowHttp && !allowPrivate && !topic.simulated),
    ).toBe(true);
  });
});

describe('a server’s live data', () => {
  it('are those of the file that is named; its folder is relative to it', async () => {
    const { live } = await setUp({ feeds: file({ dataDir: 'kept', retentionH: 48 }) });
    expect(live.feeds.map(({ topic }) => topic.id)).toEqual(['bikes']);
    expect(live).toMatchObject({
      dataDir: join(dir, 'kept'),
      retentionH: 48,
      bounds: MILANO.bounds,
      databaseUrl: 'postgresql://db',
    });
  });
  it('are none where none are wanted, and none without a fault', async () => {
    expect((await setUp({ feeds: 'none' })).live.feeds).toEqual([]);
    await expect(setUp({ feeds: join(dir, 'nowhere.json') })).rejects.toThrow(/nowhere\.json: ENOENT/);
    writeFileSync(join(dir, 'broken.json'), '{');
    await expect(setUp({ feeds: join(dir, 'broken.json') })).rejects.toThrow(/broken\.json: /);
  });
  it('are a demo city’s own, which are nobody else’s', async () => {
    let closed = 0;
    const startDemoDay: StartDemoDay = async () => ({
      feeds: [entry('http://127.0.0.1:1/x', { id: 'demo-bikes', simulated: true })],
      close: async () => {
        closed += 1;
      },
    });
    const setup = await setUp({ cityDir: city(true), startDemoDay });
    expect(setup.live.feeds.map(({ topic }) => [topic.id, topic.simulated])).toEqual([['demo-bikes', true]]);
    expect(setup.live).toMatchObject({ dataDir: join(dir, 'live-data/demo'), databaseUrl: undefined });
    await setup.close();
    expect(closed).toBe(1);
    // A file that is named is what counts, also for a demo city.
    const named = await setUp({ cityDir: city(true), startDemoDay, feeds: file({}) });
    expect(named.live.feeds.map(({ topic }) => topic.id)).toEqual(['bikes']);
  });
});

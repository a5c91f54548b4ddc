// SPDX-License-Identifier: EUPL-1.2
/** Milan's own network, from the open data: calibrated, and asked for Area C in Chromium and in Node. */
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readCityFolder } from '../../commands/city-folder';
import type { CityInputs } from '../../src/city/city-inputs';
import { MobilityDraw } from '../../src/simulation/models/mobility/mobility';
import { CENTRAL } from '../../src/simulation/models/mobility/parameters';
import { prepareCity, SPEED_TARGET_KM_H } from '../../src/simulation/models/mobility/prepared';
import type { Answer } from '../../src/simulation/protocol';
import { runScenario } from '../../src/simulation/run-scenario';
import { describeShared } from '../../tiles/fixtures/shared-data';
import { launch, openPage, untilAlive } from '../browser';
import { startServer } from '../city-and-server';
import { realCity } from '../real-city';

describeShared('Milan from its open data', () => {
  let browser: Browser;
  let city: CityInputs;
  let cityDir: string;
  beforeAll(async () => {
    cityDir = realCity(inject('startedAtMs'));
    city = readCityFolder(cityDir);
    browser = await launch();
  }, 300_000);
  afterAll(() => browser.close());

  it('has at least 7,000 modelled links, 88 districts and gateways, 100–200 zones in all', () => {
    expect(city.roads.links).toBeGreaterThan(7000);
    expect(city.roads.links).toBeLessThan(12_000);
    expect(city.zones.districts).toBe(88);
    expect(city.zones.count).toBeGreaterThanOrEqual(100);
    expect(city.zones.count).toBeLessThanOrEqual(200);
    expect(city.synthetic).toBe(false);
  });

  it('goes at the speed counted, and Area C keeps out a third of who would enter at 8–9', {
    timeout: 200_000,
  }, () => {
    const prepared = prepareCity(city);
    expect(Math.abs(prepared.streetSpeedKmH - SPEED_TARGET_KM_H)).toBeLessThan(1.5);
    const draw = new MobilityDraw(prepared, CENTRAL);
    const free = { ...city, rules: { ...city.rules, charges: [] } };
    const at8 = ({ entriesByHalfHour }: { entriesByHalfHour: Float64Array }) =>
      (entriesByHalfHour[16] as number) + (entriesByHalfHour[17] as number);
    // 12,753 → 7,958 vehicles at 8–9 from 9–13 January to 16 January–29 February 2012: −38 %.
    const change = at8(draw.before) / at8(draw.after(free)) - 1;
    expect(change).toBeGreaterThan(-0.42);
    expect(change).toBeLessThan(-0.27);
  });

  it('answers Area C at 7.50 € with the same figures in Chromium and in Node, and a fall of the size that was seen', {
    timeout: 600_000,
  }, async () => {
    const { url, stop } = await startServer(cityDir, ['--feeds', 'none']);
    try {
      const { page, misdeeds } = await openPage(browser, url, { reducedMotion: 'reduce' });
      await page.goto(`${url}/#view=9.1895,45.4665,13,0,0`);
      await page.getByRole('button', { name: 'E se…?' }).click();
      await page.getByRole('button', { name: 'Area C a 7,50 €' }).click();
      await page.getByRole('button', { name: 'Calcola gli effetti' }).click();
      const done = () => ['done', 'failed'].includes(window.__gemello?.store.getState().run.kind ?? '');
      await page.waitForFunction(done, undefined, { timeout: 400_000, polling: 500 });
      const answer = await page.evaluate(() => {
        const { run } = window.__gemello!.store.getState();
        return run.kind === 'done'
          ? { scenario: run.answer.scenario, resultHash: run.answer.resultHash }
          : { fault: JSON.stringify(run) };
      });
      if ('fault' in answer) throw new Error(answer.fault);
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
      const { impact, resultHash } = runScenario(city, answer.scenario as Answer['scenario'], 'quick');
      expect(answer.resultHash).toBe(resultHash);
      expect(impact.relativeGap).toBeLessThanOrEqual(1e-4);
      const entries = impact.totals.find(({ id }) => id === 'areaCEntriesPerDay')!.relativeChange!;
      // 139,000 → 133,000 a day from October to November 2023, all vehicles, 24 hours: −4 %. A logit of one
      // class with one value of time would say −17 %.
      expect(entries.high).toBeLessThan(0);
      expect(entries.low).toBeGreaterThan(-0.1);
    } finally {
      await stop();
    }
  });

  it('shows what is known of its daily life, with source and licence', { timeout: 200_000 }, async () => {
    const { url, stop } = await startServer(cityDir, ['--feeds', 'none']);
    try {
      const { page, misdeeds } = await openPage(browser, url, { reducedMotion: 'reduce' });
      const open = (more: string) =>
        page.goto(`${url}/#v=1&look=light&quality=low&off=labels,vehicles&view=9.215,45.472,13,0,0&${more}`);
      const clip = { x: 380, y: 120, width: 700, height: 560 };
      const blue = async () => {
        const { data } = PNG.sync.read(await page.screenshot({ clip }));
        let count = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i + 2]! - data[i]! > 60) count++;
        return count;
      };
      await open('time=w1-13:00&on=presence');
      await untilAlive(page);
      const row = page.locator('[data-layer=presence]');
      expect(await row.locator('[data-badge]').innerText()).toBe('giorno tipo');
      await row.getByRole('button').click();
      expect(await row.innerText()).toContain('Telecom Italia');
      expect(await row.innerText()).toContain('Open Data Commons Open Database License');
      // Monday at one against Sunday at five in the morning.
      const busy = await blue();
      await open('time=w7-05:00&on=presence');
      await page.waitForFunction(() => {
        const { clock } = window.__gemello!.store.getState();
        return clock.kind === 'typical' && clock.weekday === 7;
      });
      await untilAlive(page);
      expect(busy).toBeGreaterThan(3 * (await blue()));

      const cards = [
        [
          'service:bikemi-221@9.1458904,45.4909091',
          /Accursio - Portello[\s\S]*36\sstalli[\s\S]*AMAT[\s\S]*CC BY|Creative Commons/,
        ],
        ['transit-line:amat-path-9457@9.1715272,45.4758774', /Greco - Roserio[\s\S]*Creative Commons/],
        ['transit-stop:amat-18052@9.0671429,45.502608', /A\.M\.S\.A\.[\s\S]*Creative Commons/],
        ['tree:ds2484-442503@9.2252508,45.4779008', /Abies alba[\s\S]*Creative Commons/],
        [
          'service:school-MIRH010009@9.2366241,45.4785617',
          /Vespucci[\s\S]*Italian Open Data|Creative Commons/,
        ],
        [
          'service:pharmacy-2707@9.1405271,45.4414265',
          /Via Parenzo, 8[\s\S]*Italian Open Data|Creative Commons/,
        ],
        ['business:bottega-1@9.1956145,45.4658047', /a Santa Lucia[\s\S]*1929[\s\S]*Creative Commons/],
      ] as const;
      for (const [chosen, words] of cards) {
        await open(`on=services,transit-lines,trees,businesses&sel=${chosen}`);
        const card = page.locator('section[data-card]');
        await expect.poll(() => card.innerText(), { timeout: 20_000 }).toMatch(words);
      }
      expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    } finally {
      await stop();
    }
  });
});

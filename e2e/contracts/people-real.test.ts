// SPDX-License-Identifier: EUPL-1.2
/** Milan's schools and home care, from the open data, asked «what if?» in the browser and drawn on the city. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Catalogue, Manifest } from '../../src/city/catalogue';
import { decodeColumns } from '../../src/city/columns';
import { AUDITED, leaksOf } from '../../src/city/disclosure-audit';
import type { FieldId, TotalId } from '../../src/impact/outcome';
import { describeShared } from '../../tiles/fixtures/shared-data';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';
import { startServer } from '../city-and-server';
import { realCity } from '../real-city';

const RUN_MS = 120_000;

describeShared('Milan from its open data', () => {
  let browser: Browser;
  let page: Page;
  let misdeeds: Misdeeds;
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    server = await startServer(realCity(inject('startedAtMs')), ['--feeds', 'none']);
    browser = await launch();
    ({ page, misdeeds } = await openPage(browser, server.url, { reducedMotion: 'reduce' }));
    await page.goto(`${server.url}/#view=9.1895,45.4665,11.5,0,0&quality=plan&off=vehicles&panel=scenario`);
    await page.getByRole('button', { name: 'Calcola gli effetti' }).waitFor();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** What the page knows of the answer. */
  const answer = async () => {
    await page.waitForFunction(() => window.__gemello!.store.getState().run.kind !== 'running', undefined, {
      timeout: RUN_MS,
    });
    return page.evaluate(() => {
      const { run } = window.__gemello!.store.getState();
      if (run.kind !== 'done') throw new Error(JSON.stringify(run));
      const { totals, fields } = run.answer.impact;
      return {
        totals: Object.fromEntries(totals.map((metric) => [metric.id, metric])) as Record<
          TotalId,
          (typeof totals)[number]
        >,
        fields: Object.fromEntries(
          fields.map(({ id, before, after, change }) => [
            id,
            { before: [...before.value], after: [...after.value], change: [...change.value] },
          ]),
        ) as Record<FieldId, Record<'before' | 'after' | 'change', number[]>>,
      };
    });
  };
  const add = async (name: string) => {
    await page.getByRole('button', { name: 'Aggiungi una misura' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const byName = async (label: string, name: string) => {
    await page.getByRole('combobox', { name: label }).fill(name);
    await page.getByRole('option').first().click();
  };
  const take = async () => {
    await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await page.getByRole('button', { name: 'Aggiungi una misura' }).waitFor();
  };
  const run = async () => {
    await page.getByRole('button', { name: /^(Calcola|Ricalcola) gli effetti$/ }).click();
    return answer();
  };
  /** No measure is left of the test before. */
  const clear = () =>
    page.evaluate(() => {
      const { scenario, set } = window.__gemello!.store.getState();
      if (scenario) set({ scenario: { ...scenario, present: { ...scenario.present, measures: [] } } });
    });
  const sum = (column: readonly number[]) =>
    column.reduce((all, one) => all + (Number.isNaN(one) ? 0 : one), 0);

  it('gives nobody away in any table that was built of it', () => {
    const dir = realCity(inject('startedAtMs'));
    const json = <T>(file: string) => JSON.parse(readFileSync(join(dir, file), 'utf8')) as T;
    const { path: build } = json<Manifest>('manifest.json');
    const tables = json<Catalogue>(join(build, 'catalogue.json')).files.inputs.filter(({ id }) =>
      AUDITED.includes(id),
    );
    expect(tables.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['population', 'population-pyramid', 'population-sections']),
    );
    for (const { file } of tables)
      expect(leaksOf(decodeColumns(readFileSync(join(dir, build, file)))), file).toEqual([]);
  });

  describe('a school', () => {
    it(
      'that opens leaves no more pupils without a place than before, anywhere',
      async () => {
        await add('Nuova scuola…');
        await byName('Scegli un quartiere per nome', 'LORETO');
        await take();
        const { totals, fields } = await run();
        expect(Object.keys(totals)).not.toContain('vehicleKm');
        const { unplacedPupils, pupils, schoolWalkMin } = totals;
        // Every draw of the same city, with one school more.
        expect(unplacedPupils.change.high).toBeLessThanOrEqual(1e-6);
        // It takes pupils in: some district's walk less, or fewer of them are left out.
        expect(
          fields.schoolWalkMin.change.some((minutes) => minutes < -0.01) || unplacedPupils.change.value < -1,
        ).toBe(true);
        expect(schoolWalkMin.before.value).toBeGreaterThan(2);
        expect(schoolWalkMin.before.value).toBeLessThan(20);
        expect(pupils.change).toMatchObject({ value: 0, low: 0, high: 0 });
        // 57,929 in primary school in 2016/17.
        expect(pupils.before.value).toBeGreaterThan(40_000);
        expect(pupils.before.value).toBeLessThan(80_000);
        // Medians of sums and sums of medians are near, not equal.
        expect(Math.abs(sum(fields.unplacedPrimaria.before) - unplacedPupils.before.value)).toBeLessThan(
          0.25 * unplacedPupils.before.value + 50,
        );
        expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
      },
      RUN_MS + 60_000,
    );

    it(
      'that closes leaves no fewer, and the map shows where',
      async () => {
        const open = await picture();
        await clear();
        await add('Chiusura di una scuola…');
        await byName('Scegli una scuola per nome', 'A');
        await take();
        const { totals, fields } = await run();
        const { pupils, unplacedPupils } = totals;
        expect(pupils.change).toMatchObject({ value: 0, low: 0, high: 0 });
        // In every draw: nobody who had no place has one now.
        expect(unplacedPupils.change.low).toBeGreaterThanOrEqual(-1e-6);
        expect(
          fields.schoolWalkMin.change.some((minutes) => minutes > 0.01) || unplacedPupils.change.value > 1,
        ).toBe(true);
        await page.getByRole('combobox', { name: 'Che cosa mostrare' }).selectOption('schoolWalkMin');
        await page.getByRole('radio', { name: 'Dopo' }).check({ force: true });
        const shown = await picture();
        expect(differing(shown, open)).toBeGreaterThan(20_000);
      },
      RUN_MS + 60_000,
    );
  });

  describe('a home-care team', () => {
    it(
      'never raises the hours that are missing, and none is lost on the way',
      async () => {
        await clear();
        await add('Squadra di assistenza a domicilio…');
        await byName('Scegli un quartiere per nome', 'BAGGIO');
        await take();
        const { totals, fields } = await run();
        const { homeCareNeededH, homeCareGivenH, homeCareUnmetH } = totals;
        expect(homeCareUnmetH.change.high).toBeLessThanOrEqual(1e-6);
        expect(homeCareUnmetH.change.value).toBeLessThan(0);
        expect(homeCareNeededH.change.value).toBe(0);
        expect(homeCareGivenH.change.value).toBeCloseTo(-homeCareUnmetH.change.value, 3);
        const change = fields.homeCareUnmetH.change.filter((hours) => !Number.isNaN(hours));
        expect(change.length).toBeGreaterThan(70);
        expect(change.every((hours) => hours <= 1e-3)).toBe(true);
      },
      RUN_MS + 60_000,
    );

    it('is said with its interval, its unit and its year, to everybody', async () => {
      await page.getByRole('tab', { name: 'In breve' }).click();
      const sentence = await page.locator('[data-topic="care"]').textContent();
      // Where all that a team gives is missing in every draw, both ends are the same, and that is said.
      expect(sentence).toMatch(
        /^Cala l’assistenza a domicilio che manca: .*(da [\d.]+ a|sempre) [\d.]+ ore a settimana in meno/,
      );
      expect(await page.locator('[data-before-people]').textContent()).toContain('2035');
      expect(await violations(page)).toEqual([]);
    });
  });

  async function picture(): Promise<PNG> {
    await page.waitForTimeout(1500);
    return PNG.sync.read(await page.screenshot({ clip: { x: 420, y: 90, width: 560, height: 600 } }));
  }
  const differing = (a: PNG, b: PNG) => {
    let pixels = 0;
    for (let i = 0; i < a.data.length; i += 4)
      if ([0, 1, 2].some((k) => Math.abs(a.data[i + k]! - b.data[i + k]!) > 24)) pixels++;
    return pixels;
  };
});

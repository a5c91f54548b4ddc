// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { smallCity } from '../../scenario/fixtures/small-city';
import { EMPTY_SCENARIO } from '../../scenario/scenario';
import { fileName, readScenarioFile, scenarioText } from './scenario-file';

const scenario = {
  ...EMPTY_SCENARIO,
  name: 'Area C a 7,50 €',
  measures: [
    { id: 'm1', kind: 'transit-fare', on: true, config: { fareEur: 0 }, place: { kind: 'city' } as const },
  ],
};
const file = (text: string, size = text.length) => ({ size, text: async () => text });

describe('a scenario as a file', () => {
  it('is called as it is, in letters that every system takes', () => {
    expect(fileName('Area C a 7,50 €')).toBe('area-c-a-7-50.geojson');
    expect(fileName('  Più metrò! ')).toBe('piu-metro.geojson');
    expect(fileName('€')).toBe('scenario.geojson');
    expect(fileName('x'.repeat(200))).toBe(`${'x'.repeat(60)}.geojson`);
  });

  it('comes back as it went, and says with which data it was made', async () => {
    const text = scenarioText(scenario, smallCity(), '2026-11-26T08:00:00.000Z');
    expect((await readScenarioFile(file(text))).scenario).toEqual(scenario);
    expect(JSON.parse(text).gemello).toMatchObject({
      createdAt: '2026-11-26T08:00:00.000Z',
      inputHashes: smallCity().hashes,
    });
  });

  it('is refused unread where it is too large', async () => {
    const unread = { size: 2 ** 31, text: () => Promise.reject(new Error('was read')) };
    await expect(readScenarioFile(unread)).rejects.toMatchObject({ code: 'too-large', feature: null });
  });
});

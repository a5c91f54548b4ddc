// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { estimateOf, untoldEstimate } from '../src/impact/estimate';
import type { Metric } from '../src/impact/impact';
import { type LineLoads, lineImpactOf } from '../src/impact/line-loads';
import { EMPTY_SCENARIO } from '../src/scenario/scenario';
import type { Answer } from '../src/simulation/protocol';
import { answerJson, answerText } from './answer-text';

const figures = {
  before: estimateOf([100, 100, 100, 100]),
  after: estimateOf([80, 80, 80, 80]),
  change: estimateOf([-20, -20, -20, -20]),
};
const none = { pairs: estimateOf([0, 0, 0, 0]), vehH: estimateOf([0, 0, 0, 0]) };
const loads = (boardingsH: number, acrossBorderH: number) =>
  ({
    lines: [{ mode: 'tram', name: '1' }],
    boardingsH: Float64Array.of(boardingsH),
    acrossBorderH,
  }) satisfies LineLoads;
const draw = { before: loads(40, 50), after: loads(30, 55) };

const answer: Answer = {
  scenario: EMPTY_SCENARIO,
  effort: 'quick',
  synthetic: false,
  resultHash: 'abc',
  modelVersions: { traffic: '1' },
  inputHashes: { zones: '00' },
  impact: {
    totals: [{ id: 'transitTripsH', unit: 'trips/h', ...figures, relativeChange: null, driver: null }],
    fields: [],
    entries: null,
    lines: lineImpactOf([draw, draw, draw, draw]),
    draws: 4,
    relativeGap: 1e-4,
    demandGap: 1e-3,
    unreachable: { before: none, after: none },
  },
};
const always = (value: number) => ({ value, low: value, high: value });

describe('what npm run simulate prints', () => {
  it('for a program has who is on a line, and who is on none', () => {
    const json = answerJson(answer, 1.5);
    expect(json).toMatchObject({ scenario: '', seed: '1', effort: 'quick', draws: 4, seconds: 1.5 });
    expect(json).toMatchObject({
      totals: { transitTripsH: { unit: 'trips/h', before: always(100), change: always(-20), driver: null } },
      lines: [{ mode: 'tram', name: '1', unit: 'passengers/h', before: always(40), change: always(-10) }],
      acrossBorderH: { unit: 'passengers/h', before: always(50), after: always(55), change: always(5) },
    });
    expect(json).not.toHaveProperty('unreachable');
  });

  it('says of few persons that they are not disclosed, and of how many draws the figures are', () => {
    const untold = untoldEstimate(5);
    const beyond: Metric = {
      id: 'libraryBeyond',
      unit: 'persons',
      ...{ before: untold, after: untold, change: untold, relativeChange: null, driver: null },
    };
    const impact = { ...answer.impact, totals: [...answer.impact.totals, beyond] };
    const text = answerText({ ...answer, impact });
    expect(text).toMatch(/libraryBeyond +persons +before not disclosed; change not disclosed/);
    expect(text).toContain('of 4–5 draws;');
    expect(JSON.parse(JSON.stringify(answerJson({ ...answer, impact }, 1)))).toMatchObject({
      totals: { libraryBeyond: { before: { value: null, low: null, high: null } } },
    });
  });

  it('of a city without lines, and with zones that no street joins, says so', () => {
    const left = { pairs: estimateOf([2, 2, 2, 2]), vehH: estimateOf([9, 9, 9, 9]) };
    const impact = { ...answer.impact, lines: null, unreachable: { before: none, after: left } };
    const json = answerJson({ ...answer, impact }, 1);
    expect(json).not.toHaveProperty('lines');
    expect(json).not.toHaveProperty('acrossBorderH');
    expect(json).toMatchObject({ unreachable: { after: { pairs: always(2), vehH: always(9) } } });
    expect(answerText({ ...answer, impact })).toMatch(
      /\n\nwith the measures: no street leads between 2 pairs of zones; 9\.000 \(9\.000 … 9\.000\) veh\/h are left out of the traffic$/,
    );
  });

  it('for people begins with the name, or that there is none', () => {
    const title = (name: string, synthetic = false) =>
      answerText({ ...answer, synthetic, scenario: { ...EMPTY_SCENARIO, name } }).split('\n')[0];
    expect(title('Città 30')).toBe('Città 30');
    expect(title(' ', true)).toBe('scenario without a name — demo city: streets and people are made up');
    expect(answerText(answer)).toContain(
      'trips/h    before 100.0 (100.0 … 100.0); change -20.00 (-20.00 … -20.00)',
    );
  });
});

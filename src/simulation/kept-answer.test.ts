// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { KeptImpactError, keepImpact } from '../impact/kept-impact';
import { ANSWER_KEY } from '../scenario/publication';
import { EMPTY_SCENARIO, type Scenario } from '../scenario/scenario';
import { smallAnswer } from './fixtures/small-answer';
import { answerKey, keepAnswer, openAnswer } from './kept-answer';

const answer = smallAnswer();

describe('an answer on the server', () => {
  it('is opened with all that makes it repeatable', () => {
    const { scenario, ...rest } = answer;
    expect(openAnswer(keepAnswer(answer))).toEqual({ ...rest, seed: scenario.seed, year: scenario.year });
  });

  it('is refused where what is said about it is missing', () => {
    expect(() => openAnswer(keepImpact(answer.impact, { effort: 'quick' }))).toThrow(KeptImpactError);
  });

  it('is called by what was asked, of whom, and how often', () => {
    const key = answerKey(answer);
    expect(key).toMatch(ANSWER_KEY);
    const notes = [{ id: 'n1', at: lonLat(9.19, 45.46), text: 'Sentire la scuola' }];
    const named: Scenario = { ...answer.scenario, name: 'Altro nome', author: 'Anna', notes };
    expect(answerKey({ ...answer, scenario: named })).toBe(key);
    const others = [
      { ...answer, scenario: { ...EMPTY_SCENARIO, seed: 'another' } },
      { ...answer, scenario: { ...answer.scenario, year: 2040 } },
      { ...answer, effort: 'full' as const },
      { ...answer, modelVersions: { mobility: '99' } },
      { ...answer, inputHashes: { zones: 'b' } },
    ];
    expect(new Set([key, ...others.map(answerKey)]).size).toBe(6);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../city/city-inputs';
import type { Scenario } from '../scenario/scenario';
import { MODEL_VERSIONS } from './answer';
import { smallAnswer } from './fixtures/small-answer';
import { answerKey, keepAnswer, openAnswer } from './kept-answer';
import type { Answer } from './protocol';
import { askedToday, changesSince, verdictOf } from './stored-answer';

/** Of a city, what the models that are asked and the data hang on. */
const city = (hashes: Readonly<Record<string, string>>) =>
  ({ people: null, hashes, synthetic: true }) as unknown as CityInputs;
const TODAY = { zones: 'a', 'road-links': 'b', 'transit-stops': 'c' };
const scenario: Scenario = {
  ...smallAnswer().scenario,
  measures: [{ id: 'm1', kind: 'transit-fare', on: true, config: { fareEur: 1 }, place: { kind: 'city' } }],
};
const today = askedToday(city(TODAY), scenario, 'quick');
/** As it was stored when something may have been otherwise. */
function stored(then: Partial<Pick<Answer, 'scenario' | 'modelVersions' | 'inputHashes' | 'effort'>> = {}) {
  const answer: Answer = { ...smallAnswer(), ...today, ...then };
  return { key: answerKey(answer), kept: openAnswer(keepAnswer(answer)), answer };
}
const changes = ({ kept, key }: ReturnType<typeof stored>) => changesSince(kept, key, today);

describe('what a run of today would be asked', () => {
  it('is asked of the models that the measures touch, in the versions of today, on all data that models read', () => {
    const { mobility, traffic, transit, emissions } = MODEL_VERSIONS;
    expect(today).toEqual({
      ...{ scenario, effort: 'quick', inputHashes: TODAY },
      modelVersions: { mobility, traffic, transit, emissions },
    });
  });
});

describe('a stored answer', () => {
  it('is valid for the same question on the same data by the same models, whatever the scenario is called', () => {
    expect(changes(stored())).toBeNull();
    expect(changes(stored({ scenario: { ...scenario, name: 'Altro', author: 'Anna' } }))).toBeNull();
    expect(changes(stored({ effort: 'full' }))).toBeNull();
  });

  it('is of an older revision where the scenario asks something else now', () => {
    const older = { ...scenario, measures: [{ ...scenario.measures[0]!, config: { fareEur: 2 } }] };
    expect(changes(stored({ scenario: older }))).toEqual({ question: true, inputs: [], models: [] });
    expect(changes(stored({ scenario: { ...scenario, year: 2040 } }))?.question).toBe(true);
  });

  it('is of another city where data differ, came or went', () => {
    const links = stored({ inputHashes: { ...TODAY, 'road-links': 'older' } });
    expect(changes(links)).toEqual({ question: false, inputs: ['streets'], models: [] });
    const { 'transit-stops': _stops, ...less } = TODAY;
    expect(changes(stored({ inputHashes: less }))?.inputs).toEqual(['transit']);
    expect(changes(stored({ inputHashes: { ...TODAY, trees: 'd' } }))?.inputs).toEqual(['green']);
  });

  it('is of another model where a version is another', () => {
    const was = stored({ modelVersions: { ...today.modelVersions, traffic: '1' } });
    expect(changes(was)).toEqual({ question: false, inputs: [], models: ['traffic'] });
  });

  it('is not valid where it lies under the key of today and says something else of itself', () => {
    const { kept } = stored({ inputHashes: { ...TODAY, 'road-links': 'older' } });
    expect(changesSince(kept, answerKey(today), today)).toEqual({
      ...{ question: true, models: [] },
      inputs: ['streets'],
    });
  });
});

describe('a new run', () => {
  const { kept, answer } = stored();

  it('confirms the answer with the same hash and the same figures', () => {
    expect(verdictOf(kept, answer)).toEqual({ kind: 'same', resultHash: '0123456789abcdef' });
  });

  it('says by how much the totals differ', () => {
    const totals = answer.impact.totals.map((total) =>
      total.id === 'vehicleKm'
        ? { ...total, after: { ...total.after, value: 1.25 * total.after.value } }
        : total,
    );
    const fresh = { ...answer, resultHash: 'fedcba9876543210', impact: { ...answer.impact, totals } };
    // The median of 95,000 less 0, 200, 400 and 600.
    expect(verdictOf(kept, fresh)).toEqual({
      ...{ kind: 'differs', sameHash: false },
      totals: [{ id: 'vehicleKm', before: 94_700, after: 118_375, relative: 0.25 }],
    });
    // The hash alone proves nothing of figures that somebody changed.
    expect(verdictOf(kept, { ...fresh, resultHash: kept.resultHash })).toMatchObject({
      ...{ kind: 'differs', sameHash: true },
    });
  });
});

// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { isSame } from '../city/same';
import { differences, isReordered } from './differences';
import { afterEdits, anyEdits } from './fixtures/any-edits';
import { anyScenario } from './fixtures/any-scenario';
import { EXAMPLES } from './fixtures/examples';
import { EMPTY_SCENARIO, type Scenario } from './scenario';

const { lanes, 'transit-fare': fare, 'road-pricing': pricing } = EXAMPLES;
const three: Scenario = { ...EMPTY_SCENARIO, measures: [pricing, lanes, fare] };

describe('what has become of a scenario', () => {
  it('is said by measure and by word', () => {
    const after: Scenario = {
      ...three,
      name: 'Altro',
      year: 2040,
      measures: [
        { ...fare, config: { fareEur: 2 } },
        { ...pricing, on: false, place: { kind: 'area', areaId: 'area-b' } },
        EXAMPLES['one-way'],
      ],
    };
    const of = (id: string) => ({ id, kind: id });
    expect(differences(three, after)).toEqual([
      { code: 'measure-set', measure: of('transit-fare') },
      { code: 'measure-placed', measure: of('road-pricing') },
      { code: 'measure-switched-off', measure: of('road-pricing') },
      { code: 'measure-added', measure: of('one-way') },
      { code: 'measure-removed', measure: of('lanes') },
      { code: 'measures-reordered' },
      { code: 'said', what: 'name' },
      { code: 'said', what: 'year' },
    ]);
    expect(differences(after, three).map(({ code }) => code)).toContain('measure-switched-on');
    expect(differences(three, structuredClone(three))).toEqual([]);
  });

  it('is said of notes with their words, after it or as they were', () => {
    const [here, there] = [lonLat(9.19, 45.46), lonLat(9.2, 45.47)];
    const before = {
      ...three,
      notes: [
        { id: 'n1', at: here, text: 'uno' },
        { id: 'n2', at: here, text: 'due' },
      ],
    };
    const after = {
      ...three,
      name: 'Altro',
      notes: [
        { id: 'n2', at: there, text: 'due e mezzo' },
        { id: 'n3', at: here, text: '' },
      ],
    };
    expect(differences(before, after)).toEqual([
      { code: 'note-set', note: { id: 'n2', text: 'due e mezzo' } },
      { code: 'note-placed', note: { id: 'n2', text: 'due e mezzo' } },
      { code: 'note-added', note: { id: 'n3', text: '' } },
      { code: 'note-removed', note: { id: 'n1', text: 'uno' } },
      { code: 'said', what: 'name' },
    ]);
  });

  it('takes another measure under an id that was free again for another one', () => {
    const before = { ...EMPTY_SCENARIO, measures: [{ ...lanes, id: 'm1' }] };
    const after = { ...EMPTY_SCENARIO, measures: [{ ...fare, id: 'm1' }] };
    expect(differences(before, after)).toEqual([
      { code: 'measure-added', measure: { id: 'm1', kind: 'transit-fare' } },
      { code: 'measure-removed', measure: { id: 'm1', kind: 'lanes' } },
    ]);
  });

  it('is nothing if and only if both say the same', () => {
    fc.assert(
      fc.property(anyScenario, anyEdits, (scenario, edits) => {
        const after = afterEdits(scenario, edits);
        expect(differences(scenario, after).length === 0).toBe(isSame(scenario, after));
      }),
    );
  });

  it('is an order only of what both have', () => {
    expect(isReordered(['a', 'b', 'c'], ['x', 'a', 'c', 'y'])).toBe(false);
    expect(isReordered(['a', 'b', 'c'], ['c', 'a'])).toBe(true);
    expect(isReordered([], ['a'])).toBe(false);
  });
});

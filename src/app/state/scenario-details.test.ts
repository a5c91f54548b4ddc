// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LONGEST, MOST_ASSUMPTIONS, readScenario } from '../../scenario/saved-file';
import { assumptionsOf } from '../../scenario/scenario';
import { presentScenario } from './scenario';
import { assumptionsFault, say, seedFault } from './scenario-details';
import { scenarioText } from './scenario-file';
import { useStore } from './store';
import { redo, startUndo, undo } from './undo/undo';

let stop = () => {};
beforeEach(() => {
  useStore.setState(useStore.getInitialState(), true);
  stop = startUndo();
});
afterEach(() => stop());

describe('assumptions as they are typed', () => {
  it('are one a line, as they are written; lines without words are none', () => {
    expect(assumptionsOf('Nessuno trasloca.\n\n  Benzina a 1,80 €\n   \n')).toEqual([
      'Nessuno trasloca.',
      '  Benzina a 1,80 €',
    ]);
    expect(assumptionsOf('')).toEqual([]);
  });

  it('are told when a file could not hold them', () => {
    const longest = 'x'.repeat(LONGEST.assumption);
    expect(assumptionsFault(`breve\n${longest}`)).toBeNull();
    expect(assumptionsFault(`breve\n\n${longest}x`)).toEqual({ code: 'line-too-long', line: 3 });
    const many = Array.from({ length: MOST_ASSUMPTIONS }, (_, i) => `${i}`).join('\n');
    expect(assumptionsFault(many)).toBeNull();
    expect(assumptionsFault(`${many}\n\n`)).toBeNull();
    expect(assumptionsFault(`${many}\nuna`)).toEqual({ code: 'too-many-lines' });
  });
});

describe('a seed as it is typed', () => {
  it('is a whole number of as many digits as a file holds', () => {
    for (const seed of ['0', '1', '007', '9'.repeat(LONGEST.seed)]) expect(seedFault(seed, '1')).toBeNull();
    for (const text of ['', ' ', '-1', '1,5', '1e3', 'uno', '9'.repeat(LONGEST.seed + 1)])
      expect([text, seedFault(text, '1')]).toEqual([text, { code: 'seed-not-whole' }]);
  });

  it('of a file may be any text, and stays', () => {
    expect(seedFault('giunta-2026', 'giunta-2026')).toBeNull();
    expect(seedFault('giunta-2027', 'giunta-2026')).toEqual({ code: 'seed-not-whole' });
  });
});

describe('the details of a scenario', () => {
  const words = {
    name: 'Prova',
    description: 'Prima riga\nSeconda “riga”, 7,50 €\t😀 ',
    author: 'Ufficio mobilità ',
    assumptions: ['Nessuno trasloca.', ' Benzina a 1,80 €'],
    seed: '007',
    year: 2040,
  };

  it('go into a file and come back to the letter', () => {
    say(words);
    const text = scenarioText(presentScenario(), null, '2026-11-26T08:00:00.000Z');
    expect(readScenario(text).scenario).toEqual({ ...words, measures: [], notes: [] });
  });

  it('are one step of the history each, however long one types', async () => {
    for (const words of [{ author: 'U' }, { author: 'Uf' }, { description: 'D' }, { seed: '2' }]) {
      say(words);
      await Promise.resolve();
    }
    const now = () => {
      const { author, description, seed } = presentScenario();
      return [author, description, seed];
    };
    expect(now()).toEqual(['Uf', 'D', '2']);
    undo();
    expect(now()).toEqual(['Uf', 'D', '1']);
    undo();
    expect(now()).toEqual(['Uf', '', '1']);
    undo();
    expect(now()).toEqual(['', '', '1']);
    expect(undo()).toBeNull();
    redo();
    expect(now()).toEqual(['Uf', '', '1']);
  });

  it('have a step for each seed that was chosen', async () => {
    say({ seed: '2' });
    await Promise.resolve();
    say({ seed: '3' });
    undo();
    expect(presentScenario().seed).toBe('2');
    undo();
    expect(presentScenario().seed).toBe('1');
  });
});

// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCommands } from './match';
import { recentCommands, rememberCommand } from './recent';

const commands = [
  { id: 'undo', title: 'Annulla: Livello Alberi acceso', words: 'indietro undo back' },
  { id: 'trees', title: 'Accendi: Alberi', words: 'livello layer trees' },
  { id: 'rail', title: 'Accendi: Ferrovie', words: 'livello layer rail' },
  { id: 'city', title: 'Apri: E se…? È già qui', words: 'scenario what if' },
  { id: 'link', title: 'Copia il link', words: 'condividi share url' },
];
const ids = (query: string, recent: string[] = []) =>
  findCommands(query, commands, recent).map(({ id }) => id);

describe('commands are found', () => {
  it('by the beginning of a word of their name first, then by other words, in either language', () => {
    expect(ids('alberi')).toEqual(['undo', 'trees']);
    expect(ids('acc alb')).toEqual(['trees', 'undo']);
    expect(ids('trees')).toEqual(['trees']);
    expect(ids('share')).toEqual(['link']);
    expect(ids('LAYER rail')).toEqual(['rail']);
  });
  it('without accents, in any order, within a word and with letters left out', () => {
    expect(ids('gia e')).toEqual(['city']);
    expect(ids('berrovie')).toEqual([]);
    expect(ids('rrovie')).toEqual(['rail']);
    expect(ids('frrv')).toEqual(['rail']);
    expect(ids('xyz')).toEqual([]);
  });
  it('the ones used last first, and among equals', () => {
    expect(ids('', ['link', 'rail'])).toEqual(['link', 'rail', 'undo', 'trees', 'city']);
    expect(ids('accendi', ['rail'])).toEqual(['rail', 'trees']);
    // A better match comes before.
    expect(ids('acc alberi', ['undo'])).toEqual(['trees', 'undo']);
  });
  it('whatever is written, and each at most once', () =>
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (query, recent) => {
        const found = ids(query, recent);
        expect(new Set(found).size).toBe(found.length);
      }),
    ));
});

describe('commands used last', () => {
  it('are five, newest first, each once, whatever is kept', () => {
    let kept: string | null = null;
    const storage = () => ({
      getItem: () => kept,
      setItem: (_: string, text: string) => {
        kept = text;
      },
    });
    for (const id of ['a', 'b', 'c', 'a', 'd', 'e', 'f']) rememberCommand(storage, id);
    expect(recentCommands(storage)).toEqual(['f', 'e', 'd', 'a', 'c']);
    kept = '{"a":';
    expect(recentCommands(storage)).toEqual([]);
    kept = '[1,"a",null]';
    expect(recentCommands(storage)).toEqual(['a']);
    const refused = () => {
      throw new Error('refused');
    };
    expect(recentCommands(refused)).toEqual([]);
    expect(() => rememberCommand(refused, 'a')).not.toThrow();
  });
});

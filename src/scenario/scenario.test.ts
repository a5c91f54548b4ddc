// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { EMPTY_SCENARIO, freeNoteId, isFilled, noteTitle, type PlaceNote } from './scenario';

const note = (id: string): PlaceNote => ({ id, at: lonLat(9.19, 45.46), text: '' });

describe('the notes of a scenario', () => {
  it('get ids that none of them has', () => {
    expect(freeNoteId(EMPTY_SCENARIO)).toBe('n1');
    expect(freeNoteId({ notes: ['n2', 'm9', 'n10', 'n', 'n3x'].map(note) })).toBe('n11');
  });

  it('are something in it', () => {
    expect(isFilled(EMPTY_SCENARIO)).toBe(false);
    expect(isFilled({ ...EMPTY_SCENARIO, notes: [note('n1')] })).toBe(true);
  });

  it('are called by their first words, in one line', () => {
    expect(noteTitle({ text: '  Qui manca\n un   attraversamento ' })).toBe('Qui manca un attraversamento');
    expect(noteTitle({ text: ' \n ' })).toBe('');
    const sentence = 'Davanti alla scuola le auto salgono sul marciapiede.';
    expect(noteTitle({ text: sentence })).toBe('Davanti alla scuola le auto salgono sul…');
    expect(noteTitle({ text: 'a'.repeat(60) })).toBe(`${'a'.repeat(47)}…`);
    // No character is cut in two.
    expect(noteTitle({ text: '🚲'.repeat(60) })).toBe(`${'🚲'.repeat(47)}…`);
  });
});

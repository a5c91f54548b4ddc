// SPDX-License-Identifier: EUPL-1.2
/** Notes of two people on one scenario, put together: nobody is asked, and no words are lost. Pure. */
import { isSame } from '../city/same';
import { freeNoteId, type PlaceNote } from './scenario';

type Notes = readonly PlaceNote[];

/**
 * Theirs in their order, then what only mine has. A note that both changed, and not alike, is two; one that one side
 * took away and the other changed stays.
 */
export function mergeNotes({
  base,
  mine,
  theirs,
}: Readonly<Record<'base' | 'mine' | 'theirs', Notes>>): Notes {
  const byId = (notes: Notes) => new Map(notes.map((note) => [note.id, note]));
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)];
  const isChanged = (note: PlaceNote) => !isSame(was.get(note.id), note);
  const kept = theirs.flatMap((note): Notes => {
    if (isChanged(note)) return [note];
    // They left it as it was: mine counts, also where it is gone.
    const other = my.get(note.id);
    return other ? [other] : [];
  });
  const added = mine.filter((note) => {
    const other = their.get(note.id);
    return isChanged(note) && (!other || (isChanged(other) && !isSame(note, other)));
  });
  const notes = [...kept];
  for (const note of added) {
    const isTaken = notes.some(({ id }) => id === note.id);
    // An id that no side gave: what was taken away with it is not meant.
    notes.push(isTaken ? { ...note, id: freeNoteId({ notes: [...notes, ...mine, ...base] }) } : note);
  }
  return notes;
}

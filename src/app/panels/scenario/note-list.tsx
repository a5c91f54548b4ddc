// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { type Edit, removeNote, writeNote } from '../../../scenario/history';
import { LONGEST, MOST_NOTES } from '../../../scenario/saved-file';
import { EMPTY_SCENARIO, noteTitle, type PlaceNote } from '../../../scenario/scenario';
import { act, beginNoting } from '../../state/scenario';
import { useStore } from '../../state/store';
import { IconButton, TextButton } from '../controls';
import { useWords } from './city-hook';
import fields from './fields.module.css';
import { focusMap, focusSoon } from './focus';
import { ICONS } from './icons';
import style from './notes.module.css';
import { Removed } from './removed';
import scenario from './scenario.module.css';
import { placeName } from './words';

/** Where the words of a note are written, and what pins another one: for whoever puts the keyboard there. */
export const noteField = (id: string): string => `[data-note="${CSS.escape(id)}"] textarea`;
export const PINS = '[data-pins]';

/** Notes pinned on places: for whoever works on the scenario. */
export function NoteList({ city }: { city: CityInputs | null }) {
  const { t } = useTranslation();
  const { format } = useWords(city);
  const notes = useStore((s) => s.scenario?.present.notes ?? EMPTY_SCENARIO.notes);
  const noMap = useStore((s) => s.quality.level === 'table');
  const removedText = (last: Edit) => {
    const note = last.scenario.notes.find(({ id }) => id === last.note.placeNote);
    return note && t('scenario.notes.removed', { name: noteTitle(note) || t('scenario.notes.empty') });
  };
  return (
    <section className={scenario.list} aria-labelledby="scenario-notes">
      <h3 id="scenario-notes" className={scenario.groupTitle}>
        {t('scenario.notes.title')}
      </h3>
      <p className={`${fields.help} ${style.about}`}>{t('scenario.notes.about')}</p>
      <ul>
        {notes.map((note, place) => (
          <Note key={note.id} note={note} number={place + 1} city={city} />
        ))}
      </ul>
      <Removed code="note-removed" textOf={removedText} />
      <div className={scenario.add}>
        {noMap ? (
          <p className={fields.help}>{t('scenario.notes.noMap')}</p>
        ) : notes.length < MOST_NOTES ? (
          <TextButton icon={ICONS.note} onPress={() => setPlace()} data-pins>
            {t('scenario.notes.add')}
          </TextButton>
        ) : (
          <p className={fields.help}>{t('scenario.notes.tooMany', { max: format.number(MOST_NOTES) })}</p>
        )}
      </div>
    </section>
  );
}

function setPlace(note?: PlaceNote): void {
  beginNoting(note);
  focusMap();
}

function Note({ note, number, city }: { note: PlaceNote; number: number; city: CityInputs | null }) {
  const words = useWords(city);
  const { t, format } = words;
  const { id, at, text } = note;
  const noMap = useStore((s) => s.quality.level === 'table');
  const field = useWishedFor(id);
  const n = format.number(number);
  const remove = () => {
    act((present) => removeNote(present, id));
    focusSoon('[data-undoes-removal] button', PINS);
  };
  return (
    <li className={style.note} data-note={id}>
      <TextField
        className={fields.field!}
        value={text}
        maxLength={LONGEST.note}
        onChange={(typed) => act((present) => writeNote(present, id, typed), true)}
      >
        <div className={style.head}>
          <Label className={style.label!}>
            <b>{t('scenario.site.note', { n })}</b>{' '}
            <span className={style.place}>{placeName({ kind: 'point', points: [at] }, words)}</span>
          </Label>
          {!noMap && (
            <>
              <IconButton icon="focus" label={t('scenario.notes.goTo', { n })} onPress={() => goTo(note)} />
              <IconButton
                icon={ICONS.move}
                label={t('scenario.notes.move', { n })}
                onPress={() => setPlace(note)}
              />
            </>
          )}
          <IconButton icon={ICONS.remove} label={t('scenario.notes.remove', { n })} onPress={remove} />
        </div>
        <TextArea
          ref={field}
          className={`${fields.input} ${style.words}`}
          rows={2}
          placeholder={t('scenario.notes.placeholder')}
        />
      </TextField>
    </li>
  );
}

/** At which single houses are seen. */
const PLACE_ZOOM = 16;

function goTo({ at }: PlaceNote): void {
  const { view, set } = useStore.getState();
  set({ flight: { to: { at, zoom: Math.max(view.zoom, PLACE_ZOOM) } } });
}

/** Puts the keyboard into the field once the map asks for this note. */
function useWishedFor(id: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isWished = useStore((s) => s.noteWish === id);
  useEffect(() => {
    if (!isWished) return;
    field.current?.focus();
    useStore.getState().set({ noteWish: null });
  }, [isWished]);
  return field;
}

// SPDX-License-Identifier: EUPL-1.2
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { applyMeasure } from '../../../scenario/apply-scenario';
import { checkConfig, checkPlace, type MeasureIssue } from '../../../scenario/check-measure';
import { type MeasureId, measureKind } from '../../../scenario/measures';
import { MeasureError, type MeasureKind, type Place } from '../../../scenario/measures/measure';
import { takeEdited } from '../../state/scenario';
import { type EditedMeasure, useStore } from '../../state/store';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import panel from '../panel.module.css';
import { chargesText } from './charges-before';
import { useWords } from './city-hook';
import { FieldInput } from './field-input';
import { focusSoon } from './focus';
import style from './form.module.css';
import { PlaceInput } from './place-input';
import { measureName, measureSentence } from './sentences';
import { measureFault, type Words } from './words';

/** The form of one measure, made from what its kind says can be set. */
export function MeasureForm({ editing, city }: { editing: EditedMeasure; city: CityInputs | null }) {
  const { t } = useTranslation();
  const words = useWords(city);
  const kind = measureKind(editing.kind) as MeasureKind<MeasureId> | undefined;
  const title = useRef<HTMLHeadingElement>(null);
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => title.current?.focus(), []);
  useEscape();
  if (!kind) return null;
  const issues = checkConfig(kind, editing.config);
  const placeIssues = editing.place ? checkPlace(kind, editing.place) : [NOT_DRAWN];
  const isWhole = issues.length === 0 && placeIssues.length === 0;
  const change = (patch: Partial<EditedMeasure>) => {
    setWrong(null);
    useStore.getState().set({ editing: { ...editing, ...patch } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { place } = editing;
    if (!isWhole || !place) {
      setWrong(t(issues.length > 0 ? 'scenario.form.check' : 'scenario.place.missing'));
      focusFirstFault();
      return;
    }
    const fault = city && faultIn(city, { ...editing, place });
    if (fault) return setWrong(t('scenario.form.wrong', { fault: measureFault(fault, words) }));
    takeEdited({ ...editing, place });
    const name = measureName({ ...editing, place }, words);
    announce(t(editing.isNew ? 'scenario.added' : 'scenario.changed', { name }), false);
    leaveForm(editing);
  };
  const { place } = editing;
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="measure-title">
      <header className={panel.head}>
        <h2 id="measure-title" ref={title} tabIndex={-1} className={panel.title}>
          {t(`scenario.kind.${kind.id}.name`)}
        </h2>
        <IconButton icon="close" label={t('scenario.form.back')} onPress={() => leaveForm(editing)} />
      </header>
      <form className={style.form} onSubmit={submit} noValidate data-form>
        <div className={style.fields}>
          <p className={style.about}>{t(`scenario.kind.${kind.id}.about`)}</p>
          <PlaceInput
            kind={kind}
            place={place}
            city={city}
            missing={tried ? (placeIssues[0] ?? null) : null}
            onChange={(next) => change({ place: next })}
          />
          {city && kind.id === 'road-pricing' && <ChargesNow city={city} words={words} />}
          {kind.fields.map((field) => (
            <FieldInput
              key={field.key}
              kind={kind.id}
              field={field}
              config={editing.config}
              issues={issues.filter(({ path }) => path.split('.')[1] === field.key)}
              onChange={(value) => change({ config: { ...editing.config, [field.key]: value } })}
            />
          ))}
        </div>
        <FormEnd editing={editing} wrong={wrong} isWhole={isWhole} words={words} />
      </form>
    </section>
  );
}

/** What is paid before the measure: the rules of the model may be older than those that the reader knows. */
function ChargesNow({ city, words }: { city: CityInputs; words: Words }) {
  const charges = chargesText(city.rules.charges, words);
  const { t } = words;
  return (
    <p className={style.about} data-charges-now>
      {charges ? t('scenario.form.chargesNow', { charges }) : t('scenario.form.chargesNowNone')}
    </p>
  );
}

/** What the measure will say, or what is wrong with it; and the way on. */
function FormEnd({
  editing,
  wrong,
  isWhole,
  words,
}: {
  editing: EditedMeasure;
  wrong: string | null;
  isWhole: boolean;
  words: Words;
}) {
  const { t } = words;
  const { place, isNew } = editing;
  return (
    <div className={style.end}>
      <div role="status">
        {wrong ? (
          <p className={style.wrong}>{wrong}</p>
        ) : (
          place && isWhole && <p className={style.preview}>{measureSentence({ ...editing, place }, words)}</p>
        )}
      </div>
      <div className={style.buttons}>
        <TextButton type="submit" primary>
          {t(isNew ? 'scenario.form.add' : 'scenario.form.save')}
        </TextButton>
        <TextButton onPress={() => leaveForm(editing)}>{t('scenario.form.cancel')}</TextButton>
      </div>
    </div>
  );
}

const NOT_DRAWN: MeasureIssue = { path: 'place', code: 'not-drawn', said: '' };

/** What this city says against the measure, alone on the city as it is. */
function faultIn(city: CityInputs, { id, kind, config, place }: EditedMeasure & { place: Place }) {
  try {
    applyMeasure(city, { id, kind, config, place, on: true });
    return null;
  } catch (error) {
    if (error instanceof MeasureError) return error;
    throw error;
  }
}

/** Back to the list, the keyboard where it came from. */
function leaveForm({ id, isNew }: EditedMeasure): void {
  useStore.getState().set({ editing: null, drawing: null });
  focusSoon(...(isNew ? [] : [`[data-measure="${CSS.escape(id)}"]`]), '[data-adds]');
}

const focusFirstFault = () =>
  focusSoon('[data-form] [aria-invalid="true"]', '[data-wrong] :is(input, select, button)');

/** Escape leaves the form, but not out of an open list of names or a menu. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { editing, drawing } = useStore.getState();
      if (event.key !== 'Escape' || event.defaultPrevented || !editing || drawing) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('[aria-expanded="true"], [role="dialog"]')
      )
        return;
      event.preventDefault();
      leaveForm(editing);
    };
    // Before the studio's own, which closes the card.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}

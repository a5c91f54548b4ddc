// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../own/read-protocol';
import { type Bringing, changeBringing, giveUp, readAgain, takeLayer } from '../../state/own';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import fields from '../scenario/fields.module.css';
import { CsvReadingForm } from './csv-reading';
import style from './own.module.css';
import { PlaceChoice } from './place-choice';

type Looked = Extract<Bringing, { kind: 'preview' }>;

/** What was read, how it was understood, and where it lies: to confirm before it comes onto the city. */
export function Confirm({ bringing }: { bringing: Looked }) {
  const { t } = useTranslation();
  const { preview, placing, layerName, title, busy } = bringing;
  const name = useId();
  const add = () =>
    void takeLayer().then((layer) => layer && announce(t('own.confirm.added', { name: layer.name })));
  return (
    <form
      className={style.confirm}
      data-preview
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h3 className={style.subtitle}>{t('own.confirm.title')}</h3>
      <div className={fields.field}>
        <label className={fields.label} htmlFor={name}>
          {t('own.confirm.name')}
        </label>
        <input
          id={name}
          className={fields.input}
          value={layerName}
          maxLength={80}
          onChange={(event) => changeBringing({ layerName: event.target.value })}
        />
      </div>
      <Summary preview={preview} />
      {preview.entries.length > 1 && (
        <Choice
          label={t('own.confirm.entry')}
          value={preview.entry ?? ''}
          options={preview.entries.map((entry) => [entry, entry])}
          onChange={(entry) => readAgain({ entry })}
        />
      )}
      {preview.csv && <CsvReadingForm csv={preview.csv} />}
      <PlaceChoice preview={preview} placing={placing} />
      <Sample preview={preview} />
      <Choice
        label={t('own.confirm.titleColumn')}
        value={title ?? ''}
        options={[
          ['', t('own.confirm.noTitle')],
          ...preview.columns.map(({ name }) => [name, name] as const),
        ]}
        onChange={(column) => changeBringing({ title: column || null })}
      />
      <div className={style.actions}>
        {preview.question !== 'outside' && (
          <TextButton primary type="submit" isDisabled={placing === null || busy}>
            {t(busy ? 'own.confirm.adding' : 'own.confirm.add')}
          </TextButton>
        )}
        <TextButton onPress={giveUp}>{t('own.cancel')}</TextButton>
      </div>
    </form>
  );
}

/** A question with a few answers. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={fields.select}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Summary({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { rows, shapes, badShapes, mixed, csv } = preview;
  const n = (value: number) => ({ n: format.number(value) });
  const without = rows - shapes.point - shapes.line - shapes.area;
  const parts: string[] = [
    t(`own.format.${preview.format}`),
    t('own.confirm.rows', { count: rows, ...n(rows) }),
    ...(shapes.point ? [t('own.confirm.points', n(shapes.point))] : []),
    ...(shapes.line ? [t('own.confirm.lines', n(shapes.line))] : []),
    ...(shapes.area ? [t('own.confirm.areas', n(shapes.area))] : []),
    ...(without ? [t('own.confirm.noShape', n(without))] : []),
  ];
  const notes: ReactNode[] = [
    ...(badShapes ? [t('own.confirm.badShapes', n(badShapes))] : []),
    ...(mixed ? [t('own.confirm.mixed', n(mixed))] : []),
    ...(csv?.ragged ? [t('own.confirm.ragged', n(csv.ragged))] : []),
  ];
  return (
    <div data-summary>
      <p>{parts.join(' · ')}</p>
      {notes.map((note, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in this order and never move
        <p key={i} className={style.help}>
          {note}
        </p>
      ))}
    </div>
  );
}

function Sample({ preview: { columns, sample } }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={style.sample} tabIndex={0} aria-label={t('own.confirm.sample')}>
      <table>
        <caption>{t('own.confirm.sample')}</caption>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the row of the file
            <tr key={row}>
              {columns.map(({ name, kind }, i) => (
                <td key={name} data-numeric={kind === 'number' || undefined}>
                  {cells[i] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

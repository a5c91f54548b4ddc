// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { type CoordinateColumns, type CsvEncoding, ENCODINGS } from '../../../formats/csv-guess';
import type { Preview } from '../../../own/read-protocol';
import { readAgain } from '../../state/own';
import fields from '../scenario/fields.module.css';
import { Choice } from './confirm';
import style from './own.module.css';

const DELIMITER_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

/** How a CSV is written, as it was guessed: whatever is changed is read again at once. */
export function CsvReadingForm({ csv }: { csv: NonNullable<Preview['csv']> }) {
  const { t } = useTranslation();
  const { header, coordinates } = csv;
  return (
    <fieldset className={fields.set}>
      <legend className={fields.label}>{t('own.confirm.csv')}</legend>
      <div className={style.rows}>
        <Choice
          label={t('own.confirm.delimiter')}
          value={csv.delimiter}
          options={Object.entries(DELIMITER_NAMES).map(([mark, name]) => [
            mark,
            t(`own.confirm.delimiters.${name}`),
          ])}
          onChange={(delimiter) => readAgain({ csv: { delimiter } })}
        />
        <Choice
          label={t('own.confirm.mark')}
          value={csv.mark}
          options={[
            [',', t('own.confirm.marks.comma')],
            ['.', t('own.confirm.marks.point')],
          ]}
          onChange={(mark) => readAgain({ csv: { mark: mark as ',' | '.' } })}
        />
        <Choice
          label={t('own.confirm.encoding')}
          value={csv.encoding}
          options={ENCODINGS.map((one) => [one, one === 'utf-8' ? 'UTF-8' : 'Windows-1252'])}
          onChange={(encoding) => readAgain({ csv: { encoding: encoding as CsvEncoding } })}
        />
        <Choice
          label={t('own.confirm.coordinates')}
          value={coordinates?.kind ?? 'two'}
          options={[
            ['two', t('own.confirm.two')],
            ['pair', t('own.confirm.pair')],
          ]}
          onChange={(kind) => readAgain({ csv: { coordinates: firstOf(kind, header) } })}
        />
        <Columns header={header} coordinates={coordinates} />
      </div>
    </fieldset>
  );
}

/** Something to begin with, once somebody says how the coordinates stand. */
const firstOf = (kind: string, header: readonly string[]): CoordinateColumns =>
  kind === 'pair'
    ? { kind: 'pair', column: header[0] ?? '' }
    : { kind: 'two', x: header[0] ?? '', y: header[1] ?? header[0] ?? '' };

function Columns({
  header,
  coordinates,
}: {
  header: readonly string[];
  coordinates: CoordinateColumns | null;
}) {
  const { t } = useTranslation();
  const options = [
    ...(coordinates ? [] : [['', t('own.confirm.notChosen')] as const]),
    ...header.map((name) => [name, name] as const),
  ];
  if (coordinates?.kind === 'pair')
    return (
      <Choice
        label={t('own.confirm.pairColumn')}
        value={coordinates.column}
        options={options}
        onChange={(column) => readAgain({ csv: { coordinates: { kind: 'pair', column } } })}
      />
    );
  const two = coordinates ?? { kind: 'two' as const, x: '', y: '' };
  const say = (x: string, y: string) =>
    readAgain({
      csv: { coordinates: { kind: 'two', x: x || (header[0] ?? ''), y: y || (header[0] ?? '') } },
    });
  return (
    <>
      <Choice label={t('own.confirm.x')} value={two.x} options={options} onChange={(x) => say(x, two.y)} />
      <Choice label={t('own.confirm.y')} value={two.y} options={options} onChange={(y) => say(two.x, y)} />
    </>
  );
}

// SPDX-License-Identifier: EUPL-1.2
/** What may be asked of a column: an interval of its numbers, some of its entries, words. */
import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { fold } from '../../../city/fold';
import type { AttributeColumn } from '../../../query/attribute';
import type { Condition } from '../../../query/filter';
import { conditionOn, withCondition, withFilter } from '../../../query/filter-edit';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';
import { Icon } from '../icon';
import style from './column-filter.module.css';
import { INSTANT, type Table, unitText } from './table';
import { parseNumber } from './typed-number';

export function ColumnFilter({ table, column }: { table: Table; column: AttributeColumn }) {
  const { t } = useTranslation();
  const { id, unit } = column.attribute;
  const condition = useStore((s) => conditionOn(s.filters[table.list], id));
  // Nobody writes an instant as a number.
  if (unit === INSTANT) return null;
  const name = table.heading(id);
  return (
    <DialogTrigger>
      <Button
        className={style.open!}
        data-active={condition !== undefined || undefined}
        aria-label={t(condition ? 'tables.filter.opened' : 'tables.filter.open', { name })}
      >
        <Icon name={condition ? 'filtered' : 'filter'} size={16} />
      </Button>
      <Popover className={style.popover!} placement="bottom end" offset={4}>
        <Dialog className={style.dialog!} aria-label={t('tables.filter.title', { name })}>
          {({ close }) => (
            <Form
              table={table}
              column={column}
              condition={condition}
              onAsk={(next) => {
                const { filters, set } = useStore.getState();
                const filter = withCondition(filters[table.list], id, next);
                set({ filters: withFilter(filters, table.list, filter) });
                close();
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface FormProps {
  readonly table: Table;
  readonly column: AttributeColumn;
  readonly condition: Condition | undefined;
  readonly onAsk: (condition: Condition | null) => void;
}

function Form(props: FormProps) {
  const { t } = useTranslation();
  const { table, column, condition, onAsk } = props;
  const { kind, id, unit } = column.attribute;
  const named = unitText(unit, t);
  return (
    <>
      <h3 className={style.title}>
        {table.heading(id)}
        {named && ` (${named})`}
      </h3>
      {kind === 'number' && <RangeForm {...props} />}
      {kind === 'category' && <AmongForm {...props} />}
      {kind === 'text' && <WordsForm {...props} />}
      {condition && (
        <TextButton kind="quiet" onPress={() => onAsk(null)}>
          {t('tables.filter.clear')}
        </TextButton>
      )}
    </>
  );
}

function RangeForm({ column, condition, onAsk }: FormProps) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const range = condition?.kind === 'range' ? condition : null;
  const write = (value: number | null | undefined) =>
    value === null || value === undefined
      ? ''
      : value.toLocaleString(language, { useGrouping: false, maximumFractionDigits: 6 });
  const [from, setFrom] = useState(write(range?.from));
  const [to, setTo] = useState(write(range?.to));
  const ends = [parseNumber(from, language), parseNumber(to, language)] as const;
  const wrong = ends.includes('wrong');
  const help = useId();
  const field = (label: string, value: string, change: (typed: string) => void) => (
    <label className={style.field}>
      {label}
      <input
        inputMode="decimal"
        value={value}
        aria-invalid={parseNumber(value, language) === 'wrong' || undefined}
        aria-describedby={help}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const [low, high] = ends;
        if (low === 'wrong' || high === 'wrong') return;
        const { id } = column.attribute;
        const any = low !== null || high !== null;
        onAsk(any ? { attribute: id, kind: 'range', from: low, to: high } : null);
      }}
    >
      <div className={style.range}>
        {field(t('tables.filter.from'), from, setFrom)}
        {field(t('tables.filter.to'), to, setTo)}
      </div>
      <p id={help} className={style.help} role={wrong ? 'alert' : undefined}>
        {wrong ? t('tables.filter.notANumber', { example: write(12.5) }) : t('tables.filter.known')}
      </p>
      <TextButton primary type="submit">
        {t('tables.filter.apply')}
      </TextButton>
    </form>
  );
}

function AmongForm({ column, condition, onAsk }: FormProps) {
  const { t } = useTranslation();
  const { codes = [], id } = column.attribute;
  const labels = column.labels ?? codes;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(condition?.kind === 'among' ? condition.values : []),
  );
  const [sought, setSought] = useState('');
  const entries = codes
    .map((code, i) => ({ code, label: labels[i] ?? code }))
    .filter(({ label }) => fold(label).includes(fold(sought)))
    .sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
  const turn = (code: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(code);
    else next.delete(code);
    setChosen(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const values = codes.filter((code) => chosen.has(code));
        onAsk(values.length === 0 ? null : { attribute: id, kind: 'among', values });
      }}
    >
      {codes.length > 12 && (
        <input
          type="search"
          className={style.search}
          aria-label={t('tables.filter.search')}
          placeholder={t('tables.filter.search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <fieldset className={style.entries}>
        <legend className={style.legend}>{t('tables.filter.title', { name: '' })}</legend>
        {entries.map(({ code, label }) => (
          <label key={code} className={style.entry}>
            <input
              type="checkbox"
              checked={chosen.has(code)}
              onChange={(event) => turn(code, event.target.checked)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <TextButton primary type="submit">
        {t('tables.filter.apply')}
      </TextButton>
    </form>
  );
}

function WordsForm({ column, condition, onAsk }: FormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(condition?.kind === 'words' ? condition.words : '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { id } = column.attribute;
        onAsk(words.trim() === '' ? null : { attribute: id, kind: 'words', words });
      }}
    >
      <label className={style.field}>
        {t('tables.filter.words')}
        <input type="text" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <TextButton primary type="submit">
        {t('tables.filter.apply')}
      </TextButton>
    </form>
  );
}

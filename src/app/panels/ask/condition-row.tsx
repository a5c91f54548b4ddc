// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { Askable, AttributeColumn } from '../../../query/attribute';
import { ANY_TEXT, type Condition } from '../../../query/filter';
import { sortedOf } from '../../../query/legend';
import { roundest } from '../../../query/round-breaks';
import { IconButton } from '../controls';
import style from './ask.module.css';
import { codeName, isNamed, nameWithUnit } from './ask-words';
import { useWords } from './asked-hook';
import { FigureField } from './figure-field';

const OPERATORS = {
  number: ['least', 'most', 'between', 'known', 'unknown'],
  category: ['among', 'known', 'unknown'],
  text: ['words', 'known', 'unknown'],
} as const;
type Operator = (typeof OPERATORS)[keyof typeof OPERATORS][number];

/** Columns that a condition may be of. */
export const offeredAttributes = (table: Askable): AttributeColumn[] =>
  [...table.columns.values()].filter(({ attribute }) => isNamed(attribute));

/** A condition that says something at once: the upper half, the commonest code. */
export function firstCondition(column: AttributeColumn, operator?: Operator): Condition {
  const { attribute, values } = column;
  const chosen = operator ?? OPERATORS[attribute.kind][0];
  const of = { attribute: attribute.id };
  switch (chosen) {
    case 'known':
    case 'unknown':
      return { ...of, kind: 'known', known: chosen === 'known' };
    case 'among':
      return { ...of, kind: 'among', values: commonest(column) };
    case 'words':
      return { ...of, kind: 'words', words: '' };
    default: {
      const sorted = sortedOf(values as ArrayLike<number>);
      const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => {
        const at = sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
        const near = 0.05 * Math.abs(at);
        return roundest(at - near, at + near, at, Number.isInteger(at));
      }) as [number, number, number];
      if (chosen === 'between') return { ...of, kind: 'range', from: low, to: Math.max(low, high) };
      return {
        ...of,
        kind: 'range',
        from: chosen === 'least' ? middle : null,
        to: chosen === 'most' ? middle : null,
      };
    }
  }
}

function commonest({ attribute: { codes = [] }, values }: AttributeColumn): string[] {
  const counts = codes.map(() => 0);
  for (let row = 0; row < values.length; row++) {
    const code = values[row] as number;
    if (code < counts.length) counts[code] = (counts[code] as number) + 1;
  }
  const at = counts.indexOf(Math.max(...counts));
  return codes[at] === undefined ? [] : [codes[at]];
}

function operatorOf(condition: Condition): Operator {
  if (condition.kind === 'known') return condition.known ? 'known' : 'unknown';
  if (condition.kind !== 'range') return condition.kind;
  if (condition.from !== null && condition.to !== null) return 'between';
  return condition.to === null ? 'least' : 'most';
}

/** «Anno di costruzione · fino al · 1944». */
export function ConditionRow({
  n,
  condition,
  table,
  onChange,
  onRemove,
}: {
  n: number;
  condition: Condition;
  table: Askable;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}) {
  const words = useWords();
  const { t, format } = words;
  const column = table.columns.get(condition.attribute);
  const offered = offeredAttributes(table);
  const shown = column && !offered.includes(column) ? [...offered, column] : offered;
  const number = format.number(n);
  const years = column?.attribute.id === 'year';
  const operatorName = (operator: Operator) =>
    years && (operator === 'least' || operator === 'most' || operator === 'between')
      ? t(`ask.filter.years.${operator}`)
      : t(`ask.filter.operators.${operator}`);
  return (
    <fieldset className={style.condition} data-condition={condition.attribute}>
      <legend className={style.hidden}>{t('ask.filter.condition', { n: number })}</legend>
      <div className={style.conditionHead}>
        <select
          className={style.select}
          aria-label={t('ask.filter.attribute')}
          value={condition.attribute}
          onChange={(event) => {
            const next = table.columns.get(event.target.value);
            if (next) onChange(firstCondition(next));
          }}
        >
          {!column && <option value={condition.attribute}>{anyName(condition.attribute)}</option>}
          {shown.map(({ attribute }) => (
            <option key={attribute.id} value={attribute.id}>
              {nameWithUnit(attribute, words)}
            </option>
          ))}
        </select>
        <IconButton icon="close" label={t('ask.filter.remove', { n: number })} onPress={onRemove} />
      </div>
      {column && (
        <select
          className={style.select}
          aria-label={t('ask.filter.operator')}
          value={operatorOf(condition)}
          onChange={(event) => onChange(firstCondition(column, event.target.value as Operator))}
        >
          {OPERATORS[column.attribute.kind].map((operator) => (
            <option key={operator} value={operator}>
              {operatorName(operator)}
            </option>
          ))}
        </select>
      )}
      {column ? (
        <Values condition={condition} column={column} onChange={onChange} />
      ) : (
        condition.kind === 'words' && <WordsField condition={condition} onChange={onChange} />
      )}
    </fieldset>
  );
}

/** Words are sought in any text: an ellipsis says so without a name. */
const anyName = (id: string): string => (id === ANY_TEXT ? '…' : id);

function Values({
  condition,
  column,
  onChange,
}: {
  condition: Condition;
  column: AttributeColumn;
  onChange: (condition: Condition) => void;
}): ReactNode {
  const words = useWords();
  const { t } = words;
  const { attribute } = column;
  if (condition.kind === 'words') return <WordsField condition={condition} onChange={onChange} />;
  if (condition.kind === 'among')
    return (
      <div className={style.codes}>
        {(attribute.codes ?? []).map((code) => (
          <label key={code} className={style.check}>
            <input
              type="checkbox"
              checked={condition.values.includes(code)}
              onChange={(event) =>
                onChange({
                  ...condition,
                  values: event.target.checked
                    ? [...condition.values, code]
                    : condition.values.filter((each) => each !== code),
                })
              }
            />
            {codeName(column, code, words)}
          </label>
        ))}
      </div>
    );
  if (condition.kind !== 'range') return null;
  const operator = operatorOf(condition);
  const field = (end: 'from' | 'to', label: string) => (
    <FigureField
      label={label}
      attribute={attribute}
      value={condition[end]}
      onChange={(value) => value !== null && onChange({ ...condition, [end]: value })}
    />
  );
  if (operator !== 'between') return field(operator === 'most' ? 'to' : 'from', t('ask.filter.value'));
  return (
    <div className={style.pair}>
      {field('from', t('ask.filter.from'))}
      {field('to', t('ask.filter.to'))}
    </div>
  );
}

function WordsField({
  condition,
  onChange,
}: {
  condition: Extract<Condition, { kind: 'words' }>;
  onChange: (condition: Condition) => void;
}) {
  const { t } = useWords();
  return (
    <input
      type="search"
      className={style.input}
      aria-label={t('ask.filter.words')}
      value={condition.words}
      onChange={(event) => onChange({ ...condition, words: event.target.value })}
    />
  );
}

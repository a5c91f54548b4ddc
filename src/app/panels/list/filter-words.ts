// SPDX-License-Identifier: EUPL-1.2
/** What a condition asks, in words. Pure. */
import { ANY_TEXT, type Condition } from '../../../query/filter';
import { figureText, type Table, type Words } from './table';

/** So many chosen entries are named; of the others it is said how many they are. */
const NAMED = 3;

export function conditionText(condition: Condition, table: Table, words: Words): string {
  const { t, format } = words;
  const column = table.columns.get(condition.attribute);
  const name = column ? table.heading(condition.attribute) : condition.attribute;
  switch (condition.kind) {
    case 'words':
      return condition.attribute === ANY_TEXT
        ? t('tables.filter.anyContains', { words: condition.words })
        : t('tables.filter.contains', { name, words: condition.words });
    case 'known':
      return t(condition.known ? 'tables.filter.isKnown' : 'tables.filter.isUnknown', { name });
    case 'range': {
      const figure = (value: number | null) =>
        value === null || !column ? String(value) : figureText(value, column.attribute, words);
      const ends = { name, from: figure(condition.from), to: figure(condition.to) };
      if (condition.from === null) return t('tables.filter.most', ends);
      return t(condition.to === null ? 'tables.filter.least' : 'tables.filter.range', ends);
    }
    case 'among': {
      const label = (code: string) => {
        const place = column?.attribute.codes?.indexOf(code) ?? -1;
        return (column?.labels ?? column?.attribute.codes)?.[place] ?? code;
      };
      const named = condition.values.slice(0, NAMED).map(label);
      const more = condition.values.length - named.length;
      const values =
        more > 0
          ? t('tables.filter.andMore', { values: named.join(', '), n: format.number(more) })
          : format.list(named);
      return t('tables.filter.among', { name, values });
    }
  }
}

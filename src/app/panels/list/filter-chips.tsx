// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { ANY_TEXT } from '../../../query/filter';
import { withCondition, withFilter } from '../../../query/filter-edit';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';
import { Icon } from '../icon';
import { conditionText } from './filter-words';
import style from './list.module.css';
import type { Table } from './table';
import { useWords } from './table-hook';

/** What is asked of the table, each with how to ask it no more; nothing where nothing is. */
export function FilterChips({ table, missing }: { table: Table; missing: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const filter = useStore((s) => s.filters[table.list]);
  // What one is looking for stands in its own field.
  const conditions = (filter?.conditions ?? []).filter(({ attribute }) => attribute !== ANY_TEXT);
  if (conditions.length === 0 && !missing) return null;
  const change = (next: ReturnType<typeof withCondition>) => {
    const { filters, set } = useStore.getState();
    set({ filters: withFilter(filters, table.list, next) });
  };
  return (
    <div className={style.chips}>
      <ul aria-label={t('tables.filter.active')}>
        {conditions.map((condition) => {
          const name = conditionText(condition, table, words);
          return (
            <li key={condition.attribute}>
              <Button
                className={style.chip!}
                aria-label={t('tables.filter.remove', { name })}
                onPress={() => change(withCondition(filter, condition.attribute, null))}
              >
                {name}
                <Icon name="close" size={16} />
              </Button>
            </li>
          );
        })}
      </ul>
      {conditions.length > 1 && (
        <TextButton kind="quiet" onPress={() => change(undefined)}>
          {t('tables.filter.clearAll')}
        </TextButton>
      )}
      {missing && <p role="status">{t('tables.filter.missing')}</p>}
    </div>
  );
}

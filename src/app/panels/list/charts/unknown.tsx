// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { AttributeColumn } from '../../../../query/attribute';
import { useFormats } from '../../hooks';

/** How many rows a chart cannot draw, and of how many of them the figure is not published. */
export function Unknown({ column }: { column: AttributeColumn }) {
  const { t } = useTranslation();
  const format = useFormats();
  const values = column.values as ArrayLike<number>;
  let unknown = 0;
  let withheld = 0;
  for (let row = 0; row < values.length; row++) {
    if (column.withheld?.[row] === 1) withheld++;
    else if (Number.isNaN(values[row])) unknown++;
  }
  return (
    <>
      {unknown > 0 && <span>{t('tables.chart.unknown', { n: format.number(unknown) })} </span>}
      {withheld > 0 && <span>{t('tables.chart.withheldRows', { n: format.number(withheld) })}</span>}
    </>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { HalfHourRow } from '../../../simulation/models/validation/area-c/validation';
import { useStore } from '../../state/store';
import { formatEstimate } from '../../text/estimate-format';
import { useFormats } from '../hooks';
import style from './chart.module.css';

/** The twin of the chart. */
export function HalfHourTable({ rows }: { rows: readonly HalfHourRow[] }) {
  const { t } = useTranslation();
  const format = useFormats();
  const language = useStore((s) => s.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={style.rows} tabIndex={0} aria-label={t('model.chart.table')}>
      <table>
        <thead>
          <tr>
            {(['time', 'before', 'after', 'value', 'low', 'high'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`model.chart.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ halfHour, observedBefore, observedAfter, modelled }) => {
            const figures = formatEstimate(modelled, 'veh/h', language);
            return (
              <tr key={halfHour}>
                <th scope="row">
                  {format.clock(halfHour * 30)}–{format.clock(halfHour * 30 + 30)}
                </th>
                <td>{format.number(observedBefore)}</td>
                <td>{format.number(observedAfter)}</td>
                <td>{figures.value}</td>
                <td>{figures.low}</td>
                <td>{figures.high}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../hooks';
import chart from './charts.module.css';

/** With fewer, a coefficient says nothing. */
const LEAST = 10;

/** Whether two figures go together, in words, and no more than that. */
export function Rho({ rho, n }: { rho: number; n: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  if (n < LEAST || Number.isNaN(rho))
    return <p className={chart.rho}>{t('tables.chart.fewForRho', { n: format.number(n) })}</p>;
  return (
    <p className={chart.rho} role="status">
      {t('tables.chart.rho', {
        rho: format.signed(rho, 2, true),
        n: format.number(n),
        words: t(`tables.chart.strength.${strengthOf(rho)}`),
      })}
    </p>
  );
}

function strengthOf(rho: number) {
  const size = Math.abs(rho);
  if (size < 0.1) return 'none';
  const how = size < 0.3 ? 'weak' : size < 0.6 ? 'some' : 'strong';
  return `${how}${rho > 0 ? 'Up' : 'Down'}` as const;
}

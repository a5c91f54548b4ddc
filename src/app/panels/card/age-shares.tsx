// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { Population } from '../../../query/district';
import { useFormats } from '../hooks';
import style from './card.module.css';

/** Young, adult and old as shares of one bar, each with its words and number. */
export function AgeShares({ population: { total, minors, aged65Plus } }: { population: Population }) {
  const { t } = useTranslation();
  const format = useFormats();
  const shares = [
    { id: 'minors', share: minors / total, label: t('district.minors') },
    { id: 'adults', share: (total - minors - aged65Plus) / total, label: t('district.adults') },
    { id: 'aged', share: aged65Plus / total, label: t('district.aged') },
  ] as const;
  let x = 0;
  return (
    <figure className={style.ages}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {shares.map(({ id, share }) => {
          const from = x;
          x += share * 100;
          return (
            <rect key={id} className={style[id]} x={from} width={Math.max(share * 100 - 0.4, 0)} height="6" />
          );
        })}
      </svg>
      <dl className={style.agesKey}>
        {shares.map(({ id, share, label }) => (
          <div key={id}>
            <dt>
              <svg width="10" height="10" aria-hidden="true" focusable="false">
                <rect className={style[id]} width="10" height="10" rx="2" />
              </svg>
              {label}
            </dt>
            <dd>{format.percent(share)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

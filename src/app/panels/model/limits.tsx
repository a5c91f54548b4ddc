// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import style from './model.module.css';

const LIMITS = [
  'hour',
  'queues',
  'parking',
  'motorcycles',
  'buses',
  'border',
  'jobs',
  'cars',
  'habits',
  'theta',
  'counts',
  'air',
] as const;

/** What the model does not know: as much a part of its answers as their figures. */
export function Limits() {
  const { t } = useTranslation();
  return (
    <section className={style.section}>
      <h3>{t('model.limits.title')}</h3>
      <ul className={style.limits}>
        {LIMITS.map((limit) => (
          <li key={limit}>{t(`model.limits.${limit}`)}</li>
        ))}
      </ul>
    </section>
  );
}

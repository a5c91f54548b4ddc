// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import style from './header.module.css';

/** The name, and the mark: a house and its twin. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <div className={style.brand}>
      <svg className={style.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path className={style.twin} d="M13.5 6.5 20 3l8.5 4.2v15.3L20 27l-4-2" />
        <path className={style.house} d="M3.5 11 11 7l7.5 4v14L11 29l-7.5-4V11Z" />
        <path className={style.edge} d="M3.9 11.2 11 15l7.1-3.8M11 15v13.6" />
      </svg>
      <h1 className={style.name}>
        Gemello <strong>Milano</strong>
        <span className={style.subtitle}>{t('app.subtitle')}</span>
      </h1>
    </div>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import style from './header.module.css';

/** What shows of the twin's outline, as dots 2.6 apart. */
const TWIN = [
  [13.5, 6.5],
  [15.8, 5.3],
  [18, 4.1],
  [20.3, 3.1],
  [22.6, 4.3],
  [24.9, 5.4],
  [27.2, 6.6],
  [28.5, 8.3],
  [28.5, 10.9],
  [28.5, 13.5],
  [28.5, 16],
  [28.5, 18.6],
  [28.5, 21.2],
  [27.4, 23.1],
  [25.1, 24.3],
  [22.9, 25.5],
  [20.6, 26.7],
  [18.3, 26.1],
  [16, 25],
] as const;

/** The name, and the mark: a house and its twin. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <div className={style.brand}>
      <svg className={style.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <g className={style.twin}>
          {TWIN.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r=".75" />
          ))}
        </g>
        <path
          className={style.house}
          d="m11 7 7.2 3.8-7.2 3.7-7.2-3.7ZM3.5 11.9l7 3.6v13.2l-7-3.7ZM11.5 15.5l7-3.6V25l-7 3.7Z"
        />
      </svg>
      <h1 className={style.name}>
        Gemello <strong>Milano</strong>
        <span className={style.subtitle}>{t('app.subtitle')}</span>
      </h1>
    </div>
  );
}

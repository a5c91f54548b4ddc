// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { ProfileComparison } from '../../../simulation/models/validation/area-c/validation';
import { useFormats, useMedia } from '../hooks';
import style from './chart.module.css';
import { HalfHourTable } from './half-hour-table';

/** 7:30–19:30. */
const CHARGED = [15, 39] as const;
const HALF_HOURS = 48;
const MARGIN = { left: 46, right: 6, top: 20, bottom: 24 };
/** User units are pixels, so that letters are as large as elsewhere. */
const SIZES = { wide: { width: 780, height: 300, hours: 3 }, narrow: { width: 330, height: 250, hours: 6 } };

/** Counted before and after, and the model with its interval, by half-hour of the day; the same in a table. */
export function HalfHourChart({ profile }: { profile: ProfileComparison }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { width, height, hours } = useMedia('(width < 640px)') ? SIZES.narrow : SIZES.wide;
  const { rows } = profile;
  const most = Math.max(...rows.flatMap((row) => [row.observedBefore, row.observedAfter, row.modelled.high]));
  const top = Math.ceil(most / 1000) * 1000;
  const x = (halfHour: number) =>
    MARGIN.left + (halfHour / HALF_HOURS) * (width - MARGIN.left - MARGIN.right);
  const y = (vehicles: number) =>
    height - MARGIN.bottom - (vehicles / top) * (height - MARGIN.top - MARGIN.bottom);
  const points = (of: (row: (typeof rows)[number]) => number) =>
    rows.map((row) => `${round(x(row.halfHour + 0.5))} ${round(y(of(row)))}`);
  const line = (of: (row: (typeof rows)[number]) => number) => `M${points(of).join('L')}`;
  const band = [
    ...points(({ modelled }) => modelled.low),
    ...points(({ modelled }) => modelled.high).reverse(),
  ];
  const charged = (of: (row: (typeof rows)[number]) => number) =>
    format.number(
      rows.reduce((sum, row) => {
        const counts = row.halfHour >= CHARGED[0] && row.halfHour < CHARGED[1];
        return counts ? sum + of(row) : sum;
      }, 0),
    );
  return (
    <figure className={style.figure}>
      <Legend />
      <svg
        className={style.chart}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('model.chart.label', {
          before: charged((row) => row.observedBefore),
          after: charged((row) => row.observedAfter),
          modelled: charged((row) => row.modelled.value),
        })}
      >
        <rect
          className={style.charged}
          x={x(CHARGED[0])}
          y={MARGIN.top}
          width={x(CHARGED[1]) - x(CHARGED[0])}
          height={height - MARGIN.top - MARGIN.bottom}
        />
        {Array.from({ length: top / 1000 + 1 }, (_, i) => i * 1000).map((vehicles) => (
          <g key={vehicles}>
            <line
              className={style.grid}
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(vehicles)}
              y2={y(vehicles)}
            />
            <text className={style.tickY} x={MARGIN.left - 6} y={y(vehicles) + 4}>
              {format.number(vehicles)}
            </text>
          </g>
        ))}
        {Array.from({ length: 24 / hours + 1 }, (_, i) => i * hours).map((hour) => (
          <text
            key={hour}
            className={style.tickX}
            data-end={hour === 24 || undefined}
            x={x(2 * hour)}
            y={height - 6}
          >
            {format.clock(hour * 60)}
          </text>
        ))}
        <text className={style.axis} x={0} y={12}>
          {t('model.chart.axis')}
        </text>
        <text className={style.axisCharged} x={x((CHARGED[0] + CHARGED[1]) / 2)} y={12}>
          {format.clock(450)}–{format.clock(1170)} {t('model.chart.hours')}
        </text>
        <path className={style.band} d={`M${band.join('L')}Z`} />
        <path className={style.before} d={line((row) => row.observedBefore)} />
        <path className={style.modelled} d={line(({ modelled }) => modelled.value)} />
        <path className={style.after} d={line((row) => row.observedAfter)} />
      </svg>
      <details className={style.twin}>
        <summary>{t('model.chart.table')}</summary>
        <HalfHourTable rows={rows} />
      </details>
    </figure>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={style.legend}>
      {(['before', 'after', 'modelled'] as const).map((name) => (
        <li key={name}>
          <svg viewBox="0 0 34 14" aria-hidden="true">
            {name === 'modelled' && <rect className={style.band} width="34" height="14" />}
            <path className={style[name]} d="M1 7H33" />
          </svg>
          {t(`model.chart.${name}`)}
        </li>
      ))}
    </ul>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useWords } from '../ask/asked-hook';
import type { Found } from './back-test-section';
import style from './people-window.module.css';

const SIZE = 420;
const LEFT = 46;
const BELOW = 30;
const TICKS = 5;

/** What came across, what was predicted up: on the slanted line both are the same. The table beneath says the same. */
export function BackTestPlot({ found: { districts, fromYear, toYear } }: { found: Found }) {
  const { t, format } = useWords();
  const known = districts.filter(({ actual, value }) => Number.isFinite(actual) && Number.isFinite(value));
  const most = Math.max(1, ...known.flatMap(({ actual, high }) => [actual, high]));
  const step = roundUp(most / TICKS);
  const end = step * TICKS;
  const x = (persons: number) => LEFT + (persons / end) * (SIZE - LEFT - 8);
  const y = (persons: number) => SIZE - BELOW - (persons / end) * (SIZE - BELOW - 8);
  const inside = known.filter(isInside).length;
  const marks = Array.from({ length: TICKS + 1 }, (_, i) => i * step);
  return (
    <figure>
      <svg
        className={style.plot}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={t('people.backTest.plot', {
          from: format.year(fromYear),
          to: format.year(toYear),
          n: format.number(known.length),
          inside: format.number(inside),
        })}
      >
        <line className={style.axis} x1={LEFT} y1={y(0)} x2={x(end)} y2={y(0)} />
        <line className={style.axis} x1={LEFT} y1={y(0)} x2={LEFT} y2={y(end)} />
        <line className={style.same} x1={x(0)} y1={y(0)} x2={x(end)} y2={y(end)} />
        {marks.map((mark) => (
          <g key={mark}>
            <text className={style.tick} x={x(mark)} y={SIZE - BELOW + 16} textAnchor="middle">
              {format.number(mark)}
            </text>
            <text className={style.tick} x={LEFT - 5} y={y(mark) + 4} textAnchor="end">
              {format.number(mark)}
            </text>
          </g>
        ))}
        <text className={style.tick} x={SIZE - 8} y={SIZE - 2} textAnchor="end">
          {t('people.backTest.came')}
        </text>
        <text className={style.tick} x={LEFT + 6} y={14}>
          {t('people.backTest.predicted')}
        </text>
        {known.map((district) => {
          const { id, actual, value, low, high } = district;
          return (
            <g key={id}>
              <line className={style.whisker} x1={x(actual)} x2={x(actual)} y1={y(low)} y2={y(high)} />
              {isInside(district) ? (
                <circle className={style.inside} cx={x(actual)} cy={y(value)} r={3} />
              ) : (
                <path className={style.outside} d={`M${x(actual) - 3.5} ${y(value) - 3.5}l7 7m0 -7l-7 7`} />
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className={style.key}>
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <circle className={style.inside} cx="6" cy="6" r="4" />
          </svg>
          {t('people.backTest.inside')}
        </span>
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <path className={style.outside} d="M2 2l8 8m0 -8l-8 8" />
          </svg>
          {t('people.backTest.outside')}
        </span>
      </figcaption>
    </figure>
  );
}

export const isInside = ({ actual, low, high }: Found['districts'][number]): boolean =>
  actual >= low && actual <= high;

/** To 1, 2 or 5 of a power of ten. */
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return ([1, 2, 5, 10].find((one) => one * power >= size) ?? 10) * power;
}

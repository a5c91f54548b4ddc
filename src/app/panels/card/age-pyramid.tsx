// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { PYRAMID_YEAR, type Pyramid } from '../../../query/district';
import { useFormats } from '../hooks';
import style from './card.module.css';

const HALF = 100;
const AGES = 34;
const BAR = 8;

/** Men to the left, women to the right, old above young; the same numbers in a table beneath. */
export function AgePyramid({ pyramid: { bands } }: { pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormats();
  const most = Math.max(...bands.flatMap(({ men, women }) => [men, women]));
  const fullest = bands.reduce((a, b) => (b.men + b.women > a.men + a.women ? b : a));
  const label = (index: number): string => {
    const from = bands[index]!.ageFrom;
    const next = bands[index + 1];
    return next
      ? `${format.number(from)}–${format.number(next.ageFrom - 1)}`
      : t('district.bandOpen', { from: format.number(from) });
  };
  const fullestAt = bands.indexOf(fullest);
  const fullestLabel =
    fullestAt === bands.length - 1
      ? t('district.bandYearsOpen', { from: format.number(fullest.ageFrom) })
      : t('district.bandYears', { band: label(fullestAt) });
  const width = 2 * HALF + AGES;
  const height = bands.length * BAR;
  return (
    <figure className={style.pyramid}>
      <figcaption>{t('district.pyramid', { year: format.year(PYRAMID_YEAR) })}</figcaption>
      <div className={style.sexes} aria-hidden="true">
        <span className={style.menWord}>{t('district.men')}</span>
        <span className={style.womenWord}>{t('district.women')}</span>
      </div>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('district.pyramidLabel', {
          band: fullestLabel,
          n: format.number(fullest.men + fullest.women),
        })}
      >
        {bands.map(({ ageFrom, men, women }, i) => {
          const y = height - (i + 1) * BAR + 0.75;
          const left = (men / most) * HALF;
          return (
            <g key={ageFrom}>
              <rect className={style.men} x={HALF - left} y={y} width={left} height={BAR - 1.5} />
              <rect
                className={style.women}
                x={HALF + AGES}
                y={y}
                width={(women / most) * HALF}
                height={BAR - 1.5}
              />
              {i % 3 === 0 && (
                <text className={style.age} x={HALF + AGES / 2} y={y + BAR - 2.4}>
                  {i === bands.length - 1 ? `${ageFrom}+` : ageFrom}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <details>
        <summary>{t('district.pyramidTable')}</summary>
        <table className={style.values}>
          <thead>
            <tr>
              <th scope="col">{t('district.ageBand')}</th>
              <th scope="col">{t('district.men')}</th>
              <th scope="col">{t('district.women')}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map(({ ageFrom, men, women }, i) => (
              <tr key={ageFrom}>
                <th scope="row">{label(i)}</th>
                <td>{format.number(men)}</td>
                <td>{format.number(women)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

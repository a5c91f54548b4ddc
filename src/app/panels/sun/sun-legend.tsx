// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { SunRaster } from '../../../survey/questions';
import { SUN_BREAKS_H, SUN_COLOURS } from '../../map/sun-colours';
import { dayText } from '../clock/clock-words';
import { useFormats } from '../hooks';
import style from './sun.module.css';

/** What the colours mean, and how much of the surface is of each. */
export function SunLegend({ raster }: { raster: SunRaster }) {
  const { t } = useTranslation();
  const format = useFormats();
  const hours = (at: number) => `${format.number(SUN_BREAKS_H[at] ?? 0)}\u00a0h`;
  const name = (at: number) => {
    if (at === 0) return t('sun.classes.first', { to: hours(0) });
    if (at === SUN_BREAKS_H.length) return t('sun.classes.last', { from: hours(at - 1) });
    return t('sun.classes.between', { from: format.number(SUN_BREAKS_H[at - 1] ?? 0), to: hours(at) });
  };
  return (
    <table className={style.legend} data-sun-legend>
      <caption>{t('sun.legend', { date: dayText(raster.noonMs, format) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sun.classColumn')}</th>
          <th scope="col">{t('sun.shareColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {SUN_COLOURS.map((colour, at) => (
          <tr key={colour}>
            <th scope="row">
              <svg width="18" height="14" aria-hidden="true" focusable="false">
                <rect x="0.5" y="0.5" width="17" height="13" fill={colour} stroke="currentColor" />
              </svg>
              {name(at)}
            </th>
            <td>{format.percent(raster.shares[at] ?? 0, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

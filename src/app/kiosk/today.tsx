// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useFormats } from '../panels/hooks';
import type { Figure } from './figures';
import style from './kiosk.module.css';
import { useKiosk } from './kiosk-store';

/** Today's figures, each with the moment that it is of: also of yesterday, where the network is gone. */
export function Today() {
  const { t } = useTranslation();
  const figures = useKiosk((s) => s.figures);
  return (
    <section aria-labelledby="kiosk-today">
      <h2 id="kiosk-today" className={style.title}>
        {t('kiosk.today')}
      </h2>
      {figures.length === 0 && <p>{t('kiosk.noFigures')}</p>}
      <ul className={style.figures}>
        {figures.map((figure) => (
          <FigureCard key={figure.id} figure={figure} />
        ))}
      </ul>
    </section>
  );
}

function FigureCard({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { id, low, high, places, atMs, simulated } = figure;
  const digits = id === 'temperature' ? 1 : 0;
  const [from, to] = [format.number(low, digits), format.number(high, digits)];
  const value = from === to ? from : t('kiosk.range', { low: from, high: to });
  const inUnit =
    id === 'temperature'
      ? t('kiosk.celsius', { value })
      : id === 'pm10' || id === 'no2'
        ? t('kiosk.micrograms', { value })
        : value;
  const day = new Intl.DateTimeFormat(format.locale, { ...DAY, timeZone: 'Europe/Rome' }).format(atMs);
  const time = new Intl.DateTimeFormat(format.locale, { ...TIME, timeZone: 'Europe/Rome' }).format(atMs);
  return (
    <li className={style.figure} data-figure={id}>
      <span className={style.name}>
        {t(`kiosk.figure.${id}`)}
        {simulated && <span className={style.simulated}>{t('kiosk.simulated')}</span>}
      </span>
      <strong className={style.value}>{inUnit}</strong>
      <span className={style.where}>{t(`kiosk.places_of.${id}`, { n: format.number(places) })}</span>
      <span className={style.asOf}>{t('kiosk.asOf', { time, day })}</span>
    </li>
  );
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const TIME = { hour: 'numeric', minute: '2-digit' } as const;

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useStore } from '../state/store';
import { useIsDemo } from './kiosk';
import style from './kiosk.module.css';
import { useKiosk } from './kiosk-store';
import { MESSAGES, stopsOf } from './tour';

/** While nobody is there: what one looks at, one of the messages, and how to begin. */
export function TourCaption() {
  const { t } = useTranslation();
  const stop = useKiosk((s) => s.stop);
  const catalogue = useStore((s) => s.catalogue);
  const isDemo = useIsDemo();
  const stops = stopsOf(catalogue);
  const place = stops[stop % stops.length]?.id ?? 'city';
  const message = MESSAGES[stop % MESSAGES.length] ?? 'model';
  return (
    <section className={style.caption} aria-labelledby="kiosk-message">
      <p className={style.place}>
        <span className={style.kicker}>{t('kiosk.here')}</span>{' '}
        <strong data-stop={place}>{t(`tools.views.of.${place}` as 'tools.views.of.city')}</strong>
      </p>
      <h2 id="kiosk-message" className={style.message}>
        {t(`kiosk.message.${message}.title`)}
      </h2>
      <p className={style.text}>{t(`kiosk.message.${message}.text`)}</p>
      {isDemo && <p className={style.text}>{t(`kiosk.message.${message}.demo`)}</p>}
      {/* Any touch begins (attend.ts); the button is for who looks for one, and for the keyboard. */}
      <button type="button" className={style.start}>
        {t('kiosk.start')}
        <span lang={t('kiosk.startOther').startsWith('Touch') ? 'en' : 'it'}>{t('kiosk.startOther')}</span>
      </button>
      <p className={style.quiet}>{t('kiosk.stops')}</p>
    </section>
  );
}

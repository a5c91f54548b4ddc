// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNTDOWN_MS } from './idle';
import style from './kiosk.module.css';
import { useKiosk } from './kiosk-store';

/** Asks whether anybody is still there. Any touch says yes (attend.ts). */
export function StillHere() {
  const { t } = useTranslation();
  const seconds = useKiosk((s) => s.secondsLeft);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div
      className={style.asking}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="kiosk-asking"
      aria-describedby="kiosk-asking-text"
    >
      <div className={style.question}>
        <h2 id="kiosk-asking">{t('kiosk.stillThere')}</h2>
        {/* Said once, not every second. */}
        <p id="kiosk-asking-text" className={style.unseen}>
          {t('kiosk.stillThereText', { n: COUNTDOWN_MS / 1000 })}
        </p>
        <p aria-hidden="true" data-seconds={seconds}>
          {t('kiosk.stillThereText', { n: seconds })}
        </p>
        <button ref={button} type="button" className={style.start}>
          {t('kiosk.stillHere')}
        </button>
      </div>
    </div>
  );
}

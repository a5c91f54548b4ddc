// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { TextButton } from '../controls';
import style from './people.module.css';
import type { Asking } from './people-hook';

/** What stands where an answer is not there yet, or will not come: how far it is, why not, what to do. */
export function AskingNote({ asking, what }: { asking: Asking<unknown>; what: string }) {
  const { t } = useTranslation();
  const { asked, again, stop } = asking;
  if (asked.state === 'ready') return null;
  if (asked.state === 'asking')
    return (
      <div className={style.asking} data-asking>
        <p role="status">{t('people.asking', { what })}</p>
        <progress max={1} value={asked.share || undefined} aria-label={t('people.asking', { what })} />
        <TextButton kind="quiet" onPress={stop}>
          {t('people.stop')}
        </TextButton>
      </div>
    );
  return (
    <div className={style.failed} role="alert">
      <p>{asked.state === 'stopped' ? t('people.stopped') : t('people.failed', { detail: asked.fault })}</p>
      <TextButton kind="quiet" onPress={again}>
        {t('people.again')}
      </TextButton>
    </div>
  );
}

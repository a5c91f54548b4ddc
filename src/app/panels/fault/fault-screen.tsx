// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { TextButton } from '../controls';
import style from './fault.module.css';

export type FaultKind = 'missing' | 'broken' | 'offline';

const TEXTS = {
  missing: { title: 'fault.missingTitle', body: 'fault.missingBody', hint: 'fault.missingDo' },
  broken: { title: 'fault.brokenTitle', body: 'fault.brokenBody', hint: 'fault.brokenDo' },
  offline: { title: 'fault.offlineTitle', body: 'fault.offlineBody', hint: null },
} as const;
const COMMAND = 'npm run tiles -- --demo';

/** No city to show: what is wrong, and what to do, in plain words. */
export function FaultScreen({ kind, detail }: { kind: FaultKind; detail: string }) {
  const { t } = useTranslation();
  const { title, body, hint } = TEXTS[kind];
  return (
    <div className={style.screen} role="alert">
      <div className={style.words}>
        <svg className={style.picture} viewBox="0 0 120 64" aria-hidden="true" focusable="false">
          <path className={style.ground} d="M4 60h112" />
          <path
            className={style.missing}
            d="M12 60V34h14v26M32 60V22l9-6 9 6v38M57 60V30h16v30M80 60V12h12v48M98 60V40h12v20"
          />
        </svg>
        <h2 className={style.title}>{t(title)}</h2>
        <p>{t(body)}</p>
        {hint && (
          <p>
            {t(hint)} <code className={style.command}>{COMMAND}</code>
          </p>
        )}
        <TextButton primary onPress={() => location.reload()}>
          {t('fault.retry')}
        </TextButton>
        <details className={style.detail}>
          <summary>{t('fault.detail')}</summary>
          <p>{detail}</p>
        </details>
      </div>
    </div>
  );
}

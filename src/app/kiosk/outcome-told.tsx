// SPDX-License-Identifier: EUPL-1.2
/** What a published answer says, plainly: the first effects with their intervals and how sure they are. Comes on demand. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Digest, readDigest } from '../../impact/digest';
import { firstEffects, outcomeWords } from '../outcome/outcome-words';
import { useStore } from '../state/store';
import style from './kiosk.module.css';

export default function OutcomeTold({ digest }: { digest: unknown }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const read = useMemo(() => readable(digest), [digest]);
  if (!read) return <p>{t('kiosk.outcomeUnread')}</p>;
  return (
    <>
      {read.synthetic && <p className={style.note}>{t('outcome.synthetic')}</p>}
      <ul className={style.effects}>
        {firstEffects(read, outcomeWords(t, language)).map((effect) => (
          <li key={effect.topic} className={style.figure}>
            <span className={style.name}>{effect.title}</span>
            {effect.figure && <strong className={style.value}>{effect.figure}</strong>}
            <span className={style.where}>{effect.when}</span>
            {effect.confidence && (
              <span className={style.asOf}>
                {effect.confidence !== 'unclear' && `${t(`outcome.effects.side.${effect.side}`)} · `}
                {t(`outcome.confidence.${effect.confidence}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p>{t('outcome.effects.note')}</p>
    </>
  );
}

/** Null where it was published by another version. */
function readable(digest: unknown): Digest | null {
  try {
    return readDigest(digest);
  } catch {
    return null;
  }
}

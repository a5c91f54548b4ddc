// SPDX-License-Identifier: EUPL-1.2
/**
 * What a published answer says, plainly: what is done, the first effects with their intervals and how sure they are,
 * and where the rest is to be read. Comes on demand.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Digest, readDigest } from '../../impact/digest';
import { firstEffects, outcomeWords } from '../outcome/outcome-words';
import { QrCode } from '../outcome/qr-code';
import { useStore } from '../state/store';
import style from './kiosk.module.css';
import { useKiosk } from './kiosk-store';
import { publicAddress } from './published';

export default function OutcomeTold({ id, digest }: { id: string; digest: unknown }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const read = useMemo(() => readable(digest), [digest]);
  if (!read)
    return (
      <>
        <p>{t('kiosk.outcomeUnread')}</p>
        <Whole id={id} />
      </>
    );
  return (
    <>
      {read.measures.length > 0 && (
        <p className={style.measures} data-measures>
          <b>{t('outcome.measures.title')}:</b> {read.measures.map((measure) => measure[language]).join(' ')}
        </p>
      )}
      <Whole id={id} />
      {read.synthetic && <p className={style.note}>{t('outcome.synthetic')}</p>}
      <ul className={style.effects}>
        {firstEffects(read, outcomeWords(t, language)).map((effect) => (
          <li key={effect.topic} className={style.figure}>
            <span className={style.name}>{effect.title}</span>
            {effect.figure && <strong className={style.value}>{effect.figure}</strong>}
            <span className={style.where}>
              {effect.when}
              {effect.share && `, ${effect.share}`}
            </span>
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

/** Where the whole of it is, for one's own telephone: there is no way out of a kiosk, so it is no link. */
function Whole({ id }: { id: string }) {
  const { t } = useTranslation();
  const site = useKiosk((s) => s.site);
  if (!site) return null;
  const address = publicAddress(site, id);
  return (
    <>
      <QrCode className={style.qr!} text={address} label={t('outcome.share.qr', { address })} />
      <p className={style.whole} data-address>
        {t('kiosk.outcomeWhole')} <b>{address}</b>
      </p>
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

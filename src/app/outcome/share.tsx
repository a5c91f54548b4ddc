// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { Digest } from '../../impact/digest';
import type { CsvFlavour } from '../../query/csv-file';
import type { PublicationHead } from '../../scenario/publication';
import { announce } from '../panels/announcer';
import { TextButton } from '../panels/controls';
import { download, fileName } from '../panels/impact/download';
import { districtPicture } from './district-picture';
import style from './outcome.module.css';
import { outcomeCsv } from './outcome-csv';
import { useOutcomeWords } from './outcome-hook';
import { maySomebody, present } from './present';
import { printOn } from './print';
import { QrCode } from './qr-code';
import shareStyle from './share.module.css';
import { openSlides } from './slides';

/** The page's own address, without what one looks at in it. */
export const addressOf = ({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>): string =>
  `${origin}${pathname}`;

/** Takes the outcome away: on paper, as a picture, as a table, as a link; and what proves it. */
export function Share({ head, digest }: { head: PublicationHead; digest: Digest }) {
  const words = useOutcomeWords();
  const { t, format } = words;
  const [shownLink, setShownLink] = useState(false);
  const [mayPresent, setMayPresent] = useState(false);
  useEffect(() => {
    void maySomebody().then(setMayPresent);
  }, []);
  const address = addressOf(location);
  const name = fileName(head.title).slice(0, 60);
  const saved = () => announce(t('outcome.share.saved'));
  const csv = (flavour: CsvFlavour) => {
    const ending = flavour === 'excel' ? '-excel.csv' : '.csv';
    download(`${name}${ending}`, outcomeCsv(digest, flavour), 'text/csv;charset=utf-8');
    saved();
  };
  const png = async () => {
    try {
      download(`${name}.png`, await districtPicture(head, digest, words), 'image/png');
      saved();
    } catch {
      announce(t('outcome.share.failed'));
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      announce(t('outcome.share.copied'));
    } catch {
      setShownLink(true);
    }
  };
  return (
    <section className={style.section} aria-labelledby="share" data-share>
      <h3 id="share">{t('outcome.share.title')}</h3>
      <div className={shareStyle.buttons}>
        <TextButton onPress={() => printOn('A4')}>{t('outcome.share.print')}</TextButton>
        <TextButton onPress={() => printOn('A3')}>{t('outcome.share.printA3')}</TextButton>
        {digest.map && <TextButton onPress={() => void png()}>{t('outcome.share.png')}</TextButton>}
        <TextButton onPress={() => csv('excel')}>{t('outcome.share.excel')}</TextButton>
        <TextButton onPress={() => csv('data')}>{t('outcome.share.data')}</TextButton>
        <TextButton onPress={openSlides}>{t('outcome.share.slides')}</TextButton>
        {mayPresent && <TextButton onPress={() => present(head.id)}>{t('outcome.live.begin')}</TextButton>}
        <TextButton onPress={() => void copy()}>{t('outcome.share.link')}</TextButton>
      </div>
      {shownLink && (
        <p role="status">
          {t('outcome.share.notCopied')} <span className={style.code}>{address}</span>
        </p>
      )}
      <div className={shareStyle.proof}>
        <QrCode className={shareStyle.qr!} text={address} label={t('outcome.share.qr', { address })} />
        <div>
          <p className={style.code}>{address}</p>
          <p>{t('outcome.share.hash', { hash: digest.resultHash })}</p>
          <p className={style.note}>{t('outcome.share.hashHelp')}</p>
          <p className={shareStyle.onPaper}>
            {t('outcome.share.printed', { when: format.dateTime(new Date().toISOString()) })}
          </p>
        </div>
      </div>
    </section>
  );
}

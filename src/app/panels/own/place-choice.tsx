// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { Placing } from '../../../formats/placing';
import type { Preview } from '../../../own/read-protocol';
import { changeBringing } from '../../state/own';
import { useStore } from '../../state/store';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import { Choice } from './confirm';
import style from './own.module.css';
import { crsWords, type Words, whereWords } from './own-words';

/** Where what was read lies, by the system that is stated or by the one that somebody says. */
export function PlaceChoice({ preview, placing }: { preview: Preview; placing: number | null }) {
  const { t } = useTranslation();
  const format = useFormats();
  const city = useStore((s) => s.catalogue?.city);
  if (!city) return null;
  const words: Words = { t, format, city };
  const { placings, question, crs, crsText, csv } = preview;
  const [best] = placings;
  if (!best)
    return (
      <p className={style.question} role="status">
        {t(csv ? 'own.confirm.noPlaces' : 'own.confirm.noPlacesFile')}
      </p>
    );
  if (question === 'outside') return <Elsewhere best={best} stated={crs !== null} words={words} />;
  const stated = crs ? crsWords(crs, t) : (crsText ?? '');
  const options = placings
    .map((one, i) => [String(i), placingWords(one, words)] as const)
    .filter((_, i) => (placings[i] as Placing).inside > 0);
  const ask = (
    <Choice
      label={t('own.confirm.place')}
      value={placing === null ? '' : String(placing)}
      options={options}
      onChange={(chosen) => changeBringing({ placing: chosen === '' ? null : Number(chosen) })}
    />
  );
  if (question)
    return (
      <div className={style.question} data-question={question}>
        <p>{t(`own.confirm.question.${question}`, { crs: stated, city: city.name })}</p>
        {ask}
      </div>
    );
  return (
    <>
      <p className={style.help}>
        {t(crs ? 'own.confirm.placeStated' : 'own.confirm.placeFound', {
          crs: stated,
          where: whereWords(best, words),
        })}
      </p>
      {options.length > 1 && !crs && ask}
    </>
  );
}

/** Nothing lies here by any reading, coordinates swapped among them: where it lies by the likeliest, and that is that. */
function Elsewhere({ best, stated, words }: { best: Placing; stated: boolean; words: Words }) {
  const { t, city } = words;
  return (
    <div className={style.question} data-question="outside" role="alert">
      <p className={style.faultTitle}>
        <Icon name="warning" size={20} />
        {t('own.confirm.question.outside', { city: city.name })}
      </p>
      <p>
        {t(stated ? 'own.confirm.outsideStated' : 'own.confirm.outsideFound', {
          crs: crsWords(best.crs, t),
          where: whereWords(best, words),
        })}
      </p>
    </div>
  );
}

function placingWords(placing: Placing, words: Words): string {
  return words.t(placing.swapped ? 'own.confirm.placingSwapped' : 'own.confirm.placing', {
    crs: crsWords(placing.crs, words.t),
    where: whereWords(placing, words),
  });
}

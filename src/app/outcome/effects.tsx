// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '../../impact/digest';
import { FIRST } from '../../impact/told-first';
import effectsStyle from './effects.module.css';
import style from './outcome.module.css';
import { useOutcomeWords } from './outcome-hook';
import { drawsOfDigest, type EffectText, effectText } from './outcome-words';

/** The three effects that count most, each with its interval and how sure it is; then the others. */
export function Effects({ digest }: { digest: Digest }) {
  const words = useOutcomeWords();
  const { t, format } = words;
  const effects = digest.sentences.map((one) => effectText(one, words));
  const others = effects.slice(FIRST);
  return (
    <section className={style.section} aria-labelledby="effects">
      <h3 id="effects">{t('outcome.effects.title')}</h3>
      <ol className={effectsStyle.effects} data-effects>
        {effects.slice(0, FIRST).map((effect) => (
          <Effect key={effect.topic} effect={effect} />
        ))}
      </ol>
      <p className={style.note}>{t('outcome.effects.note')}</p>
      <details className={style.details}>
        <summary>{t('outcome.confidence.title')}</summary>
        <p>{t('outcome.confidence.body', { draws: drawsOfDigest(digest, format) })}</p>
      </details>
      {others.length > 0 && (
        <details className={style.details} data-others>
          <summary>{t('outcome.effects.others')}</summary>
          <ul className={effectsStyle.others}>
            {others.map((effect) => (
              <Effect key={effect.topic} effect={effect} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One of them; colour is not all that tells better from worse: a sign and a word do too. */
export function Effect({ effect }: { effect: EffectText }) {
  const { t } = useOutcomeWords();
  const { topic, title, figure, when, share, confidence, side, more } = effect;
  return (
    <li className={effectsStyle.effect} data-topic={topic} data-side={side}>
      {confidence && confidence !== 'unclear' && (
        <p className={effectsStyle.way}>
          <svg className={effectsStyle.sign} viewBox="0 0 16 16" aria-hidden="true">
            <path d={SIGNS[side]} />
          </svg>
          {t(`outcome.effects.side.${side}`)}
        </p>
      )}
      <h4>{title}</h4>
      {figure && (
        <p className={effectsStyle.figure}>
          <b>{figure}</b> {when}
          {share && <>, {share}</>}.
        </p>
      )}
      {more.map((one) => (
        <p key={one} className={effectsStyle.more}>
          {one}
        </p>
      ))}
      {confidence && (
        <p className={effectsStyle.confidence} data-confidence={confidence}>
          {t(`outcome.confidence.${confidence}`)}
        </p>
      )}
    </li>
  );
}

/** A tick, a mark of exclamation in its triangle, an arrow to either side. */
const SIGNS: Readonly<Record<EffectText['side'], string>> = {
  better: 'M2 8.5 4 6.5 6.5 9 12 3.5 14 5.5 6.5 13Z',
  worse: 'M8 1 15.5 14.5H.5ZM7.1 5.5v4.6h1.8V5.5ZM7.1 11.2V13h1.8v-1.8Z',
  none: 'M1 8 5 4v3h6V4l4 4-4 4V9H5v3Z',
};

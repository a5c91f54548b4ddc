// SPDX-License-Identifier: EUPL-1.2
import { MOST_WEIGHT, NORMALISATIONS, type PeopleView, weightsOf } from '../../state/people-view';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { TextButton } from '../controls';
import { indicatorName } from './indicator-words';
import style from './people.module.css';
import { changePeople } from './people-hook';
import { ValueSlider } from './value-slider';

const STEP = 1;

/** How much each indicator counts, and how they are made alike: judgements, and so open to whoever asks. */
export function NeedWeights({ view }: { view: PeopleView }) {
  const words = useWords();
  const { t, format } = words;
  const weights = weightsOf(view);
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const own = Object.keys(view.weights).length > 0;
  const move = (id: string, weight: number) => {
    const next = { ...view.weights, [id]: weight };
    // All at nought weigh nothing: the last one stays.
    if (weightsOf({ ...view, weights: next }).some((one) => one.weight > 0)) changePeople({ weights: next });
  };
  return (
    <details className={style.weights} data-weights>
      <summary>{t(own ? 'people.need.weightsOwn' : 'people.need.weights')}</summary>
      <p className={style.note}>{t('people.need.weightsNote')}</p>
      {weights.map(({ id, weight }) => (
        <ValueSlider
          key={id}
          label={indicatorName(id, words)}
          min={0}
          max={MOST_WEIGHT}
          step={STEP}
          value={weight}
          text={t('people.need.weightOf', {
            weight: format.number(weight),
            share: format.percent(weight / all, 0),
          })}
          onChange={(next) => move(id, next)}
        />
      ))}
      {own && (
        <TextButton kind="quiet" onPress={() => changePeople({ weights: {} })}>
          {t('people.need.weightsReset')}
        </TextButton>
      )}
      <p className={style.label}>{t('people.need.normalisation')}</p>
      <Choice
        label={t('people.need.normalisation')}
        value={view.normalisation}
        options={NORMALISATIONS.map((value) => ({ value, text: t(`people.need.alike.${value}`) }))}
        onChange={(value) => changePeople({ normalisation: value as PeopleView['normalisation'] })}
      />
      <p className={style.note}>{t(`people.need.alikeNote.${view.normalisation}`)}</p>
    </details>
  );
}

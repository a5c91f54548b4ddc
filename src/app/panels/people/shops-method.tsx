// SPDX-License-Identifier: EUPL-1.2
import {
  SHOPPING_PARAMETERS,
  type ShoppingParameterId,
} from '../../../simulation/models/retail/shopping-parameters';
import type { shops } from '../../text/it-shops';
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import { ParameterTable } from './model-parameters';
import style from './people-window.module.css';

const STEPS = ['made', 'draw', 'share', 'way', 'balance'] as const;
const TESTED = ['hand', 'properties', 'none'] as const;
const LIMITS = ['level', 'visitors', 'kinds', 'inside', 'ways', 'work', 'answer'] as const;

const SOURCES: Readonly<Record<ShoppingParameterId, keyof (typeof shops)['method']['from']>> = {
  everydayVisits: 'household',
  otherGoodsVisits: 'household',
  mealVisits: 'meals',
  workerEverydayVisits: 'atWork',
  workerOtherGoodsVisits: 'atWork',
  workerMealVisits: 'lunches',
  homeKept: 'homeKept',
  workersInside: 'workersInside',
  everydayDecay: 'decay',
  otherGoodsDecay: 'decay',
  mealDecay: 'decay',
  smallFloorM2: 'floors',
  largeFloorM2: 'floors',
  smallEverydayShare: 'everydayShare',
  largeEverydayShare: 'everydayShare',
  pedestrianGain: 'pedestrian',
};
/** Shares are told in per cent. */
const SHARES: readonly ShoppingParameterId[] = [
  'homeKept',
  'workersInside',
  'smallEverydayShare',
  'largeEverydayShare',
  'pedestrianGain',
];

/** The model of shops step by step: equations, parameters with their sources, limits, and how it was tested. */
export function ShopsMethod() {
  const { t } = useWords();
  return (
    <>
      <section className={model.section} data-method="shops">
        <h3>{t('people.shops.method.title')}</h3>
        <ol className={style.steps}>
          {STEPS.map((step) => (
            <li key={step}>
              <p>{t(`people.shops.method.${step}`)}</p>
              <p className={style.equation}>{t(`people.shops.method.${step}Equation`)}</p>
            </li>
          ))}
        </ol>
        <p className={model.soft}>{t('people.shops.method.sources')}</p>
        <ShopsParameters />
      </section>
      <section className={model.section}>
        <h3>{t('people.shops.method.tested.title')}</h3>
        <ul className={model.limits}>
          {TESTED.map((one) => (
            <li key={one}>{t(`people.shops.method.tested.${one}`)}</li>
          ))}
        </ul>
      </section>
      <section className={model.section}>
        <h3>{t('people.shops.method.limits.title')}</h3>
        <ul className={model.limits} data-shop-limits>
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`people.shops.method.limits.${limit}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function ShopsParameters() {
  const { t, format } = useWords();
  const rows = (Object.keys(SHOPPING_PARAMETERS) as ShoppingParameterId[]).map((id) => {
    const { low, value, high } = SHOPPING_PARAMETERS[id];
    const write = (figure: number) =>
      SHARES.includes(id) ? format.percent(figure, 1) : format.number(figure, 2);
    return {
      id,
      name: t(`people.shops.method.parameters.${id}`),
      value: t('people.figure', { value: write(value), low: write(low), high: write(high) }),
      source: t(`people.shops.method.from.${SOURCES[id]}`),
    };
  });
  return <ParameterTable caption={t('people.shops.method.caption')} rows={rows} />;
}

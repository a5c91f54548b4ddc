// SPDX-License-Identifier: EUPL-1.2
import { GREEN_PARAMETERS, type GreenParameterId } from '../../../simulation/models/green/green-parameters';
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import { GreenCheck } from './green-check';
import { ParameterTable } from './model-parameters';
import style from './people-window.module.css';

const STEPS = ['trees', 'canopy', 'park', 'capacity', 'air'] as const;
/** Told in per cent. */
const SHARES: readonly GreenParameterId[] = ['woodCover', 'softShare'];

/** How «Verde e caldo» is told: method, equations, parameters with their sources, and how it was tested. */
export function GreenMethod() {
  const { t, format } = useWords();
  const write = (id: GreenParameterId, figure: number) =>
    SHARES.includes(id) ? format.percent(figure, 0) : format.number(figure, 3);
  return (
    <section className={model.section} data-method="green">
      <h3>{t('green.method.title')}</h3>
      <ol className={style.steps}>
        {STEPS.map((step) => (
          <li key={step}>
            <p>{t(`green.method.${step}`)}</p>
            <p className={style.equation}>{t(`green.method.${step}Equation`)}</p>
          </li>
        ))}
      </ol>
      <p className={model.soft}>{t('green.method.sources')}</p>
      <p className={model.soft}>{t('green.method.told')}</p>
      <GreenCheck />
      <ParameterTable
        caption={t('green.method.caption')}
        rows={(Object.keys(GREEN_PARAMETERS) as GreenParameterId[]).map((id) => {
          const { low, value, high } = GREEN_PARAMETERS[id];
          return {
            id,
            name: t(`green.parameter.${id}`),
            value: t('people.figure', {
              value: write(id, value),
              low: write(id, low),
              high: write(id, high),
            }),
            source: t(`green.parameterSource.${id}`),
          };
        })}
      />
    </section>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { SERVICE_PARAMETERS } from '../../../simulation/models/service-access/service-classes';
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import { ParameterTable } from './model-parameters';
import style from './people-window.module.css';

const STEPS = ['who', 'way', 'share', 'sum', 'unmet'] as const;
/** Where between the ends of a range a capacity lies: nothing to tell beside the range. */
const PARAMETERS = ['walkKmH', 'oldWalkKmH', 'transitPace'] as const;
const LIMITS = ['quality', 'libraries', 'absent', 'beds', 'timetable'] as const;

/** How services are told of: in words, as equations, with parameters, sources and limits. */
export function ServicesMethod() {
  const { t, format } = useWords();
  return (
    <section className={model.section} data-method="services">
      <h3>{t('people.services.method.title')}</h3>
      <ol className={style.steps}>
        {STEPS.map((step) => (
          <li key={step}>
            <p>{t(`people.services.method.${step}`)}</p>
            <p className={style.equation}>{t(`people.services.method.${step}Equation`)}</p>
          </li>
        ))}
      </ol>
      <ParameterTable
        caption={t('people.services.method.caption')}
        rows={PARAMETERS.map((id) => {
          const { low, value, high } = SERVICE_PARAMETERS[id];
          const write = (figure: number) => format.number(figure, 2);
          return {
            id,
            name: t(`people.services.method.${id}`),
            value: t('people.figure', { value: write(value), low: write(low), high: write(high) }),
            source: t(`people.services.method.${id}Source`),
          };
        })}
      />
      <ul className={model.limits}>
        {LIMITS.map((limit) => (
          <li key={limit}>{t(`people.services.method.limits.${limit}`)}</li>
        ))}
      </ul>
      <p className={model.soft}>{t('people.services.method.sources')}</p>
    </section>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { PATIENTS_PER_DOCTOR } from '../../../city/family-doctors';
import type { Range } from '../../../city/people';
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
  const figure = ({ low, value, high }: Range) => {
    const write = (one: number) => format.number(one, 2);
    return t('people.figure', { value: write(value), low: write(low), high: write(high) });
  };
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
        rows={[
          ...PARAMETERS.map((id) => ({
            id,
            name: t(`people.services.method.${id}`),
            value: figure(SERVICE_PARAMETERS[id]),
            source: t(`people.services.method.${id}Source`),
          })),
          {
            id: 'patients',
            name: t('people.services.doctors.patients'),
            value: figure(PATIENTS_PER_DOCTOR),
            source: t('people.services.doctors.patientsSource'),
          },
        ]}
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

// SPDX-License-Identifier: EUPL-1.2
import { LONGEST_WALK_MIN } from '../../../simulation/models/people/ways';
import { CLASS_SIZES } from '../../../simulation/models/school-places/class-sizes';
import { KEPT_FREE } from '../../../simulation/models/school-places/school-rooms';
import { SHOWN_GRADES } from '../../state/people-view';
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import { ParameterTable } from './model-parameters';
import style from './people-window.module.css';

const STEPS = ['who', 'places', 'find', 'proof'] as const;
const LIMITS = ['catchments', 'choice', 'old', 'infanzia'] as const;

/** How places at school are found: in words, as equations, with parameters, sources, test and limits. */
export function SchoolsMethod() {
  const { t, format } = useWords();
  const assumed = (id: 'keptFree' | 'longest', value: number) => ({
    id,
    name: t(`people.schools.method.${id}`),
    value: format.number(value),
    source: t(`people.schools.method.${id}Source`),
  });
  const classes = SHOWN_GRADES.map((grade) => {
    const { least, most, mostWithRest } = CLASS_SIZES[grade];
    const sizes = {
      least: format.number(least),
      most: format.number(most),
      rest: format.number(mostWithRest),
    };
    return {
      id: grade,
      name: t('people.schools.method.class', { grade: t(`people.schools.grades.${grade}`) }),
      value: t('people.schools.method.classValue', sizes),
      source: t(`people.schools.method.classSource.${grade}`),
    };
  });
  return (
    <section className={model.section} data-method="schools">
      <h3>{t('people.schools.method.title')}</h3>
      <ol className={style.steps}>
        {STEPS.map((step) => (
          <li key={step}>
            <p>{t(`people.schools.method.${step}`)}</p>
            <p className={style.equation}>{t(`people.schools.method.${step}Equation`)}</p>
          </li>
        ))}
      </ol>
      <ParameterTable
        caption={t('people.schools.method.caption')}
        rows={[...classes, assumed('keptFree', KEPT_FREE), assumed('longest', LONGEST_WALK_MIN)]}
      />
      <p className={model.soft}>{t('people.schools.method.tested')}</p>
      <ul className={model.limits}>
        {LIMITS.map((limit) => (
          <li key={limit}>{t(`people.schools.method.limits.${limit}`)}</li>
        ))}
      </ul>
      <p className={model.soft}>{t('people.schools.method.sources')}</p>
    </section>
  );
}

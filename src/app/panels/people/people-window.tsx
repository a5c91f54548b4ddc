// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/store';
import model from '../model/model.module.css';
import { PanelWindow } from '../window';
import { BackTestSection } from './back-test-section';
import { GreenMethod } from './green-method';
import { ModelParameters } from './model-parameters';
import { useSynthetic } from './people-hook';
import style from './people-window.module.css';
import { SchoolsMethod } from './schools-method';
import { ServicesMethod } from './services-method';
import { ShopsMethod } from './shops-method';

const LIMITS = ['ages', 'homes', 'moves', 'policy', 'jobs', 'walk', 'teams', 'need', 'few'] as const;
const STEPS = {
  population: ['start', 'age', 'births', 'moves', 'draws'],
  need: ['values', 'alike', 'sum', 'ranks'],
  siting: ['where', 'choose', 'bound', 'even'],
} as const;

/** «Come si calcola»: method, equations, parameters, how it was tested, what it does not know. */
export default function PeopleWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const synthetic = useSynthetic();
  const text = useRef<HTMLDivElement>(null);
  // At what one has before one; the first theme begins under the introduction.
  useEffect(() => {
    const { theme } = useStore.getState().people;
    if (theme === 'population') return;
    text.current?.querySelector(`[data-method="${theme}"]`)?.scrollIntoView();
  }, []);
  return (
    <PanelWindow
      title={t('people.method.title')}
      closeLabel={t('people.method.close')}
      label={t('people.method.content')}
      wide
      onClose={onClose}
    >
      <div ref={text} className={model.text} data-people-method>
        <p className={model.intro}>{t('people.method.intro')}</p>
        {synthetic && <p className={model.note}>{t('people.synthetic')}</p>}
        <Method of="population" />
        <ModelParameters />
        <BackTestSection />
        <SchoolsMethod />
        <ServicesMethod />
        <Method of="need" />
        <Method of="siting" />
        <ShopsMethod />
        <GreenMethod />
        <section className={model.section}>
          <h3>{t('people.method.limits.title')}</h3>
          <ul className={model.limits}>
            {LIMITS.map((limit) => (
              <li key={limit}>{t(`people.method.limits.${limit}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </PanelWindow>
  );
}

/** A model step by step: what is done in words, and the same as an equation. */
function Method({ of }: { of: keyof typeof STEPS }) {
  const { t } = useTranslation();
  return (
    <section className={model.section} data-method={of}>
      <h3>{t(`people.method.${of}.title`)}</h3>
      <ol className={style.steps}>
        {STEPS[of].map((step) => (
          <li key={step}>
            <p>{t(`people.method.${of}.${step as 'start'}` as 'people.method.population.start')}</p>
            <p className={style.equation}>
              {t(`people.method.${of}.${step}Equation` as 'people.method.population.startEquation')}
            </p>
          </li>
        ))}
      </ol>
      <p className={model.soft}>{t(`people.method.${of}.sources`)}</p>
    </section>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PEOPLE_THEMES, type PeopleTheme } from '../../state/people-view';
import { useStore } from '../../state/store';
import { CardFailed } from '../card/parts';
import { Choice } from '../choice';
import { IconButton, TextButton } from '../controls';
import panel from '../panel.module.css';
import { GreenTheme } from './green-theme';
import { NeedTheme } from './need-theme';
import style from './people.module.css';
import { changePeople, type PeopleCityFacts, usePeopleFacts, useSynthetic, useYear } from './people-hook';
import { PopulationTheme } from './population-theme';
import { SchoolsTheme } from './schools-theme';
import { SecondYear } from './second-year';
import { ServicesTheme } from './services-theme';
import { ShopsTheme } from './shops-theme';
import { SitingTheme } from './siting-theme';
import { YearSlider } from './year-slider';

/** «Persone»: who lives here and will, where need is greatest, where to act. */
export default function PeoplePanel() {
  const { t } = useTranslation();
  const { set } = useStore.getState();
  const title = useRef<HTMLHeadingElement>(null);
  // Opened by somebody, not with the page: the keyboard goes where the panel begins.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body)
      title.current?.focus();
  }, []);
  // What a panel colours goes with it.
  useEffect(() => () => useStore.getState().set({ districtColours: null }), []);
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="people-title" data-people>
      <header className={panel.head}>
        <h2 id="people-title" ref={title} tabIndex={-1} className={panel.title}>
          {t('people.title')}
        </h2>
        <IconButton
          icon="close"
          label={t('people.close')}
          onPress={() => {
            set({ peopleOpen: false });
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>('[data-opens="people"]')?.focus(),
            );
          }}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: no landmark of its own, no form */}
      <div className={panel.body} tabIndex={0} role="group" aria-label={t('people.content')}>
        <Body />
      </div>
    </section>
  );
}

function Body() {
  const { t } = useTranslation();
  const [facts, retry] = usePeopleFacts();
  if (facts.state === 'failed') return <CardFailed fault={facts.fault} retry={retry} />;
  if (facts.state === 'loading')
    return (
      <p className={style.note} role="status">
        {t('people.loading')}
      </p>
    );
  if (!facts.value.years) return <p className={style.note}>{t('people.noRegister')}</p>;
  return <Themes facts={facts.value} years={facts.value.years} />;
}

function Themes({
  facts: { districts },
  years,
}: {
  facts: PeopleCityFacts;
  years: NonNullable<PeopleCityFacts['years']>;
}) {
  const { t } = useTranslation();
  const theme = useStore((s) => s.people.theme);
  const year = useYear(years);
  const synthetic = useSynthetic();
  // What one theme showed is not the next one's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the theme changes
  useEffect(() => () => useStore.getState().set({ districtColours: null }), [theme]);
  return (
    <>
      <div className={style.top}>
        <Choice
          label={t('people.themes')}
          value={theme}
          options={PEOPLE_THEMES.map((value) => ({ value, text: t(`people.theme.${value}`) }))}
          onChange={(value) => changePeople({ theme: value as PeopleTheme })}
        />
        {synthetic && <p className={style.synthetic}>{t('people.synthetic')}</p>}
        <YearSlider years={years} year={year} />
      </div>
      {theme === 'population' && <PopulationTheme districts={districts} year={year} />}
      {theme === 'schools' && <SchoolsTheme districts={districts} year={year} />}
      {theme === 'services' && <ServicesTheme districts={districts} year={year} />}
      {theme === 'need' && <NeedTheme districts={districts} year={year} />}
      {theme === 'green' && <GreenTheme districts={districts} year={year} />}
      {theme === 'siting' && <SitingTheme districts={districts} year={year} />}
      {theme === 'shops' && <ShopsTheme districts={districts} year={year} />}
      <SecondYear districts={districts} years={years} />
      <div className={style.foot}>
        <TextButton
          kind="quiet"
          icon="info"
          onPress={() => useStore.getState().set({ peopleMethodOpen: true })}
        >
          {t('people.method.open')}
        </TextButton>
      </div>
    </>
  );
}

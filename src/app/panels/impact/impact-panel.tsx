// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { CityInputs } from '../../../city/city-inputs';
import { type Impact, modelsIn } from '../../../impact/impact';
import { type Answer, EFFORTS } from '../../../simulation/protocol';
import { cityInputs } from '../../state/city-inputs';
import { drawnImpact, shownImpact, viewImpact } from '../../state/impact-view';
import { answeredScenario, isStale } from '../../state/scenario';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { CardFailed } from '../card/parts';
import { IconButton } from '../controls';
import { useLoaded } from '../hooks';
import { StoredLine } from '../kept/stored-part';
import panel from '../panel.module.css';
import { scenarioTitle } from '../scenario/sentences';
import { fileName } from './download';
import { EntriesChart } from './entries-chart';
import style from './impact.module.css';
import { totalsCsv } from './impact-csv';
import { useImpactWords } from './impact-words';
import { LevelsNote } from './levels-note';
import { LinesTable } from './lines-table';
import { Method } from './method';
import parts from './parts.module.css';
import { PictureButton } from './picture-button';
import { Exports, PlacesTable } from './places-table';
import { Summary } from './summary';
import { SwipeLine } from './swipe-line';
import { TotalsTable } from './totals-table';
import { ViewChooser } from './view-chooser';

/** What the models answer: in a few sentences, in numbers, place by place, and how sure it is. */
export default function ImpactPanel() {
  const { t } = useImpactWords();
  // How the run goes on changes often, and nothing but the head tells of it.
  const answer = useStore((s) => (s.run.kind === 'done' ? s.run.answer : null));
  const impact = useStore(shownImpact);
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [city, retry] = useLoaded(catalogue && `${cityUrl} inputs`, () => cityInputs(catalogue!, cityUrl));
  const shown = impact !== null;
  useEffect(() => {
    if (shown) announce(t('impact.opened'), false);
  }, [shown, t]);
  if (!impact) return null;
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="impact-title" data-impact>
      <Header impact={impact} />
      {city.state === 'loading' && <p className={parts.note}>{t('impact.loading')}</p>}
      {city.state === 'failed' && <CardFailed fault={city.fault} retry={retry} />}
      {city.state === 'ready' && city.value.synthetic && (
        <p className={`${parts.synthetic} ${parts.ofHead}`}>{t('impact.synthetic')}</p>
      )}
      {city.state === 'ready' && <Parts impact={impact} city={city.value} answer={answer} />}
    </section>
  );
}

function Header({ impact }: { impact: Impact }) {
  const { draws } = impact;
  const { t, format } = useImpactWords();
  const run = useStore((s) => s.run);
  const present = useStore((s) => s.scenario?.present);
  const scenario = answeredScenario(run, present);
  const effort = run.kind === 'running' ? run.effort : null;
  const models = modelsIn(impact);
  return (
    <header className={style.head}>
      <div className={style.names}>
        <p className={style.kicker}>
          {[
            t('impact.title'),
            models.includes('mobility') && t('impact.hour'),
            models.some((model) => model !== 'mobility') &&
              scenario &&
              t('impact.year', { year: format.year(scenario.year) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <h2 id="impact-title" className={style.title} tabIndex={-1}>
          {scenario && scenarioTitle(scenario, { t, format })}
        </h2>
        <Suspense>
          <StoredLine />
        </Suspense>
        {isStale(run, present) && (
          <p className={style.partial} role="status" data-stale>
            {t('scenario.run.stale')}
          </p>
        )}
        {effort && (
          <p className={style.partial} role="status">
            {t('impact.partial', { n: format.number(draws), of: format.number(EFFORTS[effort]) })}
          </p>
        )}
      </div>
      <IconButton
        icon="close"
        label={t('impact.close')}
        side="left"
        onPress={() => viewImpact({ open: false })}
      />
    </header>
  );
}

const PARTS = ['brief', 'numbers', 'places', 'lines', 'method'] as const;

function Parts({ impact, city, answer }: { impact: Impact; city: CityInputs; answer: Answer | null }) {
  const { t } = useImpactWords();
  const mode = useStore((s) => s.impactView.mode);
  const onMap = useStore((s) => s.quality.level !== 'table' && drawnImpact(s) !== null);
  const { districts } = city.zones;
  // A city of which no line is known has nothing to say of lines.
  const parts = PARTS.filter((part) => part !== 'lines' || impact.lines);
  return (
    <>
      {onMap && mode === 'swipe' && <SwipeLine />}
      <Tabs className={style.tabs!}>
        <TabList aria-label={t('impact.parts')} className={style.tabList!}>
          {parts.map((part) => (
            <Tab key={part} id={part} className={style.tab!}>
              {t(`impact.part.${part}`)}
            </Tab>
          ))}
        </TabList>
        {parts.map((part) => (
          <TabPanel key={part} id={part} className={style.scroller!}>
            <Part part={part} impact={impact} city={city} answer={answer} />
          </TabPanel>
        ))}
      </Tabs>
      <ViewChooser impact={impact} districts={districts} />
    </>
  );
}

function Part({
  part,
  impact,
  city,
  answer,
}: {
  part: (typeof PARTS)[number];
  impact: Impact;
  city: CityInputs;
  /** Null while it is worked out. */
  answer: Answer | null;
}) {
  const { t, format } = useImpactWords();
  const onMap = useStore((s) => s.quality.level !== 'table' && drawnImpact(s) !== null);
  const scenario = useStore((s) => answeredScenario(s.run, s.scenario?.present));
  const origin = answer && {
    scenario: scenarioTitle(scenario ?? answer.scenario, { t, format }),
    resultHash: answer.resultHash,
    synthetic: answer.synthetic,
    year: (scenario ?? answer.scenario).year,
  };
  return (
    <>
      {part === 'brief' && <Summary impact={impact} city={city} />}
      {part === 'brief' && answer && onMap && <PictureButton answer={answer} zones={city.zones} />}
      {part === 'numbers' && (
        <>
          <TotalsTable impact={impact} />
          <Rounded />
          {origin && (
            <Exports
              file={fileName(origin.scenario, t('impact.totals.title'))}
              csv={(flavour) => totalsCsv(impact.totals, origin, flavour)}
            />
          )}
          {impact.entries && (
            <>
              <EntriesChart entries={impact.entries} />
              <LevelsNote />
            </>
          )}
        </>
      )}
      {part === 'places' && <PlacesTable impact={impact} city={city} origin={origin} />}
      {part === 'lines' && impact.lines && (
        <LinesTable lines={impact.lines} relativeGap={impact.relativeGap} origin={origin} />
      )}
      {(part === 'places' || part === 'lines') && <Rounded />}
      {part === 'method' && <Method impact={impact} answer={answer} />}
    </>
  );
}

/** Medians of before, after and change are of different draws: readers who subtract them must know. */
function Rounded() {
  const { t } = useImpactWords();
  return <p className={parts.note}>{t('impact.rounded')}</p>;
}

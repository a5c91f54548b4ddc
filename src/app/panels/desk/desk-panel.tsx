// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { CityInputs } from '../../../city/city-inputs';
import { closeDesk } from '../../state/desk/choice';
import {
  answeredOf,
  type Column,
  changeDesk,
  chooseTotal,
  DESK_TABS,
  type DeskTab,
  useDesk,
} from '../../state/desk/desk';
import { IconButton } from '../controls';
import impact from '../impact/impact.module.css';
import { useImpactWords } from '../impact/impact-words';
import parts from '../impact/parts.module.css';
import panel from '../panel.module.css';
import { useCity } from '../scenario/city-hook';
import { focusSoon } from '../scenario/focus';
import { AgainstChoice, FieldChoice, PercentChoice } from './choices';
import { Chosen } from './chosen';
import { useColumns, useScenariosHere } from './columns-hook';
import style from './desk.module.css';
import { Districts } from './desk-districts';
import { DeskMapPart } from './desk-map';
import { DeskRun } from './desk-run';
import { Totals } from './desk-totals';
import { cityGroups } from './rows';

/** Up to four scenarios beside each other: table, chart and map tell the same, whichever of them one chooses in. */
export default function DeskPanel() {
  const { t } = useImpactWords();
  const title = useRef<HTMLHeadingElement>(null);
  const columns = useColumns();
  const [city] = useCity();
  useScenariosHere();
  // It never opens with the page: the keyboard goes where the panel begins.
  useEffect(() => title.current?.focus(), []);
  const close = () => {
    closeDesk();
    focusSoon('[data-opens=scenario]');
  };
  const answered = answeredOf(columns);
  useFirstIndicator(columns);
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="desk-title" data-desk-panel>
      <header className={panel.head}>
        <h2 id="desk-title" ref={title} tabIndex={-1} className={panel.title}>
          {t('desk.title')}
        </h2>
        <IconButton icon="close" label={t('desk.close')} onPress={close} />
      </header>
      <div className={`${panel.body} ${style.body}`}>
        <Chosen columns={columns} />
        <DeskRun columns={columns} />
        {city.state === 'ready' && city.value.synthetic && answered.length > 0 && (
          <p className={`${parts.synthetic} ${parts.ofHead}`}>{t('impact.synthetic')}</p>
        )}
        {columns.length > 0 && answered.length === 0 && (
          <p className={style.note}>{t('desk.table.nothing')}</p>
        )}
        {city.state === 'ready' && answered.length > 0 && <Results columns={columns} city={city.value} />}
      </div>
      {city.state === 'ready' && answered.length > 0 && (
        <DeskMapPart columns={columns} districts={city.value.zones.districts} />
      )}
    </section>
  );
}

/** As long as nothing that the answers have is chosen, the first of it is. */
function useFirstIndicator(columns: readonly Column[]): void {
  const total = useDesk((s) => s.total);
  const field = useDesk((s) => s.field);
  useEffect(() => {
    const totals = cityGroups(columns).flatMap((group) => group.totals);
    const isKnown =
      (total && totals.includes(total)) ||
      (field &&
        answeredOf(columns).some(({ answer }) => answer.impact.fields.some(({ id }) => id === field)));
    const [first] = totals;
    if (!isKnown && first) chooseTotal(first);
  }, [columns, total, field]);
}

function Results({ columns, city }: { columns: readonly Column[]; city: CityInputs }) {
  const { t } = useImpactWords();
  const tab = useDesk((s) => s.tab);
  return (
    <Tabs
      className={style.tabs!}
      selectedKey={tab}
      onSelectionChange={(key) => changeDesk({ tab: key as DeskTab })}
    >
      <TabList aria-label={t('desk.tabs')} className={impact.tabList!}>
        {DESK_TABS.map((one) => (
          <Tab key={one} id={one} className={impact.tab!}>
            {t(`desk.tab.${one}`)}
          </Tab>
        ))}
      </TabList>
      {DESK_TABS.map((one) => (
        <TabPanel key={one} id={one} className={style.tabPanel!}>
          <div className={style.show}>
            <PercentChoice />
            {one === 'districts' ? <FieldChoice columns={columns} /> : <AgainstChoice columns={columns} />}
          </div>
          {one === 'districts' ? (
            <Districts columns={columns} city={city} />
          ) : (
            <Totals columns={columns} tab={one} />
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}

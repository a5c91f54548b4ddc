// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Switch } from 'react-aria-components/Switch';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { type EditedScenario, removeMeasure, switchMeasure } from '../../../scenario/history';
import type { Measure } from '../../../scenario/scenario';
import { act, editMeasure } from '../../state/scenario';
import { useStore } from '../../state/store';
import { nextUndo, undo, useUndo } from '../../state/undo/undo';
import { announce } from '../announcer';
import { IconButton, Said, TextButton } from '../controls';
import { Icon } from '../icon';
import { SwitchTrack } from '../switch-track';
import { AddMenu, FirstOffers } from './add-menu';
import { useWords } from './city-hook';
import { focusSoon } from './focus';
import { ICONS } from './icons';
import style from './scenario.module.css';
import { measureName, measureSentence } from './sentences';

export function MeasureList({ city }: { city: CityInputs | null }) {
  const { t } = useTranslation();
  const measures = useStore((s) => s.scenario?.present.measures) ?? [];
  return (
    <section className={style.list} aria-labelledby="scenario-list">
      <h3 id="scenario-list" className={style.groupTitle}>
        {t('scenario.list')}
      </h3>
      {measures.length === 0 ? (
        <FirstOffers city={city} />
      ) : (
        <ul>
          {measures.map((measure) => (
            <Row key={measure.id} measure={measure} city={city} />
          ))}
        </ul>
      )}
      <Removed city={city} />
      <div className={style.add}>
        <AddMenu city={city} />
      </div>
    </section>
  );
}

function Row({ measure, city }: { measure: Measure; city: CityInputs | null }) {
  const { t } = useTranslation();
  const words = useWords(city);
  const atFault = useStore((s) => s.run.kind === 'failed' && s.run.fault.measureId === measure.id);
  const name = measureName(measure, words);
  const turn = (on: boolean) => {
    act((scenario) => switchMeasure(scenario, measure.id, on));
    announce(t(on ? 'scenario.turnedOn' : 'scenario.turnedOff', { name }), false);
  };
  const remove = () => {
    act((scenario) => removeMeasure(scenario, measure.id));
    focusSoon('[data-undoes-removal] button', '[data-adds]');
  };
  return (
    <li className={style.row} data-on={measure.on || undefined} data-fault={atFault || undefined}>
      <Switch className={style.switch!} isSelected={measure.on} onChange={turn} aria-label={name}>
        <SwitchTrack />
      </Switch>
      <Button
        className={style.open!}
        data-measure={measure.id}
        onPress={() => useStore.getState().set({ editing: editMeasure(measure) })}
      >
        <span className={style.rowName}>
          <Said>{t('scenario.edit')} </Said>
          {name}
          {!measure.on && <span className={style.offMark}> ({t('scenario.off')})</span>}
        </span>
        <span className={style.says}>
          {measureSentence(measure, words)}
          {atFault && <b className={style.faultMark}> {t('scenario.atFault')}</b>}
        </span>
        <Icon name={ICONS.edit} size={16} />
      </Button>
      <IconButton icon={ICONS.remove} label={t('scenario.remove', { name })} onPress={remove} />
    </li>
  );
}

/** Under the list, until something else is done: what was removed, and the way back. */
function Removed({ city }: { city: CityInputs | null }) {
  const { t } = useTranslation();
  const words = useWords(city);
  const edited = useStore((s) => s.scenario);
  const newest = useUndo(nextUndo);
  const [dismissed, setDismissed] = useState<EditedScenario | null>(null);
  const last = edited?.last;
  // Until anything else is done: the way back is by one step.
  const shown =
    edited !== dismissed &&
    last?.note.code === 'measure-removed' &&
    newest?.changes.scenario?.after === edited;
  const removed = shown ? last.scenario.measures.find(({ id }) => id === last.note.measure?.id) : undefined;
  return (
    <div role="status">
      {removed && (
        <div className={style.notice} data-undoes-removal>
          <p className={style.noticeText}>{t('scenario.removed', { name: measureName(removed, words) })}</p>
          <TextButton kind="quiet" onPress={() => undo()}>
            {t('scenario.undoRemove')}
          </TextButton>
          <IconButton icon="close" label={t('scenario.dismiss')} onPress={() => setDismissed(edited)} />
        </div>
      )}
    </div>
  );
}

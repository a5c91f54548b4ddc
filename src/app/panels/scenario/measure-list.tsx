// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button';
import { Switch } from 'react-aria-components/Switch';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { type Edit, removeMeasure, switchMeasure } from '../../../scenario/history';
import type { Measure } from '../../../scenario/scenario';
import { act, editMeasure } from '../../state/scenario';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { IconButton, Said } from '../controls';
import { Icon } from '../icon';
import { SwitchTrack } from '../switch-track';
import { AddMenu, FirstOffers } from './add-menu';
import { useWords } from './city-hook';
import { focusSoon } from './focus';
import { ICONS } from './icons';
import { Removed } from './removed';
import style from './scenario.module.css';
import { measureName, measureSentence } from './sentences';

export function MeasureList({ city }: { city: CityInputs | null }) {
  const { t } = useTranslation();
  const words = useWords(city);
  const measures = useStore((s) => s.scenario?.present.measures) ?? [];
  const removedText = ({ scenario, note }: Edit) => {
    const measure = scenario.measures.find(({ id }) => id === note.measure?.id);
    return measure && t('scenario.removed', { name: measureName(measure, words) });
  };
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
      <Removed code="measure-removed" textOf={removedText} />
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

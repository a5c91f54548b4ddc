// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Impact } from '../../../impact/impact';
import { FIELDS, type FieldId } from '../../../impact/outcome';
import { type ImpactMap, impactMap, MODES, type Mode } from '../../../layers/impact/impact-map';
import { viewImpact } from '../../state/impact-view';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';
import { useImpactWords } from './impact-words';
import { Legend } from './legend';
import parts from './parts.module.css';
import style from './view.module.css';

/** What of the answer is on the map, and what its colours mean. */
export function ViewChooser({ impact, districts }: { impact: Impact; districts: number }) {
  const { t } = useImpactWords();
  const { field, mode, raised } = useStore((s) => s.impactView);
  const look = useStore((s) => s.look);
  const covered = useStore((s) => s.peopleOpen && s.quality.level !== 'table');
  const select = useRef<HTMLSelectElement>(null);
  const group = (over: 'road' | 'zone', label: string) => {
    const ids = impact.fields.filter((one) => one.over === over).map(({ id }) => id);
    return (
      ids.length > 0 && (
        <optgroup label={label}>
          {ids.map((id) => (
            <option key={id} value={id}>
              {t(`impact.field.${id}`)}
            </option>
          ))}
        </optgroup>
      )
    );
  };
  return (
    <section className={style.view} aria-label={t('impact.view.title')}>
      <div className={style.what}>
        <select
          ref={select}
          className={style.select}
          aria-label={t('impact.view.field')}
          value={field}
          onChange={(event) => viewImpact({ field: event.target.value as FieldId })}
        >
          {group('road', t('impact.view.streets'))}
          {group('zone', t('impact.view.districts'))}
        </select>
        {FIELDS[field].over === 'zone' && !covered && (
          <label className={style.raised}>
            <input
              type="checkbox"
              checked={raised}
              onChange={(event) => viewImpact({ raised: event.target.checked })}
            />
            {t('impact.view.raised')}
          </label>
        )}
      </div>
      {covered ? (
        // The button goes, and the keyboard would go with it.
        <Covered onUncover={() => select.current?.focus()} />
      ) : (
        <OnMap map={impactMap(impact, field, districts, look)} mode={mode} />
      )}
    </section>
  );
}

/** The map has one colouring at a time: the panel of people has its own while it is open. */
function Covered({ onUncover }: { onUncover: () => void }) {
  const { t } = useImpactWords();
  const uncover = () => {
    useStore.getState().set({ peopleOpen: false });
    onUncover();
  };
  return (
    <div className={style.covered} role="status" data-covered>
      <p className={parts.note}>{t('impact.view.covered')}</p>
      <TextButton onPress={uncover}>{t('impact.view.uncover')}</TextButton>
    </div>
  );
}

function OnMap({ map, mode }: { map: ImpactMap; mode: Mode }) {
  const { t } = useImpactWords();
  return (
    <>
      <RadioGroup
        className={style.modes!}
        orientation="horizontal"
        value={mode}
        onChange={(value) => viewImpact({ mode: value as Mode })}
      >
        <Label className={parts.hidden!}>{t('impact.view.mode')}</Label>
        {MODES.map((one) => (
          <Radio key={one} value={one} className={style.mode!}>
            {t(`impact.view.modes.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Legend map={map} mode={mode} />
    </>
  );
}

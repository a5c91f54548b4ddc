// SPDX-License-Identifier: EUPL-1.2
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { LONGEST } from '../../../scenario/saved-file';
import type { Measure } from '../../../scenario/scenario';
import { say } from '../../state/scenario-details';
import { useStore } from '../../state/store';
import { useWords } from './city-hook';
import style from './scenario.module.css';
import { scenarioTitle } from './sentences';

const NONE: readonly Measure[] = [];

/** What is typed in one go is one step of the history. */
export function ScenarioName() {
  const words = useWords(null);
  const { t } = words;
  const name = useStore((s) => s.scenario?.present.name ?? '');
  const measures = useStore((s) => s.scenario?.present.measures) ?? NONE;
  return (
    <TextField
      className={style.name!}
      value={name}
      maxLength={LONGEST.name}
      onChange={(text) => say({ name: text })}
    >
      <Label className={style.label!}>{t('scenario.name')}</Label>
      <Input
        className={style.input!}
        placeholder={scenarioTitle({ name: '', measures }, words)}
        autoComplete="off"
      />
    </TextField>
  );
}

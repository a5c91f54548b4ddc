// SPDX-License-Identifier: EUPL-1.2
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { describe } from '../../../scenario/history';
import { LONGEST } from '../../../scenario/saved-file';
import { act } from '../../state/scenario';
import { useStore } from '../../state/store';
import style from './scenario.module.css';

/** What is typed in one go is one step of the history. */
export function ScenarioName() {
  const { t } = useTranslation();
  const name = useStore((s) => s.scenario?.present.name ?? '');
  return (
    <TextField
      className={style.name!}
      value={name}
      maxLength={LONGEST.name}
      onChange={(text) => act((scenario) => describe(scenario, { name: text }), true)}
    >
      <Label className={style.label!}>{t('scenario.name')}</Label>
      <Input className={style.input!} placeholder={t('scenario.unnamed')} autoComplete="off" />
    </TextField>
  );
}

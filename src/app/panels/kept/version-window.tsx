// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { Input, Label, Text, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { nameVersion } from '../../state/kept/actions';
import { useKept } from '../../state/kept/kept-store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import fields from '../scenario/fields.module.css';
import { PanelWindow } from '../window';
import { useKeeper } from './keep-hook';
import style from './kept.module.css';

/** Characters that the server takes. */
const LONGEST = 200;

/** Gives the version of now a name, which the history keeps. */
export default function VersionWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const record = useKept((s) => s.record);
  const withKeeper = useKeeper();
  const save = async () => {
    const called = name.trim();
    if (called === '' || !record) return;
    onClose();
    await withKeeper(async (keeper) => {
      await nameVersion(keeper, record.id, called);
      await keeper.sync.now(record.id);
      const isThere = (await keeper.parts.records.get(record.id))?.note === '';
      announce(t(isThere ? 'kept.versionName.saved' : 'kept.versionName.later', { name: called }));
    });
  };
  return (
    <PanelWindow
      title={t('kept.versionName.title')}
      closeLabel={t('kept.versionName.close')}
      onClose={onClose}
    >
      <Form
        className={style.form!}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField className={fields.field!} value={name} onChange={setName} maxLength={LONGEST} autoFocus>
          <Label className={fields.label!}>{t('kept.versionName.label')}</Label>
          <Input className={fields.input!} autoComplete="off" />
          <Text slot="description" className={fields.help!}>
            {t('kept.versionName.help')}
          </Text>
        </TextField>
        <div className={style.buttons}>
          <TextButton type="submit" primary isDisabled={name.trim() === ''}>
            {t('kept.versionName.save')}
          </TextButton>
          <TextButton kind="quiet" onPress={onClose}>
            {t('kept.versionName.cancel')}
          </TextButton>
        </div>
      </Form>
    </PanelWindow>
  );
}

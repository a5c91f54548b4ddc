// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { KeepError, openKept } from '../../state/kept/actions';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { Choice } from '../choice';
import { TextButton } from '../controls';
import { Icon } from '../icon';
import { useWords } from '../scenario/city-hook';
import { PanelWindow } from '../window';
import { useKeeper } from './keep-hook';
import { faultWords } from './keep-words';
import style from './kept.module.css';
import { meantOf, SHOWN, type Shown, useScenarios } from './list-hook';
import { ScenarioTree } from './scenario-tree';

/** Every scenario of the city that one may see: base, variants, branches. */
export default function ScenariosWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords(null);
  const [shown, setShown] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const inBin = shown === 'bin';
  const [loaded, reload] = useScenarios(inBin);
  const withKeeper = useKeeper();
  const open = async (id: string, name: string) => {
    const isOpen = await withKeeper(async (keeper) => {
      if (keeper.parts.desk.read()?.id !== id) await openKept(keeper, id);
      announce(t('kept.list.opened', { name }));
    });
    if (!isOpen) return;
    onClose();
    useStore.getState().set({ scenarioOpen: true });
  };
  const list = loaded.state === 'ready' ? loaded.value : null;
  const meant = list ? meantOf(list.scenarios, shown, search) : [];
  return (
    <PanelWindow title={t('kept.list.title')} closeLabel={t('kept.list.close')} wide onClose={onClose}>
      <div className={style.finder}>
        <SearchField
          className={style.search!}
          aria-label={t('kept.list.search')}
          value={search}
          onChange={setSearch}
        >
          <Icon name="search" size={18} />
          <Input className={style.searchInput!} placeholder={t('kept.list.search')} />
        </SearchField>
        <Choice
          label={t('kept.list.show')}
          value={shown}
          options={SHOWN.map((value) => ({ value, text: t(`kept.list.${value}`) }))}
          onChange={(value) => setShown(value as Shown)}
        />
      </div>
      {loaded.state === 'loading' && (
        <p className={style.intro} role="status">
          {t('kept.list.loading')}
        </p>
      )}
      {loaded.state === 'failed' && (
        <div className={style.intro} role="alert">
          <p>{loaded.fault}</p>
          <TextButton kind="quiet" onPress={reload}>
            {t('kept.status.again')}
          </TextButton>
        </div>
      )}
      {list?.fault && (
        <div className={style.warning} role="status">
          <p>{t('kept.list.browserOnly', { fault: faultWords(new KeepError(list.fault), words) })}</p>
          <TextButton kind="quiet" onPress={reload}>
            {t('kept.status.again')}
          </TextButton>
        </div>
      )}
      {list && (
        <ScenarioTree
          scenarios={meant}
          inBin={inBin}
          empty={t(
            inBin
              ? 'kept.list.binEmpty'
              : list.scenarios.length > 0
                ? 'kept.list.noneFound'
                : 'kept.list.none',
          )}
          onOpen={(id, name) => void open(id, name)}
          onChange={reload}
          onClose={onClose}
        />
      )}
    </PanelWindow>
  );
}

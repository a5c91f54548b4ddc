// SPDX-License-Identifier: EUPL-1.2

import { mdiKeyboardOutline } from '@mdi/js';
import { Suspense } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../state/person';
import { type Language, useStore } from '../../state/store';
import { openWindow } from '../../state/windows';
import { IconButton } from '../controls';
import { useNarrow } from '../hooks';
import { PersonButton } from '../person/person';
import { UndoButtons } from '../steps/steps';
import style from './header.module.css';
import { Settings } from './settings';

/** Undo and redo, language, look, settings, information, who one is: the right end of the header. */
export function Actions({ onAbout }: { onAbout: () => void }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const look = useStore((s) => s.look);
  const set = useStore((s) => s.set);
  // On a phone they stand with the buttons of the view; without a map beside who one is there is room for the search
  // alone, and they are among the commands.
  const narrow = useNarrow();
  const onlyLists = useStore((s) => s.quality.level === 'table');
  const known = usePerson((s) => s.me !== null);
  return (
    <div className={style.actions}>
      {(!narrow || (onlyLists && !known)) && (
        <span className={style.steps}>
          <Suspense>
            <UndoButtons />
          </Suspense>
        </span>
      )}
      <ToggleButtonGroup
        aria-label={t('header.language')}
        className={style.languages!}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[language]}
        onSelectionChange={([key]) => set({ language: key as Language })}
      >
        <ToggleButton id="it" className={style.language!} aria-label={t('header.italian')} lang="it">
          IT
        </ToggleButton>
        <ToggleButton id="en" className={style.language!} aria-label={t('header.english')} lang="en">
          EN
        </ToggleButton>
      </ToggleButtonGroup>
      <span className={style.wide}>
        <IconButton
          icon={look === 'dark' ? 'sun' : 'moon'}
          label={look === 'dark' ? t('header.toLight') : t('header.toDark')}
          onPress={() => set({ lookChoice: look === 'dark' ? 'light' : 'dark' })}
        />
      </span>
      <span className={`${style.wide} ${style.keyboard}`}>
        <IconButton
          icon={{ d: mdiKeyboardOutline }}
          label={t('app.openPalette')}
          data-opens="palette"
          onPress={() => openWindow('palette')}
        />
      </span>
      <Settings />
      <span className={style.wide}>
        <IconButton icon="info" label={t('header.about')} onPress={onAbout} />
      </span>
      {known && (
        <Suspense>
          <PersonButton />
        </Suspense>
      )}
    </div>
  );
}

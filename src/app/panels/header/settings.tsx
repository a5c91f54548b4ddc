// SPDX-License-Identifier: EUPL-1.2

import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls';
import { onDemand } from '../on-demand';

const SettingsWindow = onDemand(() => import('./settings-window').then((part) => part.default));

/** The button of the settings; what it opens comes when it is asked for. */
export function Settings() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        icon="settings"
        label={t('header.settings')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <SettingsWindow button={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

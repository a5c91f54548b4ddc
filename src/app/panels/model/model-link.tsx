// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';

/** Opens «Quanto è buono il modello?» from wherever an answer of the model is read or asked for. */
export function ModelLink({ onOpen }: { onOpen?: () => void }) {
  const { t } = useTranslation();
  const open = () => {
    onOpen?.();
    useStore.getState().set({ modelOpen: true });
  };
  return (
    <TextButton kind="quiet" icon="info" onPress={open}>
      {t('header.model')}
    </TextButton>
  );
}

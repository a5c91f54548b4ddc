// SPDX-License-Identifier: EUPL-1.2
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { useWindows } from '../../state/windows';
import { TextButton } from '../controls';
import style from './glossary.module.css';
import type { Term } from './terms';

/** What one word means, and who says so. */
export default function TermPopover({
  term,
  button,
  onClose,
}: {
  term: Term;
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const name = t(`glossary.term.${term}.name`);
  return (
    <Popover
      className={style.popover!}
      triggerRef={button}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom"
      offset={6}
    >
      <Dialog className={style.dialog!} aria-label={name}>
        <p className={style.name}>{name}</p>
        <p>{t(`glossary.term.${term}.text`)}</p>
        <p className={style.source}>{t('glossary.source', { source: t(`glossary.term.${term}.source`) })}</p>
        <TextButton
          kind="quiet"
          onPress={() => {
            onClose();
            useWindows.setState({ open: 'glossary', term });
          }}
        >
          {t('glossary.all')}
        </TextButton>
      </Dialog>
    </Popover>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../controls';
import { leave } from './leave';
import style from './person.module.css';
import type { Standing } from './standing';

/** What one may do here and why, in a small window under its button; and the way out. */
export function PersonWindow({
  button,
  standing,
  onClose,
}: {
  button: RefObject<HTMLButtonElement | null>;
  standing: Exclude<Standing, { kind: 'not-signed-in' }>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Popover
      className={style.popover!}
      triggerRef={button}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      offset={8}
    >
      <Dialog className={style.dialog!}>
        <Heading slot="title" className={style.title!}>
          {standing.kind === 'signed-in' ? standing.name : t(`person.standing.${standing.kind}`)}
        </Heading>
        {'role' in standing && (
          <p>
            {t('person.roleIs')} <strong>{t(`person.role.${standing.role}`)}</strong>
          </p>
        )}
        <p className={style.help}>
          {standing.kind === 'signed-in'
            ? t(`person.may.${standing.role}`)
            : t(`person.why.${standing.kind}`)}
        </p>
        {standing.kind === 'signed-in' && (
          <>
            <TextButton onPress={() => void leave(t).then(onClose)}>{t('person.signOut')}</TextButton>
            <p className={style.help}>{t('person.signOutHelp')}</p>
          </>
        )}
      </Dialog>
    </Popover>
  );
}

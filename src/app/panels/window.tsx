// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './controls';
import panel from './panel.module.css';
import style from './window.module.css';

interface WindowProps {
  readonly title: string;
  /** Of the button that closes it. */
  readonly closeLabel: string;
  /** Of what scrolls; absent: the title. */
  readonly label?: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the whole screen, with a title and a way out. */
export function PanelWindow({ title, closeLabel, label = title, wide, onClose, children }: WindowProps) {
  return (
    <ModalOverlay className={style.overlay!} isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={style.modal!} data-wide={wide || undefined}>
        <Dialog className={`${panel.panel} ${style.dialog}`}>
          <header className={panel.head}>
            <Heading slot="title" className={panel.title!}>
              {title}
            </Heading>
            <IconButton icon="close" label={closeLabel} onPress={onClose} />
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section className={panel.body} tabIndex={0} aria-label={label}>
            {children}
          </section>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

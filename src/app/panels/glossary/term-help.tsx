// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';
import style from './glossary.module.css';
import type { Term } from './terms';

const TermPopover = onDemand(() =>
  Promise.all([import('./term-popover'), loadPart('glossary', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** A small question mark beside a word: what it means, in a few lines. `name` is the word as it stands there. */
export function TermHelp({ term, name }: { term: Term; name: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        className={style.help!}
        aria-label={t('app.whatIs', { term: name })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      >
        ?
      </Button>
      {open && (
        <Suspense>
          <TermPopover term={term} button={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { TextButton } from '../controls';
import { useImpactWords } from './impact-words';
import parts from './parts.module.css';

/**
 * The button under a long table for its next rows; it goes when all are there, so the keyboard goes to
 * the first new one.
 */
export function MoreRows({
  table,
  shown,
  rows,
  page,
  onMore,
}: {
  table: RefObject<HTMLTableElement | null>;
  /** Rows that are drawn, of so many, and how many the next press adds. */
  shown: number;
  rows: number;
  page: number;
  onMore: () => void;
}) {
  const { t, format } = useImpactWords();
  if (rows <= shown) return null;
  const show = () => {
    flushSync(onMore);
    const heading = table.current?.tBodies[shown]?.querySelector('th');
    if (!heading) return;
    // A heading without a button takes no focus unless it is told to.
    heading.tabIndex = -1;
    (heading.querySelector('button') ?? heading).focus();
  };
  return (
    <p className={parts.buttons}>
      <TextButton onPress={show}>
        {t('impact.places.more', { n: format.number(Math.min(page, rows - shown)) })}
      </TextButton>
    </p>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components/Button';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { currentMoment, onMinute } from '../../state/clock';
import { moveSplit, openComparePanel } from '../../state/compare';
import { secondView } from '../../state/comparison';
import { useStore } from '../../state/store';
import { momentText } from '../clock/clock-words';
import { useMoment } from '../clock/moment-hook';
import { useFormats } from '../hooks';
import { SplitLine } from '../split-line';
import style from './compare.module.css';

/** Between two views: which is which, and of when; over one another, the line that divides them. */
export default function CompareLine() {
  const { t } = useTranslation();
  const format = useFormats();
  const compare = useStore((s) => s.compare);
  const map = document.querySelector<HTMLElement>('[data-map]');
  if (!compare || !map) return null;
  const { split } = compare;
  return (
    <>
      {compare.mode === 'swipe' && (
        <SplitLine
          split={split}
          onSplit={moveSplit}
          label={t('compare.line')}
          value={t('compare.lineAt', { percent: format.percent(split, 0) })}
          name="compare"
        />
      )}
      {createPortal(
        <div
          className={style.tags}
          data-mode={compare.mode}
          style={
            compare.mode === 'swipe'
              ? { gridTemplateColumns: `minmax(min-content, ${100 * split}%) minmax(min-content, 1fr)` }
              : undefined
          }
        >
          <Tag name={t('compare.a')}>
            <FirstMoment />
          </Tag>
          <Tag name={t('compare.b')}>
            <SecondMoment />
            <Button className={style.change!} data-opens="compare" onPress={() => openComparePanel(true)}>
              {t('compare.change')}
            </Button>
          </Tag>
        </div>,
        map,
      )}
    </>
  );
}

function Tag({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={style.tag}>
      <strong>{name}</strong>
      {children}
    </div>
  );
}

function FirstMoment() {
  const format = useFormats();
  const moment = useMoment();
  return <span>{momentText(moment, format, 'short')}</span>;
}

/** It may stand still while the first runs, or run while that stands still. */
function SecondMoment() {
  const format = useFormats();
  const [view] = useState(() => secondView(useStore));
  const told = useSyncExternalStore(
    useCallback((heard: () => void) => onMinute(heard, view), [view]),
    () => momentText(currentMoment(view), format, 'short'),
  );
  return <span>{told}</span>;
}

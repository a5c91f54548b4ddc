// SPDX-License-Identifier: EUPL-1.2
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { createPortal } from 'react-dom';
import { splitAt } from '../state/comparison';
import style from './split-line.module.css';

const STEP = 0.02;
const LEAP = 0.1;
/** What a key moves the line by, as a share of the map; it stops before the edges. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  ArrowRight: STEP,
  ArrowUp: STEP,
  PageDown: -LEAP,
  PageUp: LEAP,
  Home: -1,
  End: 1,
};

interface SplitLineProps {
  /** Share of the map's width left of the line. */
  readonly split: number;
  readonly onSplit: (share: number) => void;
  readonly label: string;
  /** Where it stands, in words. */
  readonly value: string;
  /** What is left of it, and right, where nothing else says so. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** Named in the document, for tests. */
  readonly name: string;
}

/** A line over the map that divides it: dragged, or moved by the arrow keys. */
export function SplitLine({ split, onSplit, label, value, before, after, name }: SplitLineProps) {
  const line = useRef<HTMLDivElement>(null);
  const map = document.querySelector<HTMLElement>('[data-map]');
  if (!map) return null;
  const move = (share: number) => onSplit(splitAt(share));
  const onPointerMove = (event: PointerEvent) => {
    if (!line.current?.hasPointerCapture(event.pointerId)) return;
    const { left, width } = map.getBoundingClientRect();
    move((event.clientX - left) / width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(split + by);
  };
  return createPortal(
    <div
      ref={line}
      className={style.line}
      style={{ insetInlineStart: `${100 * split}%` }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * split)}
      aria-valuetext={value}
      onPointerDown={(event) => {
        event.preventDefault();
        line.current?.focus();
        line.current?.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      data-swipe={name}
    >
      {before && <span className={style.before}>{before}</span>}
      {after && <span className={style.after}>{after}</span>}
      <svg className={style.grip} viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="19" />
        <path d="m15 13-7 7 7 7M25 13l7 7-7 7" />
      </svg>
    </div>,
    map,
  );
}

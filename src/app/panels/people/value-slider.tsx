// SPDX-License-Identifier: EUPL-1.2
import { useLayoutEffect, useRef } from 'react';
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import style from './people.module.css';

/** As wide as the panel leaves them, so that their figures are of the size of text; half a thumb is beside the track. */
const MARKS_WIDTH = 288;
const THUMB = 11;

interface ValueSliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** As it is shown. */
  readonly text: string;
  /** As a screen reader says it. */
  readonly said?: string;
  /** Values that stand under it. */
  readonly marks?: readonly number[];
  /** For tests: which track this is. */
  readonly name?: string;
  readonly onChange: (value: number) => void;
}

/** A slider with its name and its value in figures; arrows move it by a step. */
export function ValueSlider({
  label,
  min,
  max,
  step,
  value,
  text,
  said = text,
  marks = [],
  name,
  onChange,
}: ValueSliderProps) {
  const input = useRef<HTMLInputElement>(null);
  // React Aria would group the figures of a year.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', said));
  const share = (mark: number) => (mark - min) / (max - min);
  return (
    <Slider
      className={style.slider!}
      minValue={min}
      maxValue={max}
      step={step}
      value={value}
      onChange={(next) => onChange(next as number)}
    >
      <div className={style.sliderHead}>
        <Label>{label}</Label>
        <b>{text}</b>
      </div>
      <SliderTrack className={style.track!} data-track={name}>
        <svg className={style.rail} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className={style.railBack} y="1" width="100" height="2" />
          <rect className={style.railDone} y="1" width={100 * share(value)} height="2" />
        </svg>
        <SliderThumb className={style.thumb!} inputRef={input} />
      </SliderTrack>
      {marks.length > 0 && <Marks marks={marks} share={share} />}
    </Slider>
  );
}

/** Values where they stand on the track; the first and the last begin and end with it. */
function Marks({ marks, share }: { marks: readonly number[]; share: (mark: number) => number }) {
  const last = marks.length - 1;
  const x = (mark: number, i: number) =>
    i === 0 ? 0 : i === last ? MARKS_WIDTH : THUMB + share(mark) * (MARKS_WIDTH - 2 * THUMB);
  return (
    <svg className={style.marks} viewBox={`0 0 ${MARKS_WIDTH} 14`} aria-hidden="true">
      {marks.map((mark, i) => (
        <text key={mark} x={x(mark, i)} y="11" textAnchor={i === 0 ? 'start' : i === last ? 'end' : 'middle'}>
          {mark}
        </text>
      ))}
    </svg>
  );
}

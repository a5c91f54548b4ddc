// SPDX-License-Identifier: EUPL-1.2
/** Figures of sketches in words and numbers. Pure. */
import type { TFunction } from 'i18next';
import { lonLatToPlane } from '../../../city/frames';
import { crossesItself } from '../../../scenario/simple-ring';
import { type Measured, measured } from '../../../survey/measures';
import type { Sketch, Spot } from '../../../survey/sketch';
import type { Formats } from '../../text/format';
import { windOf } from '../../text/winds';

export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
}

/** A figure and what it is of. */
export interface Line {
  readonly label: string;
  readonly value: string;
}

/** Rises that count: less is what a hand shakes by. */
const RISE_M = 0.05;

/** What a sketch is called: its own name, or its kind and its number among those of its kind. */
export function sketchName(sketch: Sketch, all: readonly Sketch[], t: TFunction): string {
  if (sketch.name) return sketch.name;
  const n = all.filter(({ kind }) => kind === sketch.kind).findIndex(({ id }) => id === sketch.id) + 1;
  return t('tools.list.numbered', { kind: t(`tools.kind.${sketch.kind}.name`), n });
}

/** Figures of a distance, an area or a height; the first is the one that is asked for. */
export function figuresOf(sketch: Pick<Sketch, 'kind' | 'spots'>, { t, format }: Words): Line[] {
  const found = measured(sketch);
  const metres = (value: number) => format.length(value, 2);
  const rise = `${format.signed(found.riseM, 1)}\u00a0m`;
  if (sketch.kind === 'area') return areaFigures(sketch.spots, found, { t, format });
  if (sketch.kind === 'height')
    return [
      { label: t('tools.figure.height'), value: format.length(Math.abs(found.riseM), 1) },
      ...(found.lengthM > RISE_M ? [{ label: t('tools.figure.apart'), value: metres(found.lengthM) }] : []),
    ];
  if (sketch.kind === 'viewshed' || sketch.kind === 'sun') return [];
  const [first] = found.stretches;
  return [
    { label: t('tools.figure.length'), value: metres(found.lengthM) },
    ...(found.airM - found.lengthM > RISE_M
      ? [
          { label: t('tools.figure.air'), value: metres(found.airM) },
          { label: t('tools.figure.rise'), value: rise },
        ]
      : []),
    ...(first && found.stretches.length === 1
      ? [{ label: t('tools.figure.direction'), value: directionWords(first.azimuthDeg, { t, format }) }]
      : found.stretches.map((one, i) => ({
          label: t('tools.figure.stretch', { from: spotLetter(i), to: spotLetter(i + 1) }),
          value: metres(one.lengthM),
        }))),
  ];
}

function areaFigures(spots: readonly Spot[], { area }: Measured, { t, format }: Words): Line[] {
  const crossed = crossesItself(spots.map(({ at }) => at));
  const exact = area ? `${format.number(area.areaM2, 1)}\u00a0m²` : '';
  const round = area && area.areaM2 >= 1e4 ? ` (${format.area(area.areaM2)})` : '';
  return [
    { label: t('tools.figure.area'), value: crossed ? t('tools.figure.crossed') : `${exact}${round}` },
    { label: t('tools.figure.perimeter'), value: format.length(area?.perimeterM ?? 0, 2) },
  ];
}

function directionWords(azimuthDeg: number, { t, format }: Words): string {
  return t('tools.figure.directionIs', {
    degrees: format.number(azimuthDeg, 1),
    wind: t(`tools.wind.${windOf(azimuthDeg)}`),
  });
}

/** A, B, … Z, A1, B1, … */
export function spotLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26)}`;
}

/** The ends' figures: where a spot is, in degrees and in the plane, and how high. */
export function spotWords({ at, heightM }: Spot, format: Formats) {
  const [eastM, northM] = lonLatToPlane(at);
  return {
    lonLat: `${format.number(at[1], 6, true)}, ${format.number(at[0], 6, true)}`,
    plane: `E ${format.number(eastM, 1, true)}, N ${format.number(northM, 1, true)}`,
    up: format.length(heightM, 1),
  };
}

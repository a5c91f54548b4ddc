// SPDX-License-Identifier: EUPL-1.2
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';

/** A value by the feature's class; `rest` for every class that is not named. */
export function byClass<T extends string | number>(
  values: Readonly<Record<string, T>>,
  rest: T,
  property = 'class',
): ExpressionSpecification {
  return [
    'match',
    ['get', property],
    ...Object.entries(values).flat(),
    rest,
  ] as unknown as ExpressionSpecification;
}

/**
 * Only from tiles of this zoom on. The farther the ground, the coarser the tiles it is drawn with, so
 * this leaves out what is far away: without it a tilted view writes a whole city of names, at half
 * their size, along its horizon.
 */
export function notFarther(zoom: number): FilterSpecification {
  return ['>=', ['zoom'], zoom] as unknown as FilterSpecification;
}

/**
 * A width in pixels that follows the ground: given at three zooms, doubled with every zoom beyond
 * the last, so that a street keeps its width in metres when one stands in it.
 */
export function widthAt(z10: number, z14: number, z17: number): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.6], ['zoom'], 10, z10, 14, z14, 17, z17, 20, z17 * 6];
}

/** {@link widthAt} by the feature's class; `rest` for every other class. */
export function widthByClass(
  widths: Readonly<Record<string, readonly [z10: number, z14: number, z17: number]>>,
  rest: readonly [z10: number, z14: number, z17: number],
  extra = 0,
): ExpressionSpecification {
  const at = (pick: (w: readonly [number, number, number]) => number) =>
    byClass(
      Object.fromEntries(Object.entries(widths).map(([name, w]) => [name, pick(w) + extra])),
      pick(rest) + extra,
    );
  return [
    'interpolate',
    ['exponential', 1.6],
    ['zoom'],
    10,
    at((w) => w[0]),
    14,
    at((w) => w[1]),
    17,
    at((w) => w[2]),
    20,
    at((w) => w[2] * 6),
  ];
}

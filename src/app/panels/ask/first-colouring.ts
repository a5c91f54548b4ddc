// SPDX-License-Identifier: EUPL-1.2
import type { Attribute } from '../../../query/attribute';
import type { Colouring, Scale } from '../../../query/colouring';

export const START_CLASSES = 5;

/** Natural classes in a palette of its kind; where numbers follow numbers, the colours stay. */
export function firstColouring({ id, kind }: Attribute, before?: Colouring): Colouring {
  if (kind === 'category') return { attribute: id, scale: { kind: 'categories' }, palette: 'okabe-ito' };
  const stays = before && before.scale.kind !== 'categories';
  const scale: Scale =
    stays && !(before.scale.kind === 'classed' && before.scale.method === 'manual')
      ? before.scale
      : { kind: 'classed', method: 'natural', classes: START_CLASSES };
  return {
    attribute: id,
    scale,
    palette: stays ? before.palette : 'viridis',
    ...(stays && before.reversed && { reversed: true }),
  };
}

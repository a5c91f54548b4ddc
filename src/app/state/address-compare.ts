// SPDX-License-Identifier: EUPL-1.2
/**
 * The second view in the address: `compare` says how both stand, where the line is, and in what the second
 * is told apart; that is then in keys of its own, written as the first view's are.
 *
 *   &compare=swipe,0.5,layers,clock&b-on=trees&b-off=transit&b-time=w7-08:30
 */
import { readColouring, readFilter, writeColouring, writeFilter } from '../../query/written';
import {
  byTable,
  decode,
  formatClock,
  layerList,
  layersOf,
  ofTables,
  oneOf,
  parseClock,
} from './address-words';
import { ASPECTS, COMPARE_MODES, type Comparison, HALF, splitAt } from './comparison';

/** Keys and values; none where there is one view alone. */
export function formatComparison(compare: Comparison | null): [key: string, value: string | null][] {
  if (!compare) return [];
  const { mode, split, layers, clock, filters, colourings } = compare;
  const apart = ASPECTS.filter((aspect) => compare[aspect] !== undefined);
  return [
    ['compare', [mode, Number(split.toFixed(3)), ...apart].join(',')],
    ['b-on', layers ? layerList(layers, true) : null],
    ['b-off', layers ? layerList(layers, false) : null],
    ['b-time', clock ? formatClock(clock) : null],
    ['b-filter', filters ? byTable(filters, writeFilter) : null],
    ['b-colour', colourings ? byTable(colourings, writeColouring) : null],
  ];
}

/** Null where the address says nothing of a second view, or nothing that can be read. */
export function parseComparison(get: (key: string) => string): Comparison | null {
  const [how = '', where = '', ...apart] = get('compare').split(',');
  const mode = oneOf(how, COMPARE_MODES);
  if (!mode) return null;
  const split = /^[01](\.\d{1,17})?$/.test(where) ? splitAt(Number(where)) : HALF.split;
  return {
    mode,
    split,
    ...(apart.includes('layers') && { layers: layersOf(get('b-on'), get('b-off')) }),
    ...(apart.includes('clock') && { clock: parseClock(decode(get('b-time'))) ?? { kind: 'live' } }),
    ...(apart.includes('filters') && { filters: ofTables(get('b-filter'), readFilter) }),
    ...(apart.includes('colourings') && { colourings: ofTables(get('b-colour'), readColouring) }),
  };
}

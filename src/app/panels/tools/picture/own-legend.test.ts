// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnLegend } from '../../../../own/keep-protocol';
import type { OwnLayer } from '../../../../own/own-layer';
import { formats } from '../../../text/format';
import { own } from '../../../text/it-own';
import { startTexts } from '../../../text/texts';
import type { Words } from '../../list/table';
import { ownLegend } from './own-legend';

let words: Words;
beforeAll(() => {
  startTexts();
  i18next.addResourceBundle('it', 'translation', { own }, true);
  words = { t: i18next.getFixedT('it'), format: formats('it') };
});
const layer = (id: string, more: Partial<OwnLayer> = {}): OwnLayer => ({
  id,
  name: `Livello ${id}`,
  fileName: `${id}.csv`,
  format: 'csv',
  crs: 'EPSG:4326',
  rows: 1200,
  shapes: { point: 1200, line: 0, area: 0 },
  bounds: [9, 45, 10, 46],
  columns: [],
  title: null,
  solid: false,
  visible: true,
  style: { colour: '#d55e00', sizePx: 5, opacity: 0.9 },
  ...more,
});
const legend: OwnLegend = {
  attribute: { id: 'tipo', kind: 'category', unit: '1' },
  scale: 'categories',
  breaks: [],
  ends: null,
  classes: [
    { kind: 'code', code: 'bar', colour: '#0072b2' },
    { kind: 'other', codes: [], colour: '#999999' },
    { kind: 'withheld', colour: '#000000' },
  ],
};

describe('the legend of one’s own data in a picture', () => {
  it('has what is drawn, the uppermost first, by its classes, and says what is filtered', () => {
    const layers = [
      layer('a'),
      layer('b', { shapes: { point: 0, line: 3, area: 0 } }),
      layer('c', { visible: false }),
    ];
    const shown = {
      a: { legend, meant: 30 },
      b: { legend: null, meant: 1200 },
      c: { legend: null, meant: 1200 },
    };
    const { layers: sheet, notes } = ownLegend(layers, shown, [], words);
    expect(sheet).toEqual([
      { name: 'Livello b', entries: [{ entry: { symbol: 'line', colour: '#d55e00' }, text: 'b.csv' }] },
      {
        name: 'Livello a: tipo (30 di 1.200 secondo il filtro)',
        entries: [
          { entry: { symbol: 'dot', colour: '#0072b2' }, text: 'bar' },
          { entry: { symbol: 'dot', colour: '#999999' }, text: 'altri' },
        ],
      },
    ]);
    expect(notes).toEqual(['Con dati portati da chi ha fatto l’immagine: b.csv e a.csv']);
  });

  it('has nothing of what is not there', () => {
    const none = { layers: [], notes: [] };
    expect(ownLegend([layer('a')], {}, [], words)).toEqual(none);
    expect(ownLegend([layer('a')], { a: { legend: null, meant: 1 } }, ['a'], words)).toEqual(none);
  });
});

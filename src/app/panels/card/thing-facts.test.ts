// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerTable, SourceEntry } from '../../../city/catalogue';
import { lonLat } from '../../../city/frames';
import { formats } from '../../text/format';
import { startTexts } from '../../text/texts';
import { rowOfId, sourcesOf, thingFacts, thingKicker, thingTitle } from './thing-facts';

const italian = formats('it');
const table: LayerTable = {
  layer: 'service',
  columns: ['name', 'class', 'address', 'capacity', 'capacityUnit', 'id'],
  rows: [
    ['Scuola Rodari', 'school', 'Via Prova, 3', 1250, 'pupils', 'school-1'],
    [null, 'fountain', null, null, null, '7'],
  ],
  at: [lonLat(9, 45), lonLat(9, 45)],
};

beforeAll(() => startTexts());

describe('a thing of a layer', () => {
  const t = i18next.getFixedT('it');

  it('is found by its id, whether it is written as a number or a text', () => {
    expect(rowOfId(table, 'school-1')?.name).toBe('Scuola Rodari');
    expect(rowOfId(table, '7')?.class).toBe('fountain');
    expect(rowOfId(table, 'nothing')).toBeNull();
    expect(rowOfId({ ...table, columns: ['name'] }, '7')).toBeNull();
  });

  it('is called by its name, else by what it is', () => {
    expect(thingTitle('service', rowOfId(table, 'school-1')!, t, italian)).toBe('Scuola Rodari');
    expect(thingTitle('service', rowOfId(table, '7')!, t, italian)).toBe('Fontanella senza nome');
    expect(thingTitle('tree', { species: 'Tilia cordata' }, t, italian)).toBe('Tilia cordata');
    expect(thingTitle('transit-line', { line: 'M1' }, t, italian)).toBe('M1');
    expect(thingKicker('service', rowOfId(table, '7')!, t, italian)).toBe('Fontanella');
    expect(thingKicker('transit-stop', { mode: 'metro' }, t, italian)).toBe('Stazione della metropolitana');
    expect(thingKicker('gate', { name: 'Varco 1' }, t, italian)).toBe('Varco');
  });

  it('comes from the source of its row; of all that gave something where the row does not say', () => {
    const of = (id: string, kept: number) => ({ id, kept }) as SourceEntry;
    const all = [of('school-registry', 3), of('pharmacies', 2), of('libraries', 0)];
    expect(sourcesOf({ source: 'pharmacies' }, all).map(({ id }) => id)).toEqual(['pharmacies']);
    for (const row of [{ source: null }, { source: 'gone' }])
      expect(sourcesOf(row, all).map(({ id }) => id)).toEqual(['school-registry', 'pharmacies']);
    const facts = thingFacts('service', { source: 'pharmacies' }, '', t, italian);
    expect(facts).toEqual([]);
  });

  it('tells what is known, once, without codes', () => {
    const row = rowOfId(table, 'school-1')!;
    expect(thingFacts('service', row, 'Scuola Rodari', t, italian)).toEqual([
      { id: 'address', label: 'Indirizzo', value: 'Via Prova, 3' },
      { id: 'capacity', label: 'Capienza', value: '1.250 alunni' },
    ]);
    expect(thingFacts('service', rowOfId(table, '7')!, 'Fontanella', t, italian)).toEqual([]);
  });
});

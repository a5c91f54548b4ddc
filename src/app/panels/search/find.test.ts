// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchEntry } from '../../../city/catalogue';
import { lonLat } from '../../../city/frames';
import { fold } from '../../text/fold';
import { byKind, choiceOf } from './choice';
import { makeFinder, oncePerName, words } from './find';

const entry = (kind: SearchEntry['kind'], name: string, detail?: string): SearchEntry => ({
  kind,
  id: `${kind}-${name}`,
  name,
  detail,
  at: lonLat(9.19, 45.46),
});
const finder = makeFinder([
  entry('street', 'Viale Monza'),
  entry('street', 'Via Monza'),
  entry('street', 'Piazza del Duomo'),
  entry('street', 'Corso Buenos Aires'),
  entry('street', "Via Massimo D'Azeglio"),
  entry('street', 'Via Niccolò Paganini'),
  entry('street', 'Via Duomo Vecchio'),
  entry('stop', 'Duomo', 'M1, M3'),
  entry('district', 'Duomo'),
  entry('district', 'Città Studi'),
  entry('service', 'Farmacia Duomo', 'farmacia'),
  entry('street', 'Via San Gregorio'),
]);
const names = (query: string) => finder.find(query).map((e) => `${e.kind}: ${e.name}`);

describe('words', () => {
  it('folds accents and case, parts at apostrophes', () => {
    expect(fold('CITTÀ Perché')).toBe('citta perche');
    expect(words("Via dell'Orso")).toEqual(['via', 'dell', 'orso']);
    expect(words('D’Annunzio')).toEqual(['d', 'annunzio']);
  });

  it('writes abbreviations out', () => {
    expect(words('V.le Monza')).toEqual(['viale', 'monza']);
    expect(words('p.za Duomo')).toEqual(['piazza', 'duomo']);
    expect(words('P.zza Duomo')).toEqual(['piazza', 'duomo']);
    expect(words('c.so Buenos Aires')).toEqual(['corso', 'buenos', 'aires']);
    expect(words('p.le Loreto')).toEqual(['piazzale', 'loreto']);
    expect(words('S. Gregorio')).toEqual(['san', 'gregorio']);
    expect(words('vle Certosa')).toEqual(['viale', 'certosa']);
    expect(words('V. Torino')).toEqual(['via', 'torino']);
  });

  it('leaves short words alone where no point says they are short', () => {
    expect(words('S')).toEqual(['s']);
    expect(words('constructor')).toEqual(['constructor']);
    expect(words('M.4')).toEqual(['m', '4']);
  });
});

describe('find', () => {
  it('puts the exact name first, districts before stops before streets', () => {
    expect(names('duomo').slice(0, 2)).toEqual(['district: Duomo', 'stop: Duomo']);
    expect(names('duomo')).toContain('street: Piazza del Duomo');
    expect(names('duomo')).toContain('service: Farmacia Duomo');
  });

  it('tells via from viale', () => {
    expect(names('v.le monza')).toEqual(['street: Viale Monza']);
    expect(names('via monza')[0]).toBe('street: Via Monza');
  });

  it('finds beginnings, without accents, in any order of words', () => {
    expect(names('citta stu')).toEqual(['district: Città Studi']);
    expect(names('nicolo paganini')).toEqual(['street: Via Niccolò Paganini']);
    expect(names('aires buen')).toEqual(['street: Corso Buenos Aires']);
    expect(names('azeglio')).toEqual(["street: Via Massimo D'Azeglio"]);
  });

  it('forgives a slip only where nothing else is found', () => {
    expect(names('buenos ayres')).toEqual(['street: Corso Buenos Aires']);
    expect(names('zzzzzz')).toEqual([]);
  });

  it('finds by the second line', () => {
    expect(names('M3')).toEqual(['stop: Duomo']);
  });

  it('takes any text, and gives no more than asked for', () => {
    expect(names('  ')).toEqual([]);
    fc.assert(fc.property(fc.string(), (text) => finder.find(text, 5).length <= 5));
  });
});

describe('oncePerName', () => {
  it('makes one street of its links, in the middle, and keeps two stops with other lines', () => {
    const link = (id: string, lon: number): SearchEntry => ({
      ...entry('street', 'Via Torino', `district ${id}`),
      id,
      at: lonLat(lon, 45.46),
    });
    const kept = oncePerName([
      link('a', 9.1),
      link('b', 9.19),
      link('c', 9.3),
      entry('stop', 'Loreto', 'M1'),
      entry('stop', 'Loreto', 'M1'),
      entry('stop', 'Loreto', '90, 91'),
    ]);
    expect(kept.map((e) => [e.kind, e.id, e.detail])).toEqual([
      ['street', 'b', 'district b'],
      ['stop', 'stop-Loreto', 'M1'],
      ['stop', 'stop-Loreto', '90, 91'],
    ]);
  });
});

describe('choiceOf', () => {
  it('selects what was found, and flies there', () => {
    expect(choiceOf({ kind: 'district', id: '9', name: 'Isola', at: lonLat(9.19, 45.49) })).toEqual({
      selection: { kind: 'district', id: 9 },
      flight: { to: { at: [9.19, 45.49], zoom: 14.2 } },
    });
    expect(choiceOf({ kind: 'place', id: 'osm-w8', name: 'Parco', at: lonLat(9.1, 45.4) }).selection).toEqual(
      {
        kind: 'thing',
        layer: 'greenery',
        id: 'osm-w8',
        at: [9.1, 45.4],
      },
    );
    expect(choiceOf(entry('stop', 'Duomo')).selection).toMatchObject({ layer: 'transit-stop' });
  });
});

describe('byKind', () => {
  it('groups in the order of the best result and loses none', () => {
    const groups = byKind(finder.find('duomo'));
    expect(groups.map((g) => g.kind)).toEqual(['district', 'stop', 'street', 'service']);
    expect(groups.flatMap((g) => g.entries)).toHaveLength(finder.find('duomo').length);
  });
});

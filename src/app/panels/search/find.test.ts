// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchEntry } from '../../../city/catalogue';
import { fold } from '../../../city/fold';
import { lonLat } from '../../../city/frames';
import { formats } from '../../text/format';
import { startTexts } from '../../text/texts';
import { makeFinder, oncePerName, readings, words } from './find';
import { byKind, choiceOf, secondLine } from './results';

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

describe('readings', () => {
  it('takes the last word as it stands first, unless a point or a word after it says that it is short', () => {
    expect(readings('sta')).toEqual([['sta'], ['santa']]);
    expect(readings('via gen')).toEqual([
      ['via', 'gen'],
      ['via', 'generale'],
    ]);
    for (const query of ['sta.', 'sta ', 'sta maria', 'p.za', 'via torino', 'duomo', 'd’', ''])
      expect(readings(query), query).toEqual([words(query)]);
    expect(words('sta maria')).toEqual(['santa', 'maria']);
  });
});

describe('find', () => {
  it('finds the beginning of a word that is an abbreviation too, and what is short only for want of it', () => {
    const city = makeFinder([
      entry('street', 'Via Santa Marta'),
      entry('stop', 'Stadio'),
      entry('street', 'Viale Monza'),
    ]);
    const found = (query: string) => city.find(query).map(({ name }) => name);
    expect(found('sta')).toEqual(['Stadio']);
    expect(found('sta ')).toEqual(['Via Santa Marta']);
    expect(found('via sta')).toEqual(['Via Santa Marta']);
    expect(found('vle')).toEqual(['Viale Monza']);
  });

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

  it('knows a station before the poles, the bicycles and the shop of its name', () => {
    // As the tables of Milan have them.
    const missori = makeFinder([
      { ...entry('stop', 'Missori M3', '12, 16, 19, 24, 54, 151, NM3 · Duomo'), class: 'tram' },
      { ...entry('stop', 'Missori', 'M3 · Duomo'), class: 'metro' },
      { ...entry('stop', 'Corso Italia (Missori M3)', '15, N15 · Duomo'), class: 'tram' },
      { ...entry('stop', 'Missori', '73, N24 · Duomo'), class: 'bus' },
      { ...entry('service', 'Missori Snc', 'Piazza Missori, 3 · Duomo'), class: 'pharmacy' },
      { ...entry('service', 'Missori', 'Piazza Giuseppe Missori · Duomo'), class: 'bike-share' },
      entry('street', 'Piazza Giuseppe Missori', 'Duomo'),
    ]);
    for (const query of ['missori', 'Missori ', 'misso'])
      expect(missori.find(query)[0], query).toMatchObject({ name: 'Missori', class: 'metro' });
    const [, second, third] = missori.find('missori');
    expect([second?.class, third?.class]).toEqual(['bus', 'bike-share']);
  });

  it('knows buildings and municipi by name, and a number before those that begin with it', () => {
    const city = makeFinder([
      { ...entry('stop', 'Municipio', '30, 31'), class: 'bus' },
      entry('district', 'Città Studi', 'Municipio 3'),
      entry('district', 'Duomo', 'Municipio 1'),
      entry('municipio', 'Municipio 30'),
      entry('municipio', 'Municipio 3'),
      entry('service', 'Municipio 3, via Sansovino 9', 'Città Studi'),
      { ...entry('service', 'Castello Sforzesco', 'Piazza Castello'), class: 'culture' },
      entry('building', 'Castello Sforzesco', 'Duomo'),
      entry('building', 'Duomo di Milano', 'Duomo'),
    ]);
    const first = (query: string) => city.find(query).map((e) => `${e.kind}: ${e.name}`)[0];
    expect(first('municipio 3')).toBe('municipio: Municipio 3');
    expect(city.find('municipio 3').map((e) => e.name)).not.toContain('Municipio 30');
    expect(city.find('31').map((e) => e.name)).toEqual(['Municipio']);
    expect(city.find('municipio 4')).toEqual([]);
    expect(first('duomo di milano')).toBe('building: Duomo di Milano');
    expect(first('castello sforzesco')).toBe('building: Castello Sforzesco');
    expect(first('duomo')).toBe('district: Duomo');
  });

  it('takes a number as the beginning of one where none is that number', () => {
    const lines = makeFinder([entry('stop', 'Loreto', '90, 91'), entry('stop', 'Piola', '39')]);
    expect(lines.find('9').map((e) => e.name)).toEqual(['Loreto']);
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
    expect(
      choiceOf({ kind: 'municipio', id: '3', name: 'Municipio 3', at: lonLat(9.2, 45.5) }).selection,
    ).toEqual({ kind: 'thing', layer: 'municipio', id: '3', at: [9.2, 45.5] });
    expect(
      choiceOf({ kind: 'building', id: 'osm-w7', name: 'Torre', at: lonLat(9.2, 45.5) }).selection,
    ).toEqual({ kind: 'building', stableId: 'osm-w7' });
  });
});

describe('secondLine', () => {
  beforeAll(() => startTexts());
  it('says what it is in words, then the rest', () => {
    const line = (of: SearchEntry) => secondLine(of, i18next.getFixedT('it'), formats('it'));
    expect(line({ ...entry('stop', 'Missori', 'M3 · Duomo'), class: 'metro' })).toBe(
      'Stazione della metropolitana · M3 · Duomo',
    );
    expect(line({ ...entry('service', 'Missori'), class: 'bike-share' })).toBe('Stazione BikeMi');
    expect(line(entry('building', 'Torre', 'Isola'))).toBe('Isola');
    expect(line(entry('street', 'Via Torino'))).toBe('');
  });
});

describe('byKind', () => {
  it('groups in the order of the best result and loses none', () => {
    const groups = byKind(finder.find('duomo'));
    expect(groups.map((g) => g.kind)).toEqual(['district', 'stop', 'street', 'service']);
    expect(groups.flatMap((g) => g.entries)).toHaveLength(finder.find('duomo').length);
  });
});

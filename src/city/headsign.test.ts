// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableHeadsign } from './headsign';

describe('a headsign', () => {
  it.each([
    ['COMASINA', 'Comasina'],
    ['ABBIATEGRASSO - CHIESA ROSSA', 'Abbiategrasso - Chiesa Rossa'],
    ['RHO-PERO', 'Rho-Pero'],
    ['SESTO 1° MAGGIO FS', 'Sesto 1° Maggio FS'],
    ["SANT'AMBROGIO M2", "Sant'Ambrogio M2"],
    ["VIALE DELL'INNOVAZIONE", "Viale dell'Innovazione"],
    ['VIA LEONARDO DA VINCI', 'Via Leonardo da Vinci'],
    ['PIAZZA XXIV MAGGIO', 'Piazza XXIV Maggio'],
    ['P.ZA IV NOVEMBRE', 'P.za IV Novembre'],
    ['V.LE D’ANNUNZIO', 'V.le D’Annunzio'],
    ['S.DONATO (M3)', 'S.Donato (M3)'],
    ["CITTA' STUDI", 'Città Studi'],
    ["CA' GRANDA", "Ca' Granda"],
    ['PERÙ/DI BREME', 'Perù/Di Breme'],
    ['SS. GIOVANNI E PAOLO', 'SS. Giovanni e Paolo'],
    ['DE ANGELI', 'De Angeli'],
  ])('%s is read as %s', (source, read) => {
    expect(readableHeadsign(source)).toBe(read);
  });

  it('that has any small letter is left as it is', () => {
    for (const own of ['Comasina', 'Bisceglie M1', 'SESTO Rondò', 'M4', 'QT8', '', '90'])
      expect(readableHeadsign(own)).toBe(own);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readableHeadsign(`${text}a`)).toBe(`${text}a`);
      }),
    );
  });

  it('is the same when read again, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ABCDEIOUX 19.-'’/(é") }), (text) => {
        const once = readableHeadsign(text);
        if (/\p{Ll}/u.test(once)) expect(readableHeadsign(once)).toBe(once);
        expect(once.toUpperCase().replace(/['’]/g, '').length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

// SPDX-License-Identifier: EUPL-1.2
import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { MILANO } from '../../../city/place';
import type { SunlightAnswer } from '../../../survey/questions';
import { formats } from '../../text/format';
import { sun } from '../../text/it-sun';
import { sunFacts } from './sun-hours';
import { sunSentences } from './sun-words';

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({
    lng: 'it',
    resources: { it: { translation: { sun } } },
    interpolation: { escapeValue: false },
  });
});
const format = formats('it');
const said = (iso: string) => sunSentences(Date.parse(iso), MILANO.centre, t, format).map(plainSpaces);
const plainSpaces = (text: string) => text.replace(/\u00a0/g, ' ');

describe('where the sun stands', () => {
  it('at noon of the longest day', () => {
    // NOAA's calculator for Milan: solar noon 13:25, 68.0°; sunrise 5:34, sunset 21:15.
    const [up, shadow, times] = said('2026-06-21T11:25:00Z');
    expect(up).toMatch(/^Il sole è a 6(7,9|8|8,1)° sull’orizzonte, verso sud \(azimut 1(79|80|81)°\)\.$/);
    // 10 m / tan 68°
    expect(shadow).toBe('Un edificio alto 10 m fa un’ombra di 4 m.');
    expect(times).toMatch(/^Sorge alle 0?5:3[45] e tramonta alle 21:1[456]: 15,7 h di giorno\.$/);
  });

  it('by night and just after sunrise', () => {
    const [down, times, none] = said('2026-12-21T22:00:00Z');
    expect(down).toBe('Il sole è sotto l’orizzonte.');
    expect(times).toMatch(/^Sorge alle 0?8:0\d e tramonta alle 16:4\d: 8,7 h di giorno\.$/);
    expect(none).toBeUndefined();
    // Of a shadow of half a kilometre and more nothing is said.
    expect(said('2026-12-21T07:03:00Z')).toHaveLength(2);
  });
});

describe('hours of sun in lines', () => {
  const found = { meanH: 7.26, leastH: 1, mostH: 9.5, cells: 40 };
  const answer: SunlightAnswer = {
    kind: 'sunlight',
    stepM: 1,
    days: [{ noonMs: Date.parse('2026-06-21T10:00:00Z'), dayH: 15.68, ground: found, roofs: found }],
    raster: null,
  };
  it('tell ground and roofs apart where both are asked about', () => {
    const facts = sunFacts(answer, 'district', t, format);
    expect(facts.map(({ id }) => id)).toEqual(['sun-ground-0', 'sun-roofs-0']);
    expect(facts[0]).toMatchObject({
      label: 'A terra, domenica 21 giugno',
      value: '7,3 h in media su 15,7 h di giorno; da 1 a 9,5 h secondo il punto',
    });
    expect(sunFacts(answer, 'greenery', t, format)).toHaveLength(1);
  });
  it('have no range where it is the same all over, as at one point', () => {
    const ground = { ...found, leastH: 7.26, mostH: 7.29 };
    const days = [{ ...answer.days[0]!, ground, roofs: null }];
    const [fact, none] = sunFacts({ ...answer, days }, 'spot', t, format);
    expect(fact).toMatchObject({ label: 'domenica 21 giugno', value: '7,3 h su 15,7 h di giorno' });
    expect(none).toBeUndefined();
  });
});

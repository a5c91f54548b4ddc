// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { lonLat, plane, planeToLonLat } from '../../../city/frames';
import type { Sketch } from '../../../survey/sketch';
import { formats } from '../../text/format';
import { figuresOf, sketchName, spotLetter, spotWords } from './sketch-words';

const t = ((key: string, holes: Record<string, unknown> = {}) =>
  [key.split('.').at(-1), ...Object.values(holes)].join(' ')) as unknown as TFunction;
const words = { t, format: formats('it') };
const spot = (x: number, y: number, heightM = 0) => ({
  at: planeToLonLat(plane(515000 + x, 5035000 + y)),
  heightM,
});
const say = (kind: Sketch['kind'], ...spots: ReturnType<typeof spot>[]) =>
  figuresOf({ kind, spots }, words).map(({ label, value }) => `${label}: ${value}`.replace(/\u00a0/g, ' '));

it('a distance says its length, and through the air where it rises', () => {
  // 1000 m of the grid are 1000.40 m.
  expect(say('distance', spot(0, 0), spot(600, 800))).toEqual([
    'length: 1.000,4 m',
    'direction: directionIs 37 ne',
  ]);
  expect(say('distance', spot(0, 0), spot(0, 300, 40))).toEqual([
    'length: 300,12 m',
    'air: 302,77 m',
    'rise: +40 m',
    'direction: directionIs 0,1 n',
  ]);
  expect(say('distance', spot(0, 0), spot(0, 100), spot(0, 300))).toEqual([
    'length: 300,12 m',
    'stretch A B: 100,04 m',
    'stretch B C: 200,08 m',
  ]);
});

it('an area says no figure where its sides cross', () => {
  expect(say('area', spot(0, 0), spot(30, 0), spot(30, 40))[0]).toBe('area: 600,5 m²');
  expect(say('area', spot(0, 0), spot(200, 0), spot(200, 100), spot(0, 100))[0]).toBe(
    'area: 20.015,9 m² (2 ha)',
  );
  expect(say('area', spot(0, 0), spot(10, 10), spot(10, 0), spot(0, 10))[0]).toBe('area: crossed');
});

it('a height is told without a sign, and how far apart its ends are', () => {
  expect(say('height', spot(0, 0, 106.4), spot(0, 0))).toEqual(['height: 106,4 m']);
  expect(say('height', spot(0, 0), spot(30, 40, 20))).toEqual(['height: 20 m', 'apart: 50,02 m']);
});

it('spots have letters and coordinates, sketches a name', () => {
  expect([0, 25, 26, 53].map(spotLetter)).toEqual(['A', 'Z', 'A1', 'B2']);
  expect(spotWords({ at: lonLat(9.19186, 45.46416), heightM: 106.4 }, formats('it'))).toEqual({
    lonLat: '45,464160, 9,191860',
    plane: 'E 514.998,9, N 5.034.532,7',
    up: '106,4\u00a0m',
  });
  const one: Sketch = { id: 'a', kind: 'area', name: '', spots: [] };
  expect(sketchName({ ...one, id: 'b' }, [{ ...one, kind: 'height' }, one, { ...one, id: 'b' }], t)).toBe(
    'numbered name 2',
  );
  expect(sketchName({ ...one, name: 'Cortile' }, [one], t)).toBe('Cortile');
});

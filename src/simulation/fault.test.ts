// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../city/city-inputs';
import { EXAMPLES } from '../scenario/fixtures/examples';
import { smallCity } from '../scenario/fixtures/small-city';
import { EMPTY_SCENARIO, type Measure } from '../scenario/scenario';
import { faultOf } from './fault';
import type { RunFault } from './protocol';
import { Simulator } from './simulator';

/** What a quick run's first draw says of a city that is spoilt so. */
function faultIn(spoil: (city: CityInputs) => void, measure: Measure = EXAMPLES['transit-fare']): RunFault {
  const city = smallCity();
  spoil(city);
  try {
    [...new Simulator(city).draws({ ...EMPTY_SCENARIO, measures: [measure] }, 'quick', [0])];
  } catch (error) {
    return faultOf(error);
  }
  throw new Error('there was no fault');
}

describe('a city that cannot be computed with', () => {
  it('names the street', () =>
    expect(
      faultIn(({ roads }) => {
        roads.lanes[5] = Number.NaN;
      }),
    ).toEqual({
      where: 'traffic',
      code: 'inputs',
      detail: 'link 6 (node 9 to 8): capacity is NaN',
      about: { kind: 'link', link: 5 },
    }));

  it('names the zone', () =>
    expect(
      faultIn(({ zones }) => {
        zones.residents[1] = -3;
      }).about,
    ).toEqual({ kind: 'zone', zone: 1 }));

  it('says that nobody is there', () =>
    expect(faultIn(({ zones }) => zones.residents.fill(0)).about).toEqual({ kind: 'nobody' }));

  it('names the line and the stop', () => {
    expect(
      faultIn(({ transit }) => {
        Object.assign(transit.patterns[2] as object, { headwayMin: 0 });
      }),
    ).toMatchObject({
      where: 'transit',
      detail: 'pattern 3 (line 1): headway is 0 min',
      about: { kind: 'line', line: '1' },
    });
    expect(
      faultIn(({ transit }) => {
        transit.stops.eastM[2] = Number.NaN;
      }).about,
    ).toEqual({ kind: 'stop', stop: 2 });
  });

  it('is told from what nobody expected', () =>
    expect(faultOf(new TypeError('x is not a function'))).toEqual({
      where: 'worker',
      code: 'unexpected',
      detail: 'x is not a function',
    }));
});

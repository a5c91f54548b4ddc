// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { estimateOf } from '../../../impact/estimate';
import type { BaseComparison } from '../../../simulation/validate';
import { formats } from '../../text/format';
import { loadPart, startTexts } from '../../text/texts';
import { levelsText } from './levels';

beforeAll(async () => {
  startTexts();
  await loadPart('model', 'it');
});

const row = (
  id: BaseComparison['id'],
  observed: number,
  inside: boolean,
  fitted = false,
): BaseComparison => ({
  id,
  observed,
  unit: 'veh/h',
  hours: 'hour-8-9',
  vehicles: 'all-vehicles',
  source: 'comune-entries-2012',
  fitted,
  modelled: estimateOf([60, 60, 60, 60, 60, 60, 60, 60]),
  inside,
});
const said = (levels: Partial<Parameters<typeof levelsText>[0]>) =>
  levelsText({ base: null, fault: null, synthetic: false, ...levels }, i18next.t, formats('it'));

describe('the levels in short', () => {
  it('counts the tests alone, and names what is missed with its difference', () => {
    const base = {
      cordons: [row('area-c-hour', 100, false), row('city-border-day', 60, true)],
      speeds: [row('streets-rush', 10, false, true), row('centre-day', 48, false)],
      synthetic: false,
    };
    const text = said({ base });
    expect(text).toContain('1 su 3 hanno il dato pubblicato nell’intervallo.');
    expect(text).toMatch(/Fuori: Ingressi in Area C, 2012 \(−40%\) e Centro, 2022 \(\+25%\)\./);
  });

  it('names nothing where nothing is missed', () => {
    const text = said({ base: { cordons: [row('area-c-hour', 60, true)], speeds: [], synthetic: false } });
    expect(text).toContain('1 su 1');
    expect(text).not.toContain('Fuori');
  });

  it('says why there is no count', () => {
    expect(said({ synthetic: true })).toContain('con i dati dimostrativi non si possono provare');
    expect(said({})).toContain('in corso');
    expect(said({ fault: 'no streets' })).toContain('manca');
  });
});

// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { lonLat } from '../../../city/frames';
import type { LiveKind, LiveRow } from '../../../city/live';
import type { Known } from '../../../stream/live/known';
import { formats } from '../../text/format';
import { loadPart, startTexts } from '../../text/texts';
import { curvesOf, findRows, liveFacts } from './live-facts';

const at = lonLat(9, 45);
const air = (pollutant: 'NO2' | 'PM10', value: number) => ({
  id: `s/${pollutant}`,
  atMs: 0,
  at,
  station: 's',
  name: 'Senato',
  pollutant,
  value,
  averagedH: 1,
});
const known = (fresh: object[], stale: object[]) =>
  ({ kind: 'air', fresh, stale }) as unknown as Known<LiveKind>;

beforeAll(async () => {
  startTexts();
  await loadPart('living', 'it');
});

describe('a living thing', () => {
  const t = i18next.getFixedT('it');
  const words = { t, format: formats('it'), language: 'it' as const };

  it('of a station has its rows that count; old ones only where none does', () => {
    expect(findRows(known([air('NO2', 60)], [air('PM10', 40)]), 's')).toMatchObject({
      rows: [{ id: 's/NO2', kind: 'air' }],
      stale: false,
    });
    expect(findRows(known([], [air('PM10', 40)]), 's')).toMatchObject({ stale: true });
    expect(findRows(known([air('NO2', 60)], []), 'other')).toBeNull();
  });

  it('says a pollutant beside its limit, and which mean that is of', () => {
    const row: LiveRow = { ...air('PM10', 61.25), kind: 'air' };
    expect(liveFacts(row, words)).toEqual([
      {
        id: 'PM10',
        label: 'PM10',
        value: '61,3\u00a0µg/m³ (limite 50 come media del giorno): oltre il limite',
      },
    ]);
    expect(curvesOf([row], t)).toEqual([{ id: 's/PM10', quantity: 'value', name: 'PM10' }]);
  });

  it('does not make nought of persons too few to be told', () => {
    const row: LiveRow = {
      kind: 'presence',
      id: '1',
      atMs: 0,
      district: 1,
      residents: 1234.4,
      workers: null,
      visitors: 0,
    };
    expect(liveFacts(row, words).map(({ value }) => value)).toEqual([
      '1.234',
      'troppo pochi per essere diffusi',
      '0',
    ]);
  });
});

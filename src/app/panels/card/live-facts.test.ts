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
const air = (pollutant: 'NO2' | 'PM10' | 'O3', value: number, averagedH = 1) => ({
  id: `s/${pollutant}`,
  atMs: 0,
  at,
  station: 's',
  name: 'Senato',
  pollutant,
  value,
  averagedH,
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
    expect(findRows(known([air('NO2', 60)], [air('PM10', 40)]), ['s'])).toMatchObject({
      rows: [{ id: 's/NO2', kind: 'air' }],
      stale: false,
    });
    expect(findRows(known([], [air('PM10', 40)]), ['s'])).toMatchObject({ stale: true });
    expect(findRows(known([air('NO2', 60)], []), ['other'])).toBeNull();
    expect(findRows(known([air('NO2', 60)], []), ['two::s', 's'])).toMatchObject({ stale: false });
  });

  it('says of a pollutant which mean it is, and compares it with a limit of that mean only', () => {
    const row: LiveRow = { ...air('PM10', 61.25, 24), kind: 'air' };
    expect(liveFacts(row, words)).toEqual([
      {
        id: 'PM10',
        label: 'PM10',
        value: '61,3\u00a0µg/m³, media giornaliera; oltre il limite di 50',
      },
    ]);
    const say = (of: ReturnType<typeof air>) => liveFacts({ ...of, kind: 'air' }, words)[0]!.value;
    expect(say(air('PM10', 61.25))).toBe(
      '61,3\u00a0µg/m³, media oraria; il limite, 50, è come media del giorno: non confrontabile',
    );
    expect(say(air('NO2', 41.5))).toBe('41,5\u00a0µg/m³, media oraria; entro il limite di 200');
    expect(say(air('O3', 190))).toBe('190\u00a0µg/m³, media oraria; oltre la soglia di informazione di 180');
    expect(say(air('O3', 130, 8))).toBe('130\u00a0µg/m³, media su 8 ore; oltre il limite di 120');
    expect(say(air('NO2', 500, 3))).toBe(
      '500\u00a0µg/m³, media su 3 ore; il limite, 200, è come media oraria: non confrontabile',
    );
    expect(curvesOf([row], t)).toEqual([{ id: 's/PM10', quantity: 'value', name: 'PM10' }]);
  });

  it('of a gate does not say again which one; of all together it does', () => {
    const row = (gate: string | null): LiveRow => ({
      ...{ kind: 'gate-count', id: `area-c/${gate}`, gate, vehicles: 4210 },
      // 1 July 2026, 8.30 in Rome.
      ...{ atMs: Date.UTC(2026, 6, 1, 6, 30), periodS: 1800 },
    });
    const values = (gate: string | null) => liveFacts(row(gate), words).map(({ id, value }) => [id, value]);
    expect(values('ds82-58').map(([id]) => id)).toEqual(['entered', 'period']);
    expect(values(null)).toEqual([
      ['entered', '4.210'],
      ['period', expect.stringMatching(/8.30.*9.00/)],
      ['gate', t('living.card.allGates')],
    ]);
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

// SPDX-License-Identifier: EUPL-1.2
import { SECTORS, type Sector } from '../../city/city-inputs';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';

const share = { unit: 'share', min: 0, max: 0.8, step: 0.01 } as const;
const fields = [
  { key: 'who', type: 'choice', options: ['who-can', 'by-sector'] },
  { key: 'share', type: 'number', ...share, shownWhen: { key: 'who', is: 'who-can' } },
  {
    key: 'shareBySector',
    type: 'number-by-key',
    keys: SECTORS,
    ...share,
    shownWhen: { key: 'who', is: 'by-sector' },
  },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** Sectors whose work can be done from home (an assumption: shops, factories and wards cannot). */
const CAN: readonly Sector[] = ['office', 'public'];
/** Today's, as the base year has them (`REMOTE_WORK_SHARE` of the inputs): what a person begins with by sector. */
const TODAY = { office: 0.3, public: 0.1, retail: 0.03, industry: 0.085, care: 0.05 };

/**
 * `who-can`: of those whose work can be done from home and who come today, this share stays at home on an
 * average weekday. By sector: the share at home, in place of today's.
 */
export const remoteWork: MeasureKind<'remote-work', Config> = {
  id: 'remote-work',
  models: ['mobility', 'shops'],
  places: ['city'],
  fields,
  config: configOf(fields),
  initial: { who: 'who-can', share: 0.2, shareBySector: TODAY },
  presets: [
    {
      id: 'who-can-20',
      place: { kind: 'city' },
      config: { who: 'who-can', share: 0.2, shareBySector: TODAY },
    },
    {
      id: 'who-can-40',
      place: { kind: 'city' },
      config: { who: 'who-can', share: 0.4, shareBySector: TODAY },
    },
  ],
  apply(city, config) {
    const more = (today: number) => today + (1 - today) * config.share;
    const remoteWorkShare =
      config.who === 'by-sector'
        ? config.shareBySector
        : {
            ...city.rules.remoteWorkShare,
            ...Object.fromEntries(CAN.map((sector) => [sector, more(city.rules.remoteWorkShare[sector])])),
          };
    return { ...city, rules: { ...city.rules, remoteWorkShare } };
  },
};

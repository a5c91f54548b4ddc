// SPDX-License-Identifier: EUPL-1.2
import { TRANSIT_MODES } from '../../city/ground';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';

const fields = [
  { key: 'mode', type: 'choice', options: ['all', ...TRANSIT_MODES] },
  { key: 'line', type: 'text', minLength: 0, maxLength: 40 },
  { key: 'headwayFactor', type: 'number', unit: '×', min: 0.25, max: 4, step: 0.05 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** The time between two runs is multiplied, on the lines of a mode or on the line named. */
export const transitFrequency: MeasureKind<'transit-frequency', Config> = {
  id: 'transit-frequency',
  models: ['mobility', 'people'],
  places: ['city'],
  fields,
  config: configOf(fields),
  initial: { mode: 'all', line: '', headwayFactor: 0.5 },
  presets: [
    {
      id: 'metro-twice',
      place: { kind: 'city' },
      config: { mode: 'metro', line: '', headwayFactor: 0.5 },
    },
  ],
  apply(city, { mode, line, headwayFactor }, _place, measureId) {
    const name = line.trim().toLowerCase();
    let found = false;
    const patterns = city.transit.patterns.map((pattern) => {
      const isMeant =
        (mode === 'all' || pattern.mode === mode) && (name === '' || pattern.line.toLowerCase() === name);
      found ||= isMeant;
      return isMeant ? { ...pattern, headwayMin: pattern.headwayMin * headwayFactor } : pattern;
    });
    if (!found) throw new MeasureError(measureId, 'no-such-line', line.trim() || mode);
    return { ...city, transit: { ...city.transit, patterns } };
  },
};

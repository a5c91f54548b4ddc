// SPDX-License-Identifier: EUPL-1.2
import { SECTORS, type Sector } from '../../city/city-inputs';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { changed, weightsAt } from './places';

const fields = [
  {
    key: 'jobs',
    type: 'number-by-key',
    keys: SECTORS,
    unit: 'jobs',
    min: 0,
    max: 50_000,
    step: 100,
    whole: true,
  },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** So many people more work there, by length of street where the place touches several districts. */
export const newJobs: MeasureKind<'new-jobs', Config> = {
  id: 'new-jobs',
  models: ['mobility', 'shops'],
  places: ['polygon', 'area'],
  fields,
  config: configOf(fields),
  initial: { jobs: { office: 5000, public: 0, retail: 0, industry: 0, care: 0 } },
  presets: [],
  apply(city, config, place, measureId) {
    const { zones } = city;
    if (SECTORS.every((sector) => config.jobs[sector] === 0))
      throw new MeasureError(measureId, 'nothing-to-change', 'jobs');
    const weights = weightsAt(city, place, measureId);
    const jobs = { ...zones.jobs } as Record<Sector, Float64Array>;
    for (const sector of SECTORS)
      if (config.jobs[sector] > 0)
        jobs[sector] = changed(
          zones.jobs[sector],
          weights.keys(),
          (before, zone) => before + (weights[zone] as number) * config.jobs[sector],
        );
    return { ...city, zones: { ...zones, jobs } };
  },
};

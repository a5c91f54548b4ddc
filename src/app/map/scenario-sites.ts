// SPDX-License-Identifier: EUPL-1.2
/** Schools and teams of a scenario's measures as signs: where they stand and what is done to them. Pure. */
import type { TFunction } from 'i18next';
import type { CityInputs } from '../../city/city-inputs';
import { planeToLonLat } from '../../city/frames';
import type { Grade, School } from '../../city/people';
import type { SiteKind } from '../../layers/ask/site-images';
import type { Site } from '../../layers/ask/sites';
import { MeasureError, type Place } from '../../scenario/measures/measure';
import { schoolAt } from '../../scenario/measures/people-places';
import type { Measure } from '../../scenario/scenario';
import type { Formats } from '../text/format';

/** In the language of the screen. */
export interface SiteWords {
  readonly t: TFunction;
  readonly format: Pick<Formats, 'number'>;
}

/** Measures whose place is a school or a team. */
const KINDS: Readonly<Record<string, SiteKind>> = {
  'new-school': 'new-school',
  'school-places': 'enlarged-school',
  'close-school': 'closed-school',
  'home-care-team': 'team',
};

interface Config {
  readonly grade?: Grade;
  readonly places?: number;
  readonly hoursAWeek?: number;
}

type Placed = Pick<Measure, 'id' | 'kind' | 'config'> & { readonly place: Place };

/** Null where a measure is about none of these, or has no point yet. A school that is there is drawn where it stands. */
export function siteOf(measure: Placed, city: CityInputs | null, words: SiteWords): Site | null {
  const kind = KINDS[measure.kind];
  const point = measure.place.kind === 'point' ? measure.place.points[0] : undefined;
  if (!kind || !point) return null;
  const config = measure.config as Config;
  const isThere = kind === 'enlarged-school' || kind === 'closed-school';
  const school = isThere ? schoolOf(measure, config, city) : null;
  return {
    kind,
    at: school ? planeToLonLat(school.at) : point,
    label: labelOf(kind, config, school, words),
    of: { kind: 'measure', id: measure.id },
  };
}

/** Null while the city's data have not come, and where there is none. */
function schoolOf({ id, place }: Placed, { grade }: Config, city: CityInputs | null): School | null {
  if (!city?.people || !grade) return null;
  try {
    return schoolAt(city.people, grade, place, id);
  } catch (error) {
    if (error instanceof MeasureError) return null;
    throw error;
  }
}

function labelOf(
  kind: SiteKind,
  { places = 0, hoursAWeek = 0 }: Config,
  school: School | null,
  { t, format }: SiteWords,
): string {
  const name = school?.name ?? '';
  const text =
    kind === 'new-school'
      ? t('scenario.site.new-school', { n: format.number(places) })
      : kind === 'enlarged-school'
        ? t('scenario.site.enlarged-school', { n: format.number(places), name })
        : kind === 'closed-school'
          ? t('scenario.site.closed-school', { name })
          : t('scenario.site.team', { n: format.number(hoursAWeek) });
  // Of a school that nobody has named, or that is not known yet.
  return text.replace(/:\s*$/, '');
}

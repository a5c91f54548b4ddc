// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { type Plane, plane, planeToLonLat } from '../../../city/frames';
import type { Grade } from '../../../city/people';
import { useStore } from '../../state/store';
import { useWords } from './city-hook';
import { NameFinder } from './name-finder';
import style from './place.module.css';
import { DrawButton, type PlaceInputProps } from './place-input';
import { placeName } from './words';

/** One point: clicked on the map, or a school or a district by its name. */
export function PointInput({ kind, place, city, onChange }: PlaceInputProps) {
  const { t } = useTranslation();
  const words = useWords(city);
  const grade = useStore((s) => s.editing?.config.grade as Grade | undefined);
  const points = place?.kind === 'point' ? place.points : [];
  const finds = OF_A_SCHOOL.includes(kind.id) ? 'school' : 'district';
  const named = city ? (finds === 'school' ? schools(city, grade) : districts(city)) : [];
  const choose = (row: string) => {
    const found = named[Number(row)];
    if (found) onChange({ kind: 'point', points: [planeToLonLat(found.at)] });
  };
  return (
    <div className={style.drawn}>
      <p>
        {points.length === 0 ? t('scenario.place.pointNone') : placeName({ kind: 'point', points }, words)}
      </p>
      <DrawButton kind="point" place={place} text={t('scenario.place.setPoint')} />
      {named.length > 0 && (
        <NameFinder
          label={t(finds === 'school' ? 'scenario.place.searchSchool' : 'scenario.place.searchDistrict')}
          names={named.map(({ name }) => name)}
          idOf={(row) => String(row)}
          onChoose={choose}
        />
      )}
    </div>
  );
}

/** Measures on a school that is there. */
const OF_A_SCHOOL: readonly string[] = ['school-places', 'close-school'];

interface Named {
  readonly name: string;
  readonly at: Plane;
}

export const schools = ({ people }: CityInputs, grade: Grade | undefined): Named[] =>
  (people?.schools ?? []).filter((school) => school.grade === grade).map(({ name, at }) => ({ name, at }));

export const districts = ({ zones }: CityInputs): Named[] =>
  Array.from({ length: zones.districts }, (_, row) => ({
    name: zones.name[row] as string,
    at: plane(zones.eastM[row] as number, zones.northM[row] as number),
  }));

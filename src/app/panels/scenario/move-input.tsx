// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { planeToLonLat } from '../../../city/frames';
import type { Grade } from '../../../city/people';
import { withoutLast, withPoint } from '../../state/scenario-drawing';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';
import { useWords } from './city-hook';
import { NameFinder } from './name-finder';
import style from './place.module.css';
import { DrawButton, type PlaceInputProps } from './place-input';
import { districts, schools } from './point-input';
import { placeName } from './words';

/** From where to where a school moves: drawn, or the school by its name and then the district that it goes to. */
export function MoveInput({ place, city, onChange }: PlaceInputProps) {
  const { t } = useTranslation();
  const words = useWords(city);
  const grade = useStore((s) => s.editing?.config.grade as Grade | undefined);
  const line = place?.kind === 'line' ? place : ({ kind: 'line', points: [] } as const);
  const [from, to] = [line.points[0], line.points.length > 1 ? line.points.at(-1) : undefined];
  const named = city ? (from ? districts(city) : schools(city, grade)) : [];
  const name = (at: typeof from) => placeName({ kind: 'point', points: at ? [at] : [] }, words);
  const choose = (row: string) => {
    const found = named[Number(row)];
    if (found) onChange(withPoint(line, planeToLonLat(found.at)));
  };
  return (
    <div className={style.drawn}>
      <p>
        {!from
          ? t('scenario.place.moveNone')
          : to
            ? t('scenario.place.moveDone', { from: name(from), to: name(to) })
            : t('scenario.place.moveFrom', { from: name(from) })}
      </p>
      <DrawButton kind="line" place={line} text={t('scenario.place.draw')} />
      {named.length > 0 && (
        <NameFinder
          key={from ? 'to' : 'from'}
          label={t(from ? 'scenario.place.searchDistrict' : 'scenario.place.searchSchool')}
          names={named.map((one) => one.name)}
          idOf={(row) => String(row)}
          onChoose={choose}
        />
      )}
      {from && (
        <TextButton kind="quiet" onPress={() => onChange(withoutLast(line))}>
          {t('scenario.place.removePoint')}
        </TextButton>
      )}
    </div>
  );
}

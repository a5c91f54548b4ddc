// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { Site } from '../../../layers/ask/sites';
import type { SchoolsAnswer } from '../../../simulation/people-protocol';
import { type PeopleView, SCHOOL_FIGURES, SHOWN_GRADES } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { FigureTable } from './figure-table';
import style from './people.module.css';
import { districtColours, SCHOOL_CLASSES } from './people-colours';
import { endsAt } from './people-figures';
import { answerOf, changePeople, type DistrictPlace, useColours, usePeople, useSaid } from './people-hook';
import { type Sense, withRange } from './people-words';

type Found = NonNullable<SchoolsAnswer['found']>;
type SchoolFigure = PeopleView['figure'];

const SENSES: Readonly<Record<SchoolFigure, Sense>> = {
  walkMin: 'minutes',
  unplaced: 'whole',
  pupils: 'persons',
};
const UNITS: Readonly<Record<SchoolFigure, string>> = { walkMin: 'min', unplaced: '1', pupils: 'persons' };

/** Whether the children of a year find a place at school, and how far they walk there. */
export function SchoolsTheme({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const { t } = useWords();
  const grade = useStore((s) => s.people.grade);
  const figure = useStore((s) => s.people.figure);
  const asking = usePeople({ kind: 'schools', year, grade }, String(year));
  const answer = answerOf(asking.asked);
  return (
    <section className={style.section} aria-label={t('people.theme.schools')} data-theme-of="schools">
      <Choice
        label={t('people.schools.grade')}
        value={grade}
        options={SHOWN_GRADES.map((value) => ({ value, text: t(`people.schools.grades.${value}`) }))}
        onChange={(value) => changePeople({ grade: value as PeopleView['grade'] })}
      />
      <Choice
        label={t('people.schools.figure')}
        value={figure}
        options={SCHOOL_FIGURES.map((value) => ({ value, text: t(`people.schools.figures.${value}`) }))}
        onChange={(value) => changePeople({ figure: value as SchoolFigure })}
      />
      <AskingNote asking={asking} what={t('people.schools.what')} />
      {answer &&
        (answer.found ? (
          <Answer answer={answer} found={answer.found} districts={districts} figure={figure} />
        ) : (
          <p className={style.note}>{t('people.schools.none')}</p>
        ))}
    </section>
  );
}

interface AnswerProps {
  readonly answer: SchoolsAnswer;
  readonly found: Found;
  readonly districts: readonly DistrictPlace[];
  readonly figure: SchoolFigure;
}

function Answer({ answer, found, districts, figure }: AnswerProps) {
  const { year, grade } = answer;
  const words = useWords();
  const { t, format } = words;
  const { rows, title, colours } = useSchools(answer, found, districts);
  useColours(colours);
  const { city } = found;
  const places = t('people.schools.city', {
    year: String(year),
    n: format.number(found.schools),
    pupils: withRange(city.pupils, 'persons', words),
    places: withRange(city.places, 'persons', words),
    unplaced: withRange(city.unplaced, 'whole', words),
  });
  const walk = city.walkMin
    ? t('people.schools.walk', { minutes: withRange(city.walkMin, 'minutes', words) })
    : t('people.schools.noWalk');
  const sentence = `${places} ${walk}`;
  useSaid(sentence);
  return (
    <>
      <p className={style.sentence} data-schools>
        {sentence}
      </p>
      {found.withoutPosition > 0 && (
        <p className={style.note} data-unplaced>
          {t('people.schools.withoutPosition', {
            count: found.withoutPosition,
            n: format.number(found.withoutPosition),
          })}
        </p>
      )}
      <p className={style.note}>{t('people.schools.note')}</p>
      <FigureTable
        caption={title}
        title={t(`people.schools.figures.${figure}`)}
        rows={rows}
        sense={SENSES[figure]}
        file={fileName('scuole', grade, figure, String(year))}
        about={{ indicator: `${grade} ${figure}`, unit: UNITS[figure], year }}
      />
    </>
  );
}

/** A figure by district, in colours on the map, with the schools that there are. */
function useSchools({ year, grade }: SchoolsAnswer, found: Found, districts: readonly DistrictPlace[]) {
  const { t } = useWords();
  const look = useStore((s) => s.look);
  const figure = useStore((s) => s.people.figure);
  const rows = useMemo(
    () => districts.map((place, row) => ({ place, ends: endsAt(found[figure], row) })),
    [districts, found, figure],
  );
  const title = t(`people.schools.title.${figure}`, {
    grade: t(`people.schools.grades.${grade as PeopleView['grade']}`),
    year: String(year),
  });
  const colours = useMemo(() => {
    const ids = districts.map(({ id }) => id);
    const values = rows.map(({ ends }) => ends?.value ?? Number.NaN);
    const coloured = districtColours(ids, values, SCHOOL_CLASSES[figure], {
      unit: UNITS[figure],
      title,
      look,
    });
    const sites = found.sites.map(
      ({ id, name, at }): Site => ({ kind: 'school', at, label: name, of: { kind: 'school', id } }),
    );
    return coloured && { ...coloured, sites };
  }, [districts, rows, figure, title, look, found]);
  return { rows, title, colours };
}

/** Another year on the second of two views. */
export function SchoolsSecond({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const grade = useStore((s) => s.people.grade);
  const answer = answerOf(usePeople({ kind: 'schools', year, grade }, String(year)).asked);
  return answer?.found && <SecondColours answer={answer} found={answer.found} districts={districts} />;
}

function SecondColours({ answer, found, districts }: Omit<AnswerProps, 'figure'>) {
  useColours(useSchools(answer, found, districts).colours, 'secondDistrictColours');
  return null;
}

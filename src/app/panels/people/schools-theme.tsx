// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo } from 'react';
import type { SchoolsAnswer } from '../../../simulation/people-protocol';
import { type PeopleView, SCHOOL_FIGURES, SHOWN_GRADES } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { DistrictTable, Exports } from './district-table';
import style from './people.module.css';
import { districtColours, SCHOOL_CLASSES } from './people-colours';
import { figuresCsv } from './people-csv';
import { type Ends, endsAt } from './people-figures';
import { answerOf, changePeople, type DistrictPlace, useOrigin, usePeople, useSaid } from './people-hook';
import { Figure, type Sense, withRange } from './people-words';

type Found = NonNullable<SchoolsAnswer['found']>;
type SchoolFigure = PeopleView['figure'];

const SENSES: Readonly<Record<SchoolFigure, Sense>> = {
  walkMin: 'minutes',
  unplaced: 'number',
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

function Answer({
  answer: { year, grade },
  found,
  districts,
  figure,
}: {
  answer: SchoolsAnswer;
  found: Found;
  districts: readonly DistrictPlace[];
  figure: SchoolFigure;
}) {
  const words = useWords();
  const { t, format } = words;
  const origin = useOrigin();
  const rows = useMemo(
    () => districts.map((place, row) => ({ place, ends: endsAt(found[figure], row) })),
    [districts, found, figure],
  );
  const title = t(`people.schools.title.${figure}`, {
    grade: t(`people.schools.grades.${grade as PeopleView['grade']}`),
    year: String(year),
  });
  useSchoolColours(districts, rows, figure, title);
  const { city } = found;
  const sentence = t('people.schools.city', {
    year: String(year),
    n: format.number(found.schools),
    pupils: withRange(city.pupils, 'persons', words),
    places: withRange(city.places, 'persons', words),
    unplaced: withRange(city.unplaced, 'number', words),
    minutes: withRange(city.walkMin, 'minutes', words),
  });
  useSaid(sentence);
  return (
    <>
      <p className={style.sentence} data-schools>
        {sentence}
      </p>
      <p className={style.note}>{t('people.schools.note')}</p>
      <DistrictTable
        caption={title}
        rows={rows}
        first="figure"
        columns={[
          {
            id: 'figure',
            title: t(`people.schools.figures.${figure}`),
            value: ({ ends }: { ends: Ends | null }) => ends?.value ?? Number.NaN,
            greatestFirst: true,
            cell: ({ ends }: { ends: Ends | null }) => (
              <Figure ends={ends} sense={SENSES[figure]} words={words} counted={false} />
            ),
          },
        ]}
      />
      <Exports
        file={fileName('scuole', grade, figure, String(year))}
        csv={(flavour) =>
          figuresCsv(rows, { indicator: `${grade} ${figure}`, unit: UNITS[figure], year }, origin, flavour)
        }
      />
    </>
  );
}

function useSchoolColours(
  districts: readonly DistrictPlace[],
  rows: readonly { readonly ends: Ends | null }[],
  figure: SchoolFigure,
  title: string,
): void {
  const look = useStore((s) => s.look);
  const ids = useMemo(() => districts.map(({ id }) => id), [districts]);
  useEffect(() => {
    const values = rows.map(({ ends }) => ends?.value ?? Number.NaN);
    useStore.getState().set({
      districtColours: districtColours(ids, values, SCHOOL_CLASSES[figure], {
        unit: UNITS[figure],
        title,
        look,
      }),
    });
  }, [ids, rows, figure, title, look]);
}

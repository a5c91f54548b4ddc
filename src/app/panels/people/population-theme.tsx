// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import {
  POPULATION_GROUPS,
  type PopulationAnswer,
  type PopulationGroup,
} from '../../../simulation/people-protocol';
import { type PeopleView, SHOWN } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { CityCourse } from './city-course';
import { DistrictTable, Exports } from './district-table';
import style from './people.module.css';
import { changeClasses, countClasses, districtColours } from './people-colours';
import { figuresCsv } from './people-csv';
import { allYears, cityAt, isCounted, populationAt } from './people-figures';
import {
  answerOf,
  changePeople,
  type DistrictPlace,
  useColours,
  useOrigin,
  usePeople,
  useSaid,
} from './people-hook';
import { Figure, withRange } from './people-words';

/** How many of an age live in each district, and will: how many more than today. */
export function PopulationTheme({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const { t } = useWords();
  const group = useStore((s) => s.people.group);
  const show = useStore((s) => s.people.show);
  const asking = usePeople({ kind: 'population' });
  const answer = answerOf(asking.asked);
  return (
    <section className={style.section} aria-label={t('people.theme.population')} data-theme-of="population">
      <label className={style.field}>
        <span className={style.label}>{t('people.population.group')}</span>
        <select
          className={style.select}
          value={group}
          onChange={(event) => changePeople({ group: event.target.value as PopulationGroup })}
          data-group
        >
          {POPULATION_GROUPS.map((each) => (
            <option key={each} value={each}>
              {t(`people.group.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <Choice
        label={t('people.population.show')}
        value={show}
        options={SHOWN.map((value) => ({ value, text: t(`people.population.shown.${value}`) }))}
        onChange={(value) => changePeople({ show: value as PeopleView['show'] })}
      />
      <AskingNote asking={asking} what={t('people.population.what')} />
      {answer && <Answer answer={answer} districts={districts} shown={{ group, show, year }} />}
    </section>
  );
}

interface Shown {
  readonly group: PopulationGroup;
  readonly show: PeopleView['show'];
  readonly year: number;
}

interface AnswerProps {
  readonly answer: PopulationAnswer;
  readonly districts: readonly DistrictPlace[];
  readonly shown: Shown;
}

function Answer({ answer, districts, shown }: AnswerProps) {
  const words = useWords();
  const { t } = words;
  const origin = useOrigin();
  const { group, show, year } = shown;
  const { rows, told, title, colours } = usePopulation(answer, districts, shown);
  useColours(colours);
  const sense = show === 'value' ? 'persons' : 'change';
  const city = cityAt(answer, shown);
  const sentence = city
    ? t(`people.population.city.${show}`, { ...told, figure: withRange(city, sense, words) })
    : t('people.withheld');
  useSaid(sentence);
  return (
    <>
      <p className={style.sentence} data-city>
        {sentence}
      </p>
      <CityCourse answer={answer} group={group} year={year} />
      <p className={style.note}>
        {t(year === answer.firstYear ? 'people.population.counted' : 'people.population.forecast', told)}
      </p>
      <DistrictTable
        caption={title}
        rows={rows}
        first="figure"
        columns={[
          {
            id: 'figure',
            title: t(show === 'value' ? 'people.table.persons' : 'people.table.change'),
            value: ({ ends }) => ends?.value ?? Number.NaN,
            greatestFirst: true,
            cell: ({ ends }) => <Figure ends={ends} sense={sense} words={words} counted={isCounted(group)} />,
          },
        ]}
      />
      <Exports
        file={fileName('popolazione', group, show, String(year))}
        csv={(flavour) =>
          figuresCsv(
            rows,
            {
              indicator: `${group} ${show}`,
              unit: show === 'value' ? 'persons' : 'share of the first year',
              year,
            },
            origin,
            flavour,
          )
        }
      />
    </>
  );
}

/** A year by district, and the map in its colours, of classes that are the same in every year. */
function usePopulation(
  answer: PopulationAnswer,
  districts: readonly DistrictPlace[],
  { group, show, year }: Shown,
) {
  const { t } = useWords();
  const look = useStore((s) => s.look);
  const rows = useMemo(
    () => districts.map((place, row) => ({ place, ends: populationAt(answer, { group, show, year, row }) })),
    [answer, districts, group, show, year],
  );
  const classes = useMemo(() => {
    const all = allYears(answer, { group, show });
    return show === 'value' ? countClasses(all) : changeClasses(all.map((share) => 100 * share));
  }, [answer, group, show]);
  const told = { group: t(`people.group.${group}`), year: String(year), first: String(answer.firstYear) };
  const title = t(`people.population.title.${show}`, told);
  const colours = useMemo(() => {
    const [scale, unit] = show === 'value' ? [1, 'persons'] : [100, '%'];
    const values = rows.map(({ ends }) => (ends ? scale * ends.value : Number.NaN));
    return districtColours(answer.districts, values, classes, { unit, title, look });
  }, [answer, rows, classes, show, title, look]);
  return { rows, told, title, colours };
}

/** Another year on the second of two views. */
export function PopulationSecond({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const group = useStore((s) => s.people.group);
  const show = useStore((s) => s.people.show);
  const answer = answerOf(usePeople({ kind: 'population' }).asked);
  return answer && <SecondColours answer={answer} districts={districts} shown={{ group, show, year }} />;
}

function SecondColours({ answer, districts, shown }: AnswerProps) {
  useColours(usePopulation(answer, districts, shown).colours, 'secondDistrictColours');
  return null;
}

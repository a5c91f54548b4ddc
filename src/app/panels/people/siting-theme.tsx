// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo } from 'react';
import type { SitingAnswer } from '../../../simulation/people-protocol';
import { MOST_TEAMS, TEAM_HOURS } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { DistrictTable, Exports } from './district-table';
import style from './people.module.css';
import { districtColours, MINUTE_CLASSES } from './people-colours';
import { sitingCsv } from './people-csv';
import { answerOf, changePeople, type DistrictPlace, useOrigin, usePeople, useSaid } from './people-hook';
import { withRange } from './people-words';
import { ValueSlider } from './value-slider';

/** Where so many home-care teams would start from, and what that gains. */
export function SitingTheme({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const { t, format } = useWords();
  const teams = useStore((s) => s.people.teams);
  const hoursAWeek = useStore((s) => s.people.hoursAWeek);
  const asking = usePeople({ kind: 'siting', year, teams, hoursAWeek }, String(year));
  const answer = answerOf(asking.asked);
  return (
    <section className={style.section} aria-label={t('people.theme.siting')} data-theme-of="siting">
      <p className={style.note}>{t('people.siting.about')}</p>
      <ValueSlider
        label={t('people.siting.teams')}
        min={1}
        max={MOST_TEAMS}
        step={1}
        value={teams}
        text={format.number(teams)}
        marks={[1, MOST_TEAMS]}
        onChange={(next) => changePeople({ teams: next })}
      />
      <ValueSlider
        label={t('people.siting.hours')}
        min={TEAM_HOURS.least}
        max={TEAM_HOURS.most}
        step={TEAM_HOURS.step}
        value={hoursAWeek}
        text={format.number(hoursAWeek)}
        onChange={(next) => changePeople({ hoursAWeek: next })}
      />
      <p className={style.note}>{t('people.siting.hoursNote')}</p>
      <AskingNote asking={asking} what={t('people.siting.what')} />
      {answer && <Answer answer={answer} districts={districts} year={year} />}
    </section>
  );
}

interface AnswerProps {
  readonly answer: SitingAnswer;
  readonly districts: readonly DistrictPlace[];
  readonly year: number;
}

/** What is told is the answer's own: the sliders may be at another question already. */
function Answer({ answer, districts, year }: AnswerProps) {
  const words = useWords();
  const { t, format } = words;
  const { meanMin, evenMeanMin, beforeMeanMin, nearerThanEvenMin, gap, sites } = answer;
  const title = t('people.siting.title', { year: String(year) });
  useSitingColours(answer, districts, title);
  const chosen = t('people.siting.chosen', {
    count: sites.length,
    n: format.number(sites.length),
    year: String(year),
    mean: withRange(meanMin, 'minutes', words),
  });
  useSaid(chosen);
  return (
    <>
      <p className={style.sentence} data-siting>
        {chosen}
      </p>
      <ul className={style.facts}>
        <li>
          {t(nearerThanEvenMin.value > 0 ? 'people.siting.gain' : 'people.siting.noGain', {
            even: withRange(evenMeanMin, 'minutes', words),
            gain: withRange(nearerThanEvenMin, 'minutes', words),
          })}
        </li>
        <li>
          {beforeMeanMin
            ? t('people.siting.before', { before: withRange(beforeMeanMin, 'minutes', words) })
            : t('people.siting.noBefore')}
        </li>
        <li>
          {t('people.siting.unmet', {
            before: withRange(answer.unmetBeforeH, 'number', words),
            after: withRange(answer.unmetAfterH, 'number', words),
            most: format.number(sites.length * answer.hoursAWeek),
          })}
        </li>
        <li data-gap>
          {t(gap > 0 ? 'people.siting.gap' : 'people.siting.best', { gap: format.percent(gap, 1) })}
        </li>
      </ul>
      <h3 className={style.heading}>{t('people.siting.sites')}</h3>
      <ol className={style.top5} data-sites>
        {sites.map((site, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sites are told by their place in the list
          <li key={i}>
            <button
              type="button"
              className={style.choose}
              onClick={() => useStore.getState().set({ flight: { to: { at: site.at, zoom: 15.5 } } })}
            >
              {site.name || districtName(districts, site.district)}
            </button>
          </li>
        ))}
      </ol>
      <Minutes answer={answer} districts={districts} year={year} />
    </>
  );
}

/** `district` is a row of the zones. */
const districtName = (districts: readonly DistrictPlace[], district: number): string =>
  districts[district]?.name ?? '–';

function useSitingColours(answer: SitingAnswer, districts: readonly DistrictPlace[], title: string): void {
  const look = useStore((s) => s.look);
  const ids = useMemo(() => districts.map(({ id }) => id), [districts]);
  useEffect(() => {
    const colours = districtColours(ids, answer.afterMin, MINUTE_CLASSES, { unit: 'min', title, look });
    const marks = answer.sites.map(({ at }) => at);
    useStore.getState().set({ districtColours: colours && { ...colours, marks } });
  }, [answer, ids, title, look]);
}

function Minutes({ answer, districts, year }: AnswerProps) {
  const { t, format } = useWords();
  const origin = useOrigin();
  const teams = answer.sites.length;
  const rows = districts.map((place, row) => ({
    place,
    before: answer.beforeMin[row] as number,
    after: answer.afterMin[row] as number,
  }));
  const minutes = (value: number) => (Number.isFinite(value) ? format.number(value, 1, true) : '–');
  return (
    <>
      <DistrictTable
        caption={t('people.siting.caption', { year: String(year) })}
        rows={rows}
        first="after"
        columns={[
          {
            id: 'before',
            title: t('people.table.before'),
            value: ({ before }) => before,
            greatestFirst: true,
            cell: ({ before }) => minutes(before),
          },
          {
            id: 'after',
            title: t('people.table.after'),
            value: ({ after }) => after,
            greatestFirst: true,
            cell: ({ after }) => minutes(after),
          },
        ]}
      />
      <p className={style.note}>{t('people.siting.tableNote')}</p>
      <Exports
        file={fileName('dove-agire', String(teams), String(year))}
        csv={(flavour) => sitingCsv(answer, districts, { year, teams }, origin, flavour)}
      />
    </>
  );
}

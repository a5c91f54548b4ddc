// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { Site } from '../../../layers/ask/sites';
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
import { type Ends, endsAt } from './people-figures';
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
  useColours(useSiting(answer, districts, year));
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
            before: withRange(answer.unmetBeforeH, 'whole', words),
            after: withRange(answer.unmetAfterH, 'whole', words),
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

/** Minutes by district in colours on the map, and where the teams start from. */
function useSiting(answer: SitingAnswer, districts: readonly DistrictPlace[], year: number) {
  const { t } = useWords();
  const look = useStore((s) => s.look);
  const title = t('people.siting.title', { year: String(year) });
  return useMemo(() => {
    const ids = districts.map(({ id }) => id);
    const colours = districtColours(ids, answer.afterMin.value, MINUTE_CLASSES, { unit: 'min', title, look });
    const sites = answer.sites.map((site): Site => {
      const label = site.name || districtName(districts, site.district);
      return { kind: 'team', at: site.at, label, of: { kind: 'district', id: ids[site.district] ?? -1 } };
    });
    return colours && { ...colours, sites };
  }, [answer, districts, title, look]);
}

/** Another year on the second of two views. */
export function SitingSecond({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const teams = useStore((s) => s.people.teams);
  const hoursAWeek = useStore((s) => s.people.hoursAWeek);
  const answer = answerOf(usePeople({ kind: 'siting', year, teams, hoursAWeek }, String(year)).asked);
  return answer && <SecondColours answer={answer} districts={districts} year={year} />;
}

function SecondColours({ answer, districts, year }: AnswerProps) {
  useColours(useSiting(answer, districts, year), 'secondDistrictColours');
  return null;
}

interface MinutesRow {
  readonly place: DistrictPlace;
  /** Null where nothing is told, or no team is there today. */
  readonly before: Ends | null;
  readonly after: Ends | null;
}

function Minutes({ answer, districts, year }: AnswerProps) {
  const words = useWords();
  const { t } = words;
  const origin = useOrigin();
  const teams = answer.sites.length;
  const { beforeMin, afterMin } = answer;
  const rows: readonly MinutesRow[] = districts.map((place, row) => ({
    place,
    before: beforeMin && endsAt(beforeMin, row),
    after: endsAt(afterMin, row),
  }));
  const column = (id: 'before' | 'after') => ({
    id,
    title: t(`people.table.${id}`),
    value: (row: MinutesRow) => row[id]?.value ?? Number.NaN,
    greatestFirst: true,
    cell: (row: MinutesRow) =>
      id === 'before' && !beforeMin ? '–' : <Figure ends={row[id]} sense="minutes" words={words} />,
  });
  return (
    <>
      <DistrictTable
        caption={t('people.siting.caption', { year: String(year) })}
        rows={rows}
        first="after"
        columns={[column('before'), column('after')]}
      />
      <p className={style.note}>{t('people.siting.tableNote')}</p>
      <Exports
        file={fileName('dove-agire', String(teams), String(year))}
        csv={(flavour) => sitingCsv(answer, districts, { year, teams }, origin, flavour)}
      />
    </>
  );
}

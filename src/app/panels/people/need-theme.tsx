// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { NEED_PRESET_IDS, type NeedPresetId } from '../../../simulation/need-presets';
import type { NeedAnswer } from '../../../simulation/people-protocol';
import { type PeopleView, weightsOf } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { DistrictTable, Exports } from './district-table';
import { NeedWeights } from './need-weights';
import { NeedWhy } from './need-why';
import style from './people.module.css';
import { districtColours, NEED_CLASSES } from './people-colours';
import { needCsv } from './people-csv';
import {
  answerOf,
  changePeople,
  type DistrictPlace,
  useColours,
  useOrigin,
  usePeople,
  useSaid,
} from './people-hook';
import { indexRange, rankRangeText } from './people-words';
import { TopFive } from './top-five';

/** Where a need is greatest, how sure that is, and what it comes from. */
export function NeedTheme({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const { t } = useWords();
  const view = useStore((s) => s.people);
  const { preset } = view;
  const asking = usePeople(...questionOf(view, year));
  const answer = answerOf(asking.asked);
  return (
    <section className={style.section} aria-label={t('people.theme.need')} data-theme-of="need">
      <Choice
        label={t('people.need.presets')}
        value={preset}
        options={NEED_PRESET_IDS.map((value) => ({ value, text: t(`people.need.preset.${value}`) }))}
        onChange={(value) => changePeople({ preset: value as NeedPresetId, weights: {} })}
      />
      <AskingNote asking={asking} what={t('people.need.what')} />
      {answer && <Answer answer={answer} districts={districts} view={view} />}
      <NeedWeights view={view} />
      {answer && <Ranking answer={answer} districts={districts} view={view} />}
    </section>
  );
}

/** What is asked, and what about: the answer before stands meanwhile as long as that is the same. */
function questionOf(view: PeopleView, year: number) {
  const { preset, normalisation } = view;
  const need = { indicators: weightsOf(view), normalisation };
  return [{ kind: 'need', year, need }, `${preset} ${normalisation}`] as const;
}

interface AnswerProps {
  readonly answer: NeedAnswer;
  readonly districts: readonly DistrictPlace[];
  readonly view: PeopleView;
}

/** Rows of the answer, from the most need to the least; those without an index are left out. */
const byRank = ({ ranks }: NeedAnswer): number[] =>
  Array.from(ranks, (_, row) => row)
    .filter((row) => (ranks[row] as number) > 0)
    .sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b);

function Answer({ answer, districts, view }: AnswerProps) {
  const words = useWords();
  const { t } = words;
  const chosen = useStore((s) => (s.selection?.kind === 'district' ? s.selection.id : null));
  const order = useMemo(() => byRank(answer), [answer]);
  const { title, colours } = useNeed(answer, view);
  useColours(colours);
  const first = order[0];
  const firstName = first === undefined ? '' : (districts[first]?.name ?? '');
  useSaid(
    first === undefined
      ? null
      : t('people.need.said', {
          title,
          name: firstName,
          ranks: rankRangeText(answer.lowRank[first] as number, answer.highRank[first] as number, words),
        }),
  );
  if (first === undefined) return <p className={style.note}>{t('people.need.none')}</p>;
  const chosenRow = chosen === null ? -1 : answer.districts.indexOf(chosen);
  const explained = chosenRow >= 0 ? chosenRow : first;
  return (
    <>
      <TopFive answer={answer} districts={districts} order={order} view={view} />
      <NeedWhy answer={answer} place={districts[explained]} row={explained} count={order.length} />
    </>
  );
}

/** What the map says of a year, in colours. */
function useNeed(answer: NeedAnswer, { preset, normalisation }: PeopleView) {
  const { t } = useWords();
  const look = useStore((s) => s.look);
  const unit = t(`people.need.unit.${normalisation}`);
  const title = t('people.need.title', {
    need: t(`people.need.preset.${preset}`),
    year: String(answer.year),
    unit,
  });
  const colours = useMemo(() => {
    const form = { unit, title, look, untold: 'unknown' } as const;
    return districtColours(answer.districts, answer.index, NEED_CLASSES[normalisation], form);
  }, [answer, normalisation, unit, title, look]);
  return { title, colours };
}

/** Another year on the second of two views. */
export function NeedSecond({ year }: { year: number }) {
  const view = useStore((s) => s.people);
  const answer = answerOf(usePeople(...questionOf(view, year)).asked);
  return answer && <SecondColours answer={answer} view={view} />;
}

function SecondColours({ answer, view }: Omit<AnswerProps, 'districts'>) {
  useColours(useNeed(answer, view).colours, 'secondDistrictColours');
  return null;
}

function Ranking({ answer, districts, view }: AnswerProps) {
  const words = useWords();
  const { t, format } = words;
  const origin = useOrigin();
  const rows = districts.map((place, row) => ({ place, row }));
  const known = (row: number) => (answer.ranks[row] as number) > 0;
  const told = {
    need: t(`people.need.preset.${view.preset}`),
    year: String(answer.year),
    unit: t(`people.need.unit.${view.normalisation}`),
  };
  return (
    <>
      <DistrictTable
        caption={t('people.need.caption', told)}
        rows={rows}
        first="rank"
        columns={[
          {
            id: 'rank',
            title: t('people.table.rank'),
            value: ({ row }) => (known(row) ? (answer.ranks[row] as number) : Number.NaN),
            greatestFirst: false,
            cell: ({ row }) =>
              known(row) ? (
                <span className={style.figure}>
                  <b>{format.number(answer.ranks[row] as number)}</b>
                  <small>
                    {t('people.range', {
                      low: format.number(answer.lowRank[row] as number),
                      high: format.number(answer.highRank[row] as number),
                    })}
                  </small>
                </span>
              ) : (
                <small className={style.withheld}>{t('people.need.noIndex')}</small>
              ),
          },
          {
            id: 'index',
            title: t('people.table.index'),
            value: ({ row }) => answer.index[row] as number,
            greatestFirst: true,
            cell: ({ row }) =>
              known(row) ? (
                <span className={style.figure}>
                  <b>{format.number(answer.index[row] as number, 2, true)}</b>
                  <small>{indexRange(answer, row, words)}</small>
                  <small>
                    {t('people.need.worst', { share: format.percent(answer.inWorstFifth[row] as number, 0) })}
                  </small>
                </span>
              ) : (
                '–'
              ),
          },
        ]}
      />
      <p className={style.note}>{t('people.need.tableNote')}</p>
      <Exports
        file={fileName('bisogno', view.preset, String(answer.year))}
        csv={(flavour) => needCsv(answer, districts, view, origin, flavour)}
      />
    </>
  );
}

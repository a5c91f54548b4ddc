// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { GREEN_FIGURES, type GreenAnswer, type GreenFigure } from '../../../simulation/green-protocol';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { FigureTable } from './figure-table';
import style from './people.module.css';
import { districtColours, greenClasses } from './people-colours';
import { type Ends, endsAt } from './people-figures';
import { answerOf, changePeople, type DistrictPlace, useColours, usePeople, useSaid } from './people-hook';
import { type Sense, withRange } from './people-words';

type Found = NonNullable<GreenAnswer['found']>;

/** As the legend and a file know them; shares are told in per cent on the screen. */
const UNITS: Readonly<Record<GreenFigure, string>> = {
  trees: '%',
  canopy: '%',
  park: '%',
  smallPark: '%',
  warmerC: '°C',
  mitigation: '1',
};
const SENSES: Readonly<Record<GreenFigure, Sense>> = {
  trees: 'share',
  canopy: 'share',
  park: 'share',
  smallPark: 'share',
  warmerC: 'number',
  mitigation: 'number',
};

/** Trees in view, crowns, parks near home, and how warm a summer night is. */
export function GreenTheme({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const { t } = useWords();
  const figure = useStore((s) => s.people.green);
  const asking = usePeople({ kind: 'green', year }, String(year));
  const answer = answerOf(asking.asked);
  return (
    <section className={style.section} aria-label={t('people.theme.green')} data-theme-of="green">
      <Choice
        label={t('green.figure')}
        value={figure}
        options={GREEN_FIGURES.map((value) => ({ value, text: t(`green.figures.${value}`) }))}
        onChange={(value) => changePeople({ green: value as GreenFigure })}
      />
      <AskingNote asking={asking} what={t('green.what')} />
      {answer &&
        (answer.found ? (
          <Answer year={answer.year} found={answer.found} districts={districts} figure={figure} />
        ) : (
          <p className={style.note}>{t('green.none')}</p>
        ))}
    </section>
  );
}

interface AnswerProps {
  readonly year: number;
  readonly found: Found;
  readonly districts: readonly DistrictPlace[];
  readonly figure: GreenFigure;
}

function Answer({ year, found, districts, figure }: AnswerProps) {
  const words = useWords();
  const { t } = words;
  const { rows, title, colours } = useGreen(year, found, districts);
  useColours(colours);
  return (
    <>
      <Sentences found={found} year={year} count={districts.length} />
      <FigureTable
        caption={title}
        title={t(`green.figures.${figure}`)}
        rows={rows}
        sense={SENSES[figure]}
        untold={<small className={style.withheld}>{t('green.untold')}</small>}
        file={fileName('verde', figure, String(year))}
        about={{ indicator: `green ${figure}`, unit: UNITS[figure], year }}
        fileRows={rows.map(({ place, ends }) => ({ place, ends: ends && scaled(ends, figure) }))}
      />
    </>
  );
}

function Sentences({ found, year, count }: { found: Found; year: number; count: number }) {
  const words = useWords();
  const { t, format } = words;
  const { city } = found;
  const sentence = city
    ? t('green.rule', {
        year: String(year),
        trees: withRange(city.trees, 'share', words),
        canopy: withRange(city.canopy, 'share', words),
        park: withRange(city.park, 'share', words),
        smallPark: withRange(city.smallPark, 'share', words),
        all: withRange(city.all, 'share', words),
        none: withRange(city.none, 'share', words),
      })
    : t('green.nothing');
  useSaid(sentence);
  return (
    <>
      <p className={style.sentence} data-green>
        {sentence}
      </p>
      {city && <p data-green-heat>{t('green.heat', { warmer: withRange(city.warmerC, 'number', words) })}</p>}
      <p className={style.note}>
        {t('green.told', {
          told: format.number(found.told),
          all: format.number(count),
          trees: format.number(found.trees),
          small: format.number(found.parks[0]),
          large: format.number(found.parks[1]),
        })}
      </p>
      <p className={style.note}>{t('green.note')}</p>
      <Vintage />
      <p className={style.note}>{t('green.compare')}</p>
    </>
  );
}

/** Of when the trees are: what they alone make is of no other year. */
function useTreesDate(): string {
  const { format } = useWords();
  const sources = useStore((s) => s.catalogue?.themes.find(({ id }) => id === 'trees')?.sources);
  const dates = (sources ?? []).filter(({ kept }) => kept > 0).map(({ vintage }) => format.date(vintage));
  return format.list([...new Set(dates)]);
}

/** Of which year the trees are, as their sources state it. */
function Vintage() {
  const { t, format } = useWords();
  const language = useStore((s) => s.language);
  const catalogue = useStore((s) => s.catalogue);
  const trees = catalogue?.themes.find(({ id }) => id === 'trees');
  if (!trees) return null;
  const sources = trees.sources
    .filter(({ kept }) => kept > 0)
    .map(({ title, vintage }) =>
      t('green.source', {
        title: title[language],
        vintage: format.date(vintage),
      }),
    );
  return (
    <p className={style.note} data-green-vintage>
      {t('green.vintage', { sources: format.list(sources) })}
    </p>
  );
}

/** Shares as per cent: what the legend and the file say. */
function scaled(ends: Ends, figure: GreenFigure): Ends {
  const scale = UNITS[figure] === '%' ? 100 : 1;
  return { value: scale * ends.value, low: scale * ends.low, high: scale * ends.high };
}

/** A figure by district, and its colours on the map. */
function useGreen(year: number, found: Found, districts: readonly DistrictPlace[]) {
  const { t } = useWords();
  const look = useStore((s) => s.look);
  const figure = useStore((s) => s.people.green);
  const rows = useMemo(
    () => districts.map((place, row) => ({ place, ends: endsAt(found.byDistrict[figure], row) })),
    [districts, found, figure],
  );
  const title = t(`green.title.${figure}`, { year: String(year), trees: useTreesDate() });
  const colours = useMemo(() => {
    const ids = districts.map(({ id }) => id);
    const values = rows.map(({ ends }) => (ends ? scaled(ends, figure).value : Number.NaN));
    const about = { unit: UNITS[figure], title, look, untold: 'unknown' } as const;
    return districtColours(ids, values, greenClasses(figure, values), about);
  }, [districts, rows, figure, title, look]);
  return { rows, title, colours };
}

/** Another year on the second of two views. */
export function GreenSecond({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const answer = answerOf(usePeople({ kind: 'green', year }, String(year)).asked);
  return answer?.found && <SecondColours year={answer.year} found={answer.found} districts={districts} />;
}

function SecondColours({ year, found, districts }: Omit<AnswerProps, 'figure'>) {
  useColours(useGreen(year, found, districts).colours, 'secondDistrictColours');
  return null;
}

// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { ShopsAnswer } from '../../../simulation/shops-protocol';
import {
  SHOP_FIGURES,
  SHOWN_SHOP_SECTORS,
  type ShopFigure,
  type ShopSectorView,
} from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { FigureTable } from './figure-table';
import style from './people.module.css';
import { type Classes, districtColours } from './people-colours';
import { endsAt } from './people-figures';
import { answerOf, changePeople, type DistrictPlace, useColours, usePeople, useSaid } from './people-hook';
import { type Sense, withRange } from './people-words';

type Found = NonNullable<ShopsAnswer['found']>;

const SENSES: Readonly<Record<ShopFigure, Sense>> = { visits: 'whole', share: 'share', balance: 'number' };
const UNITS: Readonly<Record<ShopFigure, string>> = {
  visits: 'visits/day',
  share: 'share of the city',
  balance: 'visits received per visit made',
};
/** The same in every year; visits of one sector are half as many as of all. */
const CLASSES: Readonly<Record<Exclude<ShopFigure, 'visits'> | 'allVisits' | 'sectorVisits', Classes>> = {
  allVisits: { breaks: [2000, 5000, 10_000, 20_000, 40_000], palette: 'viridis', reversed: true },
  sectorVisits: { breaks: [1000, 2500, 5000, 10_000, 20_000], palette: 'viridis', reversed: true },
  share: { breaks: [0.25, 0.5, 1, 2, 4], palette: 'viridis', reversed: true },
  balance: { breaks: [0.5, 0.8, 1.25, 2], palette: 'purple-orange' },
};
const classesOf = (sector: ShopSectorView, figure: ShopFigure): Classes =>
  CLASSES[figure !== 'visits' ? figure : sector === 'all' ? 'allVisits' : 'sectorVisits'];
/** As the legend writes it: shares in per cent. */
const LEGEND_UNITS: Readonly<Record<ShopFigure, string>> = { visits: '1', share: '%', balance: '1' };

/** Where one goes to shop and to eat, on a weekday of a year. */
export function ShopsTheme({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const { t } = useWords();
  const sector = useStore((s) => s.people.shopSector);
  const figure = useStore((s) => s.people.shopFigure);
  const asking = usePeople({ kind: 'shops', year }, String(year));
  const answer = answerOf(asking.asked);
  return (
    <section className={style.section} aria-label={t('people.theme.shops')} data-theme-of="shops">
      <Choice
        label={t('people.shops.sector')}
        value={sector}
        options={SHOWN_SHOP_SECTORS.map((value) => ({ value, text: t(`people.shops.sectors.${value}`) }))}
        onChange={(value) => changePeople({ shopSector: value as ShopSectorView })}
      />
      <Choice
        label={t('people.shops.figure')}
        value={figure}
        options={SHOP_FIGURES.map((value) => ({ value, text: t(`people.shops.figures.${value}`) }))}
        onChange={(value) => changePeople({ shopFigure: value as ShopFigure })}
      />
      <AskingNote asking={asking} what={t('people.shops.what')} />
      {answer &&
        (answer.found ? (
          <Answer
            year={answer.year}
            found={answer.found}
            districts={districts}
            sector={sector}
            figure={figure}
          />
        ) : (
          <p className={style.note}>{t('people.shops.none')}</p>
        ))}
    </section>
  );
}

interface Shown {
  readonly year: number;
  readonly found: Found;
  readonly districts: readonly DistrictPlace[];
  readonly sector: ShopSectorView;
  readonly figure: ShopFigure;
}

function Answer(shown: Shown) {
  const { year, found, sector, figure } = shown;
  const words = useWords();
  const { t } = words;
  const { visits, rows, sectorName, title, colours } = useShops(shown);
  useColours(colours);
  const sentence = t('people.shops.city', {
    sector: sectorName,
    year: String(year),
    visits: withRange(visits.city, 'whole', words),
    work: withRange(found.fromWork, 'share', words),
  });
  useSaid(sentence);
  return (
    <>
      <p className={style.sentence} data-shops>
        {sentence}
      </p>
      <p className={style.note}>{t('people.shops.note')}</p>
      {figure === 'balance' && <p className={style.note}>{t('people.shops.balanceNote')}</p>}
      <Counted found={found} />
      <FigureTable
        caption={title}
        title={t(`people.shops.figures.${figure}`)}
        rows={rows}
        sense={SENSES[figure]}
        file={fileName('negozi', sector, figure, String(year))}
        about={{ indicator: `${sector} ${figure}`, unit: UNITS[figure], year }}
      />
    </>
  );
}

/** What the figures rest on: counts, of when they are, and of whom nothing is told. */
function Counted({ found: { counted, untold } }: { found: Found }) {
  const { t, format } = useWords();
  const sources = useStore((s) => s.catalogue?.themes.find(({ id }) => id === 'businesses')?.sources);
  const vintages = new Set(
    (sources ?? [])
      .filter(({ id, kept }) => id === 'business-counts' && kept > 0)
      .map(({ vintage }) => format.date(vintage)),
  );
  return (
    <>
      <p className={style.note} data-counted>
        {t('people.shops.counted', {
          neighbourhood: format.number(counted.neighbourhood),
          large: format.number(counted.large),
          food: format.number(counted.foodAndDrink),
          vintage: [...vintages].join(', '),
        })}
      </p>
      {untold > 0 && (
        <p className={style.note}>{t('people.shops.untold', { count: untold, n: format.number(untold) })}</p>
      )}
    </>
  );
}

/** A figure by district, and its colours on the map. */
function useShops({ year, found, districts, sector, figure }: Shown) {
  const { t } = useWords();
  const look = useStore((s) => s.look);
  const visits = sector === 'all' ? found.all : found.of[sector];
  const rows = useMemo(
    () => districts.map((place, row) => ({ place, ends: endsAt(visits[figure], row) })),
    [districts, visits, figure],
  );
  const sectorName = t(`people.shops.sectors.${sector}`);
  const title = t(`people.shops.title.${figure}`, { sector: sectorName, year: String(year) });
  const colours = useMemo(() => {
    const ids = districts.map(({ id }) => id);
    const scale = figure === 'share' ? 100 : 1;
    const values = rows.map(({ ends }) => (ends ? ends.value * scale : Number.NaN));
    const about = { unit: LEGEND_UNITS[figure], title, look };
    return districtColours(ids, values, classesOf(sector, figure), about);
  }, [districts, rows, sector, figure, title, look]);
  return { visits, rows, sectorName, title, colours };
}

/** Another year on the second of two views. */
export function ShopsSecond({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const sector = useStore((s) => s.people.shopSector);
  const figure = useStore((s) => s.people.shopFigure);
  const answer = answerOf(usePeople({ kind: 'shops', year }, String(year)).asked);
  return (
    answer?.found && (
      <SecondColours {...{ year: answer.year, found: answer.found, districts, sector, figure }} />
    )
  );
}

function SecondColours(shown: Shown) {
  useColours(useShops(shown).colours, 'secondDistrictColours');
  return null;
}

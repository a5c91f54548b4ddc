// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ThemeId } from '../../../city/catalogue';
import { isSmall } from '../../../city/disclosure';
import type { LonLat } from '../../../city/frames';
import { cityFiles } from '../../state/city-files';
import { useStore } from '../../state/store';
import type { Formats } from '../../text/format';
import { useFormats, useLoaded } from '../hooks';
import { AgePyramid } from './age-pyramid';
import { AgeShares } from './age-shares';
import { CardFrame } from './card';
import style from './card.module.css';
import { type District, districtOf } from './district-facts';
import type { Fact } from './fact';
import { OfPlace } from './of-place';
import { OfScenario } from './of-scenario';
import { CardFailed, CardWaiting, Facts, SourceNotes } from './parts';

/** A district (NIL): how many live there, how old they are, how close together. */
export default function DistrictCard({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded, retry] = useLoaded(catalogue && `${cityUrl} district ${id}`, async () => {
    const files = cityFiles(catalogue!, cityUrl);
    const [zones, population, pyramid, at] = await Promise.all([
      files.columns('zones'),
      files.columnsIfAny('population'),
      files.columnsIfAny('population-pyramid'),
      placeOf(files, id),
    ]);
    const tables = { zones, population: population ?? undefined, pyramid: pyramid ?? undefined };
    return { district: districtOf(tables, id), at };
  });
  const kicker = t('district.kicker', { id });
  if (loaded.state === 'loading')
    return (
      <CardFrame kicker={kicker} title={null}>
        <CardWaiting />
      </CardFrame>
    );
  if (loaded.state === 'failed' || !loaded.value.district)
    return (
      <CardFrame kicker={kicker} title={kicker}>
        {loaded.state === 'failed' ? (
          <CardFailed fault={loaded.fault} retry={retry} />
        ) : (
          <p className={style.message}>{t('card.notFound')}</p>
        )}
      </CardFrame>
    );
  const { district, at } = loaded.value;
  const { population, pyramid } = district;
  const theme = (id: ThemeId) => catalogue?.themes.find((each) => each.id === id);
  const sources = theme('population')?.sources ?? [];
  const whole = district.municipio
    ? `${kicker} · ${t('district.municipio', { n: district.municipio })}`
    : kicker;
  return (
    <CardFrame kicker={whole} title={district.name} at={at} zoom={14.2} list="district">
      <OfScenario chosen={{ kind: 'district', id }} />
      {population ? (
        <Headline district={district} />
      ) : (
        <p className={style.message}>{t('district.noPopulation')}</p>
      )}
      {population &&
        (district.withheld ? (
          <p className={style.message}>{t('district.agesWithheld')}</p>
        ) : (
          <AgeShares population={population} />
        ))}
      <Facts facts={districtFacts(district, t, format)} />
      {pyramid === 'withheld' ? (
        <p className={style.message}>{t('district.pyramidWithheld')}</p>
      ) : (
        pyramid && <AgePyramid pyramid={pyramid} />
      )}
      <OfPlace about={{ kind: 'district', id }} />
      {theme('boundaries')?.synthetic && <p className={style.synthetic}>{t('district.synthetic')}</p>}
      <SourceNotes sources={sources.filter((source) => source.kept > 0)} />
    </CardFrame>
  );
}

/** The one number one looks for, and where it was. */
function Headline({ district: { population, before, withheld } }: { district: District }) {
  const { t } = useTranslation();
  const format = useFormats();
  if (!population) return null;
  const few = withheld === 'all';
  const change = before ? population.total / before.total - 1 : 0;
  return (
    <p className={style.headline}>
      <strong>{few ? t('district.withheld') : format.number(population.total)}</strong>
      <span>
        {t('district.people', { count: few ? 0 : population.total })}{' '}
        {t('district.inYear', { year: format.year(population.year) })}
        {before && !few && !isSmall(before.total) && (
          <em>
            {change === 0
              ? t('district.unchanged', { year: format.year(before.year) })
              : t('district.sinceYear', {
                  change: format.signedPercent(change),
                  year: format.year(before.year),
                })}
          </em>
        )}
      </span>
    </p>
  );
}

function districtFacts({ areaM2, population, withheld }: District, t: TFunction, format: Formats): Fact[] {
  const facts: Fact[] = [];
  const add = (id: string, label: string, value: string) => facts.push({ id, label, value });
  const few = withheld === 'all';
  if (population && !few && areaM2 > 0)
    add('density', t('district.density'), format.density(population.total / (areaM2 / 1e6)));
  if (areaM2 > 0) add('area', t('district.area'), format.area(areaM2));
  if (!population || few) return facts;
  const { households, total } = population;
  const told = (persons: number, text: string) => (isSmall(persons) ? t('district.withheld') : text);
  if (households > 0) {
    add('households', t('district.households'), format.number(households));
    add('size', t('district.householdSize'), format.number(total / households, 1, true));
    const { singleHouseholds } = population;
    add(
      'alone',
      t('district.alone'),
      told(singleHouseholds, format.percent(singleHouseholds / households, 0)),
    );
  }
  const { aloneAged80Plus, foreigners } = population;
  add('aloneAged', t('district.aloneAged'), told(aloneAged80Plus, format.number(aloneAged80Plus)));
  add('foreigners', t('district.foreigners'), told(foreigners, format.percent(foreigners / total, 1)));
  return facts;
}

/** A point inside the district, from its row in the table. */
async function placeOf(files: ReturnType<typeof cityFiles>, id: number): Promise<LonLat | undefined> {
  if (files.pages('district') === 0) return undefined;
  const table = await files.page('district', 0);
  const column = table.columns.indexOf('id');
  return table.at[table.rows.findIndex((row) => Number(row[column]) === id)];
}

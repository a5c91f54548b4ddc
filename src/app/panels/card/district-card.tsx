// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThemeId } from '../../../city/catalogue';
import type { LonLat } from '../../../city/frames';
import { type District, districtOf } from '../../../query/district';
import { cityFiles } from '../../state/city-files';
import { canAskPeople } from '../../state/people-asking';
import { useStore } from '../../state/store';
import { useWindows } from '../../state/windows';
import { loadPart } from '../../text/texts';
import { TextButton } from '../controls';
import { TermHelp } from '../glossary/term-help';
import { useFormats, useLoaded } from '../hooks';
import { onDemand } from '../on-demand';
import { AgePyramid } from './age-pyramid';
import { AgeShares } from './age-shares';
import { CardFrame } from './card';
import style from './card.module.css';
import { OfPlace } from './of-place';
import { OfScenario } from './of-scenario';
import { CardFailed, CardWaiting, Facts, SourceNotes } from './parts';
import { registerFacts } from './register-facts';

const YearPyramid = onDemand(() =>
  Promise.all([import('./year-pyramid'), loadPart('people', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** A district (NIL): how many live there, how old they are, how close together. */
export default function DistrictCard({ id }: { id: number }) {
  const { t } = useTranslation();
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
  const whole = district.municipio
    ? `${kicker} · ${t('district.municipio', { n: district.municipio })}`
    : kicker;
  return (
    <CardFrame
      kicker={whole}
      help={<TermHelp term="nil" name="NIL" />}
      title={district.name}
      at={at}
      zoom={14.2}
      list="district"
    >
      <OfScenario chosen={{ kind: 'district', id }} />
      <Register district={district} />
      <InItsYear district={district} />
      <OfPlace about={{ kind: 'district', id }} />
      <p>
        <TextButton kind="quiet" onPress={() => useWindows.setState({ sheet: id })} data-opens-sheet>
          {t('district.sheet')}
        </TextButton>
      </p>
      <Sources />
    </CardFrame>
  );
}

/** Who lives there, as far as it may be told. */
function Register({ district }: { district: District }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { population, pyramid, withheld } = district;
  return (
    <>
      {population ? (
        <Headline district={district} />
      ) : (
        <p className={style.message}>{t('district.noPopulation')}</p>
      )}
      {population &&
        (withheld ? (
          <p className={style.message}>{t('district.agesWithheld')}</p>
        ) : (
          <AgeShares population={population} />
        ))}
      <Facts facts={registerFacts(district, t, format)} terms={{ density: 'density' }} />
      {pyramid === 'withheld' ? (
        <p className={style.message}>{t('district.pyramidWithheld')}</p>
      ) : (
        pyramid && <AgePyramid pyramid={pyramid} />
      )}
    </>
  );
}

/** Its ages in the clock's year, where the city has what they are forecast from. */
function InItsYear({ district: { id, population, withheld, pyramid } }: { district: District }) {
  const can = useStore((s) => s.catalogue !== null && canAskPeople(s.catalogue, 'population'));
  if (!can || !population || withheld === 'all') return null;
  return (
    <Suspense>
      <YearPyramid id={id} census={pyramid && pyramid !== 'withheld' ? pyramid : null} />
    </Suspense>
  );
}

function Sources() {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const theme = (id: ThemeId) => catalogue?.themes.find((each) => each.id === id);
  const sources = theme('population')?.sources ?? [];
  return (
    <>
      {theme('boundaries')?.synthetic && <p className={style.synthetic}>{t('district.synthetic')}</p>}
      <SourceNotes sources={sources.filter((source) => source.kept > 0)} />
    </>
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
        {before && !few && (
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

/** A point inside the district, from its row in the table. */
async function placeOf(files: ReturnType<typeof cityFiles>, id: number): Promise<LonLat | undefined> {
  if (files.pages('district') === 0) return undefined;
  const table = await files.page('district', 0);
  const column = table.columns.indexOf('id');
  return table.at[table.rows.findIndex((row) => Number(row[column]) === id)];
}

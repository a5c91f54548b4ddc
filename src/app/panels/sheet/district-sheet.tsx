// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { SourceEntry, ThemeId } from '../../../city/catalogue';
import { type District, districtOf } from '../../../query/district';
import { type SheetCounts, sheetCounts } from '../../../query/district-sheet';
import { cityFiles } from '../../state/city-files';
import { canAskPeople } from '../../state/people-asking';
import { useStore } from '../../state/store';
import { codes } from '../../text/it-codes';
import { legend } from '../../text/it-legend';
import { places } from '../../text/it-places';
import { AgePyramid } from '../card/age-pyramid';
import type { Fact } from '../card/fact';
import { CardFailed, Facts } from '../card/parts';
import { registerFacts } from '../card/register-facts';
import { TextButton } from '../controls';
import { useFormats, useLoaded } from '../hooks';
import { useSynthetic } from '../people/people-hook';
import { themesText } from '../people/people-sources';
import { PanelWindow } from '../window';
import style from './sheet.module.css';
import { SheetForecast } from './sheet-forecast';

/** Classes and kinds that a sheet has room for. */
const MOST_LINES = 7;

/** What there is to say of a district on one page of A4. */
export default function DistrictSheet({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded, retry] = useLoaded(catalogue && `${cityUrl} sheet ${id}`, async () => {
    const files = cityFiles(catalogue!, cityUrl);
    const [zones, population, pyramid, buildings, services, greenAreas, businesses, roadLinks] =
      await Promise.all([
        files.columns('zones'),
        files.columnsIfAny('population'),
        files.columnsIfAny('population-pyramid'),
        files.columnsIfAny('buildings'),
        files.columnsIfAny('services'),
        files.columnsIfAny('green-areas'),
        files.columnsIfAny('businesses'),
        files.columnsIfAny('road-links'),
      ]);
    return {
      district: districtOf({ zones, ...(population && { population }), ...(pyramid && { pyramid }) }, id),
      counts: sheetCounts({ zones, buildings, services, greenAreas, businesses, roadLinks }, id),
    };
  });
  const name = loaded.state === 'ready' ? (loaded.value.district?.name ?? '') : '';
  return (
    <PanelWindow title={t('sheet.title', { name })} closeLabel={t('sheet.close')} wide onClose={onClose}>
      {loaded.state === 'failed' && <CardFailed fault={loaded.fault} retry={retry} />}
      {loaded.state === 'ready' && loaded.value.district && (
        <Sheet district={loaded.value.district} counts={loaded.value.counts} />
      )}
    </PanelWindow>
  );
}

function Sheet({ district, counts }: { district: District; counts: SheetCounts }) {
  const { t } = useTranslation();
  const format = useFormats();
  const synthetic = useSynthetic();
  const can = useStore((s) => s.catalogue !== null && canAskPeople(s.catalogue, 'population'));
  const { id, areaM2 } = district;
  return (
    <article className={style.sheet} data-sheet={id}>
      <p className={style.of}>
        {t('sheet.of', {
          id,
          area: format.area(areaM2),
          date: format.date(new Date().toISOString().slice(0, 10)),
        })}
      </p>
      {synthetic && <p className={style.synthetic}>{t('people.synthetic')}</p>}
      <div className={style.columns}>
        <People district={district} />
        <div>
          <Section title={t('sheet.homes')} facts={useHomes(counts)} />
          <Section title={t('sheet.green')} facts={useGreen(counts, district)} />
        </div>
      </div>
      {can && <SheetForecast id={id} />}
      <div className={style.columns}>
        <Section title={t('sheet.schools')} facts={useServices(counts)} />
        <Section title={t('sheet.shops')} facts={useShops(counts)} />
      </div>
      <Foot />
    </article>
  );
}

function Section({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section className={style.section}>
      <h3>{title}</h3>
      <Facts facts={facts} />
    </section>
  );
}

function People({ district }: { district: District }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { population, withheld, pyramid } = district;
  if (!population) return <p>{t('district.noPopulation')}</p>;
  const residents: Fact = {
    id: 'residents',
    label: t('sheet.residents'),
    value: withheld === 'all' ? t('district.withheld') : format.number(population.total),
  };
  return (
    <section className={style.section}>
      <h3>{t('sheet.people', { year: format.year(population.year) })}</h3>
      <Facts facts={[residents, ...registerFacts(district, t, format).filter(({ id }) => id !== 'area')]} />
      {!withheld && (
        <p className={style.note}>
          {t('sheet.ages', {
            minors: format.percent(population.minors / population.total, 1),
            aged65Plus: format.percent(population.aged65Plus / population.total, 1),
          })}
        </p>
      )}
      {pyramid && pyramid !== 'withheld' && (
        <div className={style.pyramid}>
          <AgePyramid pyramid={pyramid} />
        </div>
      )}
    </section>
  );
}

function useHomes({ buildings }: SheetCounts): Fact[] {
  const { t } = useTranslation();
  const format = useFormats();
  if (!buildings) return [{ id: 'buildings', label: t('sheet.buildings'), value: t('sheet.unknown') }];
  const { count, medianYear, yearKnown } = buildings;
  return [
    { id: 'buildings', label: t('sheet.buildings'), value: format.number(count) },
    {
      id: 'medianYear',
      label: t('sheet.medianYear'),
      value:
        medianYear === null
          ? t('sheet.unknown')
          : t('sheet.yearKnown', { year: format.year(medianYear), n: format.number(yearKnown) }),
    },
  ];
}

function useGreen({ green, mainStreetM }: SheetCounts, { population, withheld }: District): Fact[] {
  const { t } = useTranslation();
  const format = useFormats();
  const unknown = t('sheet.unknown');
  const residents = population && withheld !== 'all' ? population.total : 0;
  return [
    {
      id: 'parks',
      label: t('sheet.parks'),
      value: green
        ? t('sheet.parksValue', { n: format.number(green.count), area: format.area(green.areaM2) })
        : unknown,
    },
    ...(green && residents > 0
      ? [{ id: 'perResident', label: t('sheet.perResident'), value: format.area(green.areaM2 / residents) }]
      : []),
    {
      id: 'streets',
      label: t('sheet.streets'),
      value: mainStreetM === null ? unknown : format.length(mainStreetM, 0),
    },
  ];
}

function useServices({ services, pupils }: SheetCounts): Fact[] {
  const { t } = useTranslation();
  const format = useFormats();
  if (!services) return [{ id: 'services', label: t('sheet.schools'), value: t('sheet.unknown') }];
  return [
    ...services.slice(0, MOST_LINES).map(({ class: id, count }) => ({
      id,
      label: Object.hasOwn(legend.services, id)
        ? t(`legend.services.${id as 'school'}`)
        : Object.hasOwn(codes.class.service, id)
          ? t(`class.service.${id as 'school'}`)
          : id,
      value: format.number(count),
    })),
    ...(pupils ? [{ id: 'pupils', label: t('sheet.pupils'), value: format.number(pupils) }] : []),
  ];
}

function useShops({ businesses }: SheetCounts): Fact[] {
  const { t } = useTranslation();
  const format = useFormats();
  if (!businesses) return [{ id: 'shops', label: t('sheet.shops'), value: t('sheet.unknown') }];
  return businesses.slice(0, MOST_LINES).map(({ kind, count }) => ({
    id: kind,
    label: Object.hasOwn(places.businesses.kind, kind)
      ? t(`places.businesses.kind.${kind as 'coworking'}`)
      : kind,
    value: format.number(count),
  }));
}

const THEMES: readonly ThemeId[] = [
  'population',
  'buildings',
  'services',
  'greenery',
  'businesses',
  'streets',
];

function Foot() {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  // What leaves the screen on paper bears its licence.
  const nameOf = ({ publisher, licence }: SourceEntry) =>
    `${publisher}, ${licence.id === 'unstated' ? t('source.licenceUnstated') : licence.name}`;
  const print = () => globalThis.print();
  return (
    <>
      {catalogue && (
        <p className={style.foot} data-sources>
          {t('sheet.sources', { sources: themesText(catalogue, THEMES, { t, format }, { nameOf }) })}
        </p>
      )}
      <p className={style.foot}>{t('sheet.footer')}</p>
      <p className={style.print}>
        <TextButton primary onPress={print}>
          {t('sheet.print')}
        </TextButton>
      </p>
    </>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import {
  type BusinessMix,
  businessMixes,
  LEAST_RESIDENTS,
  newestResidents,
  rankOf,
} from '../../../city/business-mix';
import { cityFiles } from '../../state/city-files';
import { useStore } from '../../state/store';
import type { places } from '../../text/it-places';
import { useFormats, useLoaded } from '../hooks';
import card from './card.module.css';
import type { Fact } from './fact';
import { CardFailed, Facts } from './parts';
import style from './places.module.css';

type Kind = keyof typeof places.businesses.kind;

interface Businesses {
  readonly mixes: readonly BusinessMix[];
  readonly residents: ReadonlyMap<number, number>;
}

/** In the card of a district: its businesses, how many for the residents, how various, and its place. */
export function DistrictBusinesses({ id }: { id: number }) {
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [loaded, retry] = useLoaded(catalogue && `${cityUrl} businesses`, async () => {
    const files = cityFiles(catalogue!, cityUrl);
    const [businesses, population] = await Promise.all([
      files.columnsIfAny('businesses'),
      files.columnsIfAny('population'),
    ]);
    const residents = population ? newestResidents(population) : new Map<number, number>();
    return { mixes: businesses ? businessMixes(businesses, residents) : [], residents };
  });
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  return loaded.state === 'ready' ? <Figures id={id} {...loaded.value} /> : null;
}

function Figures({ id, mixes, residents }: Businesses & { id: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const own = mixes.find(({ zone }) => zone === id);
  if (!own) return null;
  const perRank = rankOf(mixes, id, (mix) => mix.per1000);
  const varietyRank = rankOf(mixes, id, (mix) => mix.equalKinds);
  const ordinal = (place: { rank: number; of: number }) => ({
    rank: format.number(place.rank),
    of: format.number(place.of),
  });
  const facts: Fact[] = [
    { id: 'businesses', label: t('places.businesses.total'), value: format.number(own.total) },
    {
      id: 'per-1000',
      label: t('places.businesses.per1000'),
      value: perRank
        ? t('places.businesses.perRank', { n: format.number(own.per1000, 1), ...ordinal(perRank) })
        : t('places.businesses.few'),
    },
  ];
  if (varietyRank)
    facts.push({
      id: 'variety',
      label: t('places.businesses.variety'),
      value: t('places.businesses.varietyIs', {
        shannon: format.number(own.shannon, 2, true),
        kinds: format.number(own.equalKinds, 2, true),
        ...ordinal(varietyRank),
      }),
    });
  return (
    <section className={style.block} aria-label={t('places.businesses.title')} data-businesses>
      <h3 className={style.title}>{t('places.businesses.title')}</h3>
      <Facts facts={facts} />
      <KindsTable id={id} own={own} mixes={mixes} residents={residents} />
      <p className={style.under}>{t('places.businesses.note')}</p>
    </section>
  );
}

function KindsTable({ id, own, mixes, residents }: Businesses & { id: number; own: BusinessMix }) {
  const { t } = useTranslation();
  const format = useFormats();
  const persons = residents.get(id) ?? 0;
  return (
    <div className={style.inset}>
      <table className={card.values}>
        <caption className={style.hidden}>{t('places.businesses.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places.businesses.kindColumn')}</th>
            <th scope="col">{t('places.businesses.count')}</th>
            <th scope="col">{t('places.businesses.perColumn')}</th>
            <th scope="col">{t('places.businesses.rankColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {[...own.counts].map(([kind, count]) => {
            const rank = rankOf(mixes, id, (mix) => perThousand(mix, kind, residents));
            return (
              <tr key={kind} data-kind={kind}>
                <th scope="row">{t(`places.businesses.kind.${kind as Kind}`, { defaultValue: kind })}</th>
                <td>{format.number(count)}</td>
                <td>{rank ? format.number((1000 * count) / persons, 1, true) : '–'}</td>
                <td>{rank ? `${format.number(rank.rank)}/${format.number(rank.of)}` : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function perThousand(mix: BusinessMix, kind: string, residents: ReadonlyMap<number, number>): number {
  const persons = residents.get(mix.zone) ?? 0;
  return persons < LEAST_RESIDENTS ? Number.NaN : (1000 * (mix.counts.get(kind) ?? 0)) / persons;
}

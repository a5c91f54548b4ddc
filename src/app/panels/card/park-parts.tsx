// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { romeInstant, romeTime } from '../../../city/rome-time';
import type { AnswerTo } from '../../../simulation/walk-protocol';
import { useStore } from '../../state/store';
import { askWalk, canAsk } from '../../state/walking';
import type { Formats } from '../../text/format';
import { useFormats, useLoaded } from '../hooks';
import type { Fact } from './fact';
import { CardFailed, Facts } from './parts';
import style from './places.module.css';
import { useQuarter } from './use-minute';

type Park = NonNullable<AnswerTo<{ kind: 'park'; id: string }>['found']>;

/** How much of it is in the shade at the clock's quarter of an hour. */
function ParkShade({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const { atMs, sunMs, date: chosen, weekday, secondOfDay } = useQuarter();
  const quarterS = Math.floor(secondOfDay / 900) * 900;
  // A typical day without a date: the sun of this one.
  const { year, month, day } = romeTime(sunMs);
  const able = catalogue !== null && canAsk(catalogue, 'shade');
  const key = `${cityUrl} shade ${id} ${year} ${month} ${day} ${weekday} ${quarterS}`;
  const [loaded] = useLoaded(able ? key : null, () =>
    askWalk(catalogue!, cityUrl, {
      kind: 'shade',
      id,
      atMs: romeInstant(year, month, day, quarterS),
    }),
  );
  if (loaded.state !== 'ready' || !loaded.value.found) return null;
  const { sun, share, trees } = loaded.value.found;
  const value =
    share === null
      ? t('places.shade.night')
      : `${t('places.shade.value', { share: format.percent(share, 0) })}; ${t('places.shade.sun', {
          elevation: format.number(sun.elevationDeg),
          azimuth: format.number(sun.azimuthDeg),
        })}`;
  const date = format.date(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return (
    <>
      <Facts facts={[{ id: 'shade', label: t('places.shade.label'), value }]} />
      <p className={style.under}>
        {share !== null && trees === 0 && `${t('places.shade.noTrees')} `}
        {t('places.shade.note')} {atMs === null && !chosen && t('places.shade.noDate', { date })}
      </p>
    </>
  );
}

/** In the card of a park: its trees, its playgrounds, the green of its district for each who lives there. */
export function ParkParts({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const able = catalogue !== null && canAsk(catalogue, 'park');
  const [loaded, retry] = useLoaded(able ? `${cityUrl} park ${id}` : null, () =>
    askWalk(catalogue!, cityUrl, { kind: 'park', id }),
  );
  if (!able) return null;
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  if (loaded.state === 'loading') return <p className={style.under}>{t('places.park.waiting')}</p>;
  const { found } = loaded.value;
  if (!found) return null;
  return (
    <section aria-label={t('places.park.title')} data-park="ready">
      <Facts facts={parkFacts(found, t, format)} />
      <ParkShade id={id} />
      {found.perResidentM2 !== null && <p className={style.under}>{t('places.park.perResidentNote')}</p>}
    </section>
  );
}

/** Below this a hectare's trees would be more than there are. */
const LEAST_HA_M2 = 2000;

export function parkFacts(park: Park, t: TFunction, format: Formats): Fact[] {
  const facts: Fact[] = [];
  const add = (id: string, label: string, value: string) => facts.push({ id, label, value });
  if (park.trees) {
    const { count, species, crownM, withCrown } = park.trees;
    const n = count === 0 ? t('places.park.noTrees') : format.number(count);
    add(
      'trees',
      t('places.park.trees'),
      count > 0 && park.areaM2 >= LEAST_HA_M2
        ? t('places.park.treesDense', { n, perHa: format.number((count / park.areaM2) * 1e4) })
        : n,
    );
    if (species.length > 0)
      add(
        'species',
        t('places.park.species'),
        species
          .map(({ name, count }) => t('places.park.speciesCount', { name, n: format.number(count) }))
          .join(', '),
      );
    if (withCrown > 0)
      add(
        'crown',
        t('places.park.crown'),
        t('places.park.crownOf', { crown: format.length(crownM), n: format.number(withCrown) }),
      );
  }
  add('playgrounds', t('places.park.playgrounds'), format.number(park.playgrounds));
  add('dog-areas', t('places.park.dogAreas'), format.number(park.dogAreas));
  if (park.perResidentM2 !== null)
    add('per-resident', t('places.park.perResident'), `${format.number(park.perResidentM2, 1)}\u00a0m²`);
  return facts;
}

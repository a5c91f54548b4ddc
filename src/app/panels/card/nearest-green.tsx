// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { type LonLat, lonLatToPlane } from '../../../city/frames';
import { WALK_M_PER_MIN } from '../../../simulation/models/walking/reach';
import { WalkError } from '../../../simulation/walker';
import { useStore } from '../../state/store';
import { askWalk, canAsk } from '../../state/walking';
import type { Formats } from '../../text/format';
import { useFormats, useLoaded } from '../hooks';
import { CardFailed, Facts } from './parts';
import style from './places.module.css';

const walk = (metres: number, format: Formats) => ({
  // To ten metres: the door is not known.
  length: format.length(Math.max(10, Math.round(metres / 10) * 10), 0),
  minutes: format.number(Math.max(1, Math.round(metres / WALK_M_PER_MIN))),
});

/** In the card of a building: how far it is to a park of at least 1 ha. */
export function NearestGreen({ at }: { at: LonLat }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const able = catalogue !== null && canAsk(catalogue, 'nearest-green');
  const [loaded, retry] = useLoaded(able ? `${cityUrl} green ${at.join()}` : null, () =>
    askWalk(catalogue!, cityUrl, { kind: 'nearest-green', at: lonLatToPlane(at) }).catch(notReached),
  );
  if (!able) return null;
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  const value = () => {
    if (loaded.state === 'loading') return t('places.green.waiting');
    if (loaded.value === 'no-street') return t('places.green.notHere');
    const { found } = loaded.value;
    if (!found) return t('places.green.none');
    const name = found.name || t('places.green.unnamed');
    return found.metres === 0
      ? t('places.green.inside', { name })
      : t('places.green.nearestIs', { name, ...walk(found.metres, format) });
  };
  return (
    <section aria-label={t('places.green.title')} data-nearest-green={loaded.state}>
      <Facts facts={[{ id: 'nearest-green', label: t('places.green.nearest'), value: value() }]} />
      <p className={style.under}>{t('places.green.note')}</p>
    </section>
  );
}

function notReached(error: unknown): 'no-street' {
  if (error instanceof WalkError && error.code === 'no-street') return 'no-street';
  throw error;
}

/** In the card of a district: how far those who live there have it to a park of at least 1 ha. */
export function DistrictGreen({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const able = catalogue !== null && canAsk(catalogue, 'district-green');
  const [loaded, retry] = useLoaded(able ? `${cityUrl} district green ${id}` : null, () =>
    askWalk(catalogue!, cityUrl, { kind: 'district-green', zone: id }),
  );
  if (!able) return null;
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  if (loaded.state === 'loading') return <p className={style.under}>{t('places.green.waiting')}</p>;
  const { found } = loaded.value;
  if (!found) return null;
  const median = Number.isFinite(found.medianM)
    ? t('places.green.medianIs', walk(found.medianM, format))
    : t('places.green.none');
  return (
    <section className={style.block} aria-label={t('places.green.title')} data-nearest-green="ready">
      <h3 className={style.title}>{t('places.green.nearest')}</h3>
      <Facts
        facts={[
          { id: 'green-median', label: t('places.green.median'), value: median },
          {
            id: 'green-300',
            label: t('places.green.within300'),
            value: format.percent(found.within300M, 0),
          },
          {
            id: 'green-10',
            label: t('places.green.within10'),
            value: format.percent(found.within10Min, 0),
          },
        ]}
      />
      <p className={style.under}>{t('places.green.note')}</p>
    </section>
  );
}

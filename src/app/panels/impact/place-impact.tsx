// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { CityInputs } from '../../../city/city-inputs';
import { estimateAt } from '../../../impact/estimate';
import type { Impact } from '../../../impact/impact';
import { fieldOf } from '../../../layers/impact/impact-map';
import { cityInputs } from '../../state/city-inputs';
import { shownImpact } from '../../state/impact-view';
import { useStore } from '../../state/store';
import { unitName } from '../../text/estimate-format';
import { useLoaded } from '../hooks';
import { FigureHead, FigureRows } from './figure-rows';
import { useImpactWords } from './impact-words';
import style from './parts.module.css';
import { linksOfStreet } from './places';
import table from './table.module.css';

/** Which place: a street by its id in the vector tiles, or a district by its number. */
export type Chosen =
  | { readonly kind: 'street'; readonly id: string }
  | { readonly kind: 'district'; readonly id: number };

/** In the card of a street or district: what the scenario changes there. Nothing while there is no answer. */
export default function PlaceImpact({ chosen }: { chosen: Chosen }) {
  const impact = useStore(shownImpact);
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [city] = useLoaded(catalogue && impact ? `${cityUrl} inputs` : null, () =>
    cityInputs(catalogue!, cityUrl),
  );
  if (!impact || city.state !== 'ready') return null;
  return <Figures impact={impact} city={city.value} chosen={chosen} />;
}

function Figures({ impact, city, chosen }: { impact: Impact; city: CityInputs; chosen: Chosen }) {
  const { t, language } = useImpactWords();
  const row = useMemo(() => rowOf(impact, city, chosen), [impact, city, chosen]);
  const shown = useStore((s) => s.impactView.field);
  const over = chosen.kind === 'street' ? 'road' : 'zone';
  if (row === null)
    return chosen.kind === 'street' ? (
      <section className={style.ofPlace} aria-label={t('impact.place.title')}>
        <p className={style.note}>{t('impact.place.notModelled')}</p>
      </section>
    ) : null;
  const ids = impact.fields
    .filter((field) => field.over === over)
    .map(({ id }) => id)
    .sort((a, b) => Number(b === shown) - Number(a === shown));
  return (
    <section className={style.ofPlace} aria-label={t('impact.place.title')} data-place-impact>
      <h3 className={style.heading}>{t('impact.place.title')}</h3>
      {city.synthetic && <p className={style.synthetic}>{t('impact.synthetic')}</p>}
      {chosen.kind === 'street' && <p className={style.note}>{t('impact.place.stretch')}</p>}
      <table className={table.table}>
        <FigureHead />
        {ids.map((id) => {
          const { before, after, change, unit } = fieldOf(impact, id);
          const figures = {
            before: estimateAt(before, row),
            after: estimateAt(after, row),
            change: estimateAt(change, row),
          };
          return (
            <FigureRows key={id} id={id} unit={unit} {...figures}>
              {t(`impact.field.${id}`)} <small>{unitName(unit, language)}</small>
            </FigureRows>
          );
        })}
      </table>
    </section>
  );
}

/** Row of the fields: of a street its link whose flow changes most, or carries most where none does. */
function rowOf(impact: Impact, { roads, zones }: CityInputs, chosen: Chosen): number | null {
  if (chosen.kind === 'district') {
    const row = zones.id.indexOf(chosen.id);
    return row >= 0 && row < zones.districts ? row : null;
  }
  // Of an answer about people alone no street is told.
  if (!impact.fields.some(({ id }) => id === 'flowVehH')) return null;
  const { change, before } = fieldOf(impact, 'flowVehH');
  const weight = (link: number) =>
    Math.abs(change.value[link] as number) + 1e-6 * (before.value[link] as number);
  const links = linksOfStreet(roads, chosen.id);
  return links.length === 0 ? null : links.reduce((a, b) => (weight(b) > weight(a) ? b : a));
}

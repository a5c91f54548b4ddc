// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { cityFiles } from '../../state/city-files';
import { useStore } from '../../state/store';
import { useFormats, useLoaded } from '../hooks';
import style from './hover.module.css';

/**
 * The district under the pointer, in one line. Only for the eye: choosing the district says the same
 * and more.
 */
export default function HoverDistrict() {
  const id = useStore((s) => s.hoverDistrict);
  const selected = useStore((s) => (s.selection?.kind === 'district' ? s.selection.id : null));
  return id === null || id === selected ? null : <Line id={id} />;
}

function Line({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [tables] = useLoaded(catalogue && cityUrl, async () => {
    const files = cityFiles(catalogue!, cityUrl);
    const [{ districtOf }, zones, population] = await Promise.all([
      import('../../../query/district'),
      files.columns('zones'),
      files.columnsIfAny('population'),
    ]);
    return { districtOf, zones, population: population ?? undefined };
  });
  const district = tables.state === 'ready' ? tables.value.districtOf(tables.value, id) : null;
  if (!district) return null;
  const { name, areaM2, population, withheld } = district;
  const few = withheld === 'all';
  return (
    <p className={style.line} aria-hidden="true">
      <strong>{name}</strong>
      {population && (
        <>
          <span>
            {few
              ? `${t('district.people', { count: 0 })}: ${t('district.withheld')}`
              : `${format.number(population.total)} ${t('district.people', { count: population.total })}`}
          </span>
          {!withheld && (
            <span>
              {t('district.aged')}: {format.percent(population.aged65Plus / population.total)}
            </span>
          )}
          {areaM2 > 0 && !few && <span>{format.density(population.total / (areaM2 / 1e6))}</span>}
        </>
      )}
    </p>
  );
}

// SPDX-License-Identifier: EUPL-1.2
/** Words about what was brought: where it lies, in which system. */
import type { TFunction } from 'i18next';
import type { Catalogue } from '../../../city/catalogue';
import type { Placing } from '../../../formats/placing';
import type { LegendClass } from '../../../query/legend';
import type { Formats } from '../../text/format';

export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
  readonly city: Catalogue['city'];
}

const NAMED = ['4326', '32632', '32633', '3003', '3004', '7791', '6707', '4265', '25832', '3857'] as const;
const TOWARDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
const NEAR_M = 500;

/** "UTM 32 nord, metri (EPSG:32632)"; of others their code. */
export function crsWords(crs: string, t: TFunction): string {
  if (crs === 'CRS84') return t('own.crs.crs84');
  const code = NAMED.find((one) => crs === `EPSG:${one}`);
  return code ? t(`own.crs.epsg${code}`) : crs;
}

/** "a 1,2 km dal centro di Milano, verso nord-est" */
export function whereWords({ at, distanceM }: Placing, { t, format, city }: Words): string {
  if (distanceM < NEAR_M) return t('own.confirm.centre', { city: city.name });
  const east = (at[0] - city.centre[0]) * Math.cos((city.centre[1] * Math.PI) / 180);
  const angle = (Math.atan2(east, at[1] - city.centre[1]) * 180) / Math.PI;
  const towards = TOWARDS[((Math.round(angle / 45) % 8) + 8) % 8] ?? 'n';
  return t('own.confirm.here', {
    distance:
      distanceM < 10_000
        ? format.length(Math.round(distanceM / 100) * 100, 0)
        : `${format.number(Math.round(distanceM / 1000))}\u00a0km`,
    city: city.name,
    towards: t(`own.towards.${towards}`),
  });
}

/** What a class of the legend stands for. */
export function classWords(
  one: LegendClass,
  plain: boolean,
  { t, format }: Pick<Words, 't' | 'format'>,
): string {
  const figure = (value: number) => (plain ? format.year(value) : format.number(value, 2));
  switch (one.kind) {
    case 'range':
      if (one.from === null) return one.to === null ? '' : t('own.upTo', { to: figure(one.to) });
      return one.to === null
        ? t('own.from', { from: figure(one.from) })
        : t('own.range', { from: figure(one.from), to: figure(one.to) });
    case 'step':
      return figure(one.at);
    case 'code':
      return one.code;
    case 'other':
      return t('own.otherClass');
    default:
      return t('own.unknownClass');
  }
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { goToYear } from '../../state/clock';
import { ValueSlider } from './value-slider';

/** The year that the figures are of: the clock's, brought into those of the forecast. */
export function YearSlider({
  years: { first, last },
  year,
}: {
  years: { readonly first: number; readonly last: number };
  year: number;
}) {
  const { t } = useTranslation();
  return (
    <ValueSlider
      label={t('people.year')}
      min={first}
      max={last}
      step={1}
      value={year}
      text={String(year)}
      said={t(year === first ? 'people.yearCounted' : 'people.yearForecast', { year: String(year) })}
      name="year"
      marks={tensOf(first, last)}
      onChange={goToYear}
    />
  );
}

/** The ends, and the years between that one counts by. */
function tensOf(first: number, last: number): number[] {
  const every = 5;
  const from = Math.ceil((first + every / 2) / every) * every;
  const between = Array.from(
    { length: Math.max(0, Math.floor((last - 1 - from) / every) + 1) },
    (_, i) => from + i * every,
  );
  return [first, ...between, last];
}

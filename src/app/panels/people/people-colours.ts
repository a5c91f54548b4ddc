// SPDX-License-Identifier: EUPL-1.2
/** Districts in the colours of an answer: the same classes in every year, so that years can be compared. Pure. */
import type { AttributeColumn } from '../../../query/attribute';
import { classBreaks, sortedKnown } from '../../../query/breaks';
import type { Colouring, PaletteId } from '../../../query/colouring';
import { legendOf } from '../../../query/legend';
import { numberColumn } from '../../../query/make-columns';
import type { GreenFigure } from '../../../simulation/green-protocol';
import type { ServiceTopic } from '../../../simulation/services-protocol';
import type { DistrictColours } from '../../state/store';

export interface Classes {
  readonly breaks: readonly number[];
  readonly palette: PaletteId;
  readonly reversed?: boolean;
}

const CLASSES = 5;

/** Classes of counts, after those of all years. */
export const countClasses = (all: ArrayLike<number>): Classes => ({
  breaks: classBreaks(sortedKnown(all), 'quantile', CLASSES),
  palette: 'viridis',
  reversed: true,
});

/** Changes in per cent, as far below nought as above it, with a class of little change between. */
export function changeClasses(all: ArrayLike<number>): Classes {
  const sizes = sortedKnown(Float64Array.from(all, Math.abs)).filter((size) => size > 0);
  const found = classBreaks(sizes, 'quantile', 3);
  const ends = found.length > 0 ? found : [1];
  return { breaks: [...ends.map((end) => -end).reverse(), ...ends], palette: 'purple-orange' };
}

/** Of an index about its mean, in standard deviations; of one from the least to the most, 0–1. */
export const NEED_CLASSES: Readonly<Record<'z-score' | 'min-max', Classes>> = {
  'z-score': { breaks: [-0.5, -0.25, 0, 0.25, 0.5], palette: 'viridis', reversed: true },
  'min-max': { breaks: [0.2, 0.3, 0.4, 0.5, 0.6], palette: 'viridis', reversed: true },
};

/** Of schools by district, the same in every year. */
export const SCHOOL_CLASSES: Readonly<Record<'walkMin' | 'unplaced' | 'pupils', Classes>> = {
  walkMin: { breaks: [5, 7.5, 10, 12.5, 15], palette: 'viridis', reversed: true },
  unplaced: { breaks: [1, 5, 25, 100, 250], palette: 'viridis', reversed: true },
  pupils: { breaks: [100, 250, 500, 1000, 1500], palette: 'viridis', reversed: true },
};

/** Of services by district, the same in every year: minutes of the dense classes and of the others, what there is, persons. */
export const SERVICE_MINUTE_CLASSES: Readonly<Record<15 | 30, Classes>> = {
  15: { breaks: [4, 6, 8, 11, 15], palette: 'viridis', reversed: true },
  30: { breaks: [10, 15, 20, 25, 30], palette: 'viridis', reversed: true },
};
/** For as many persons as the theme tells it (services-theme.tsx): of a thing that one is glad of dark is little. */
export const SERVICE_SUPPLY_CLASSES: Readonly<Record<ServiceTopic, Classes>> = {
  pharmacy: { breaks: [1, 2, 3, 4, 6], palette: 'viridis' },
  'family-doctor': { breaks: [250, 500, 750, 1000, 1500], palette: 'viridis' },
  library: { breaks: [0.2, 0.5, 1, 2, 4], palette: 'viridis' },
  'civic-office': { breaks: [0.5, 1, 1.5, 2, 3], palette: 'viridis' },
  'social-service': { breaks: [0.5, 1, 1.5, 2, 3], palette: 'viridis' },
  'nursing-home': { breaks: [5, 10, 20, 40, 80], palette: 'viridis' },
  'home-care': { breaks: [50, 60, 70, 85, 100], palette: 'viridis' },
};
export const SERVICE_BEYOND_CLASSES: Classes = {
  breaks: [50, 500, 2000, 5000, 10_000],
  palette: 'viridis',
  reversed: true,
};
/** Of green and heat: per cent, °C, an index from 0 to 1; the trees, and so these, are the same in every year. */
const GREEN_CLASSES: Readonly<Record<GreenFigure, Classes>> = {
  trees: { breaks: [20, 40, 60, 80], palette: 'viridis', reversed: true },
  canopy: { breaks: [1, 5, 10, 20, 30], palette: 'viridis', reversed: true },
  park: { breaks: [20, 40, 60, 80], palette: 'viridis', reversed: true },
  smallPark: { breaks: [20, 40, 60, 80], palette: 'viridis', reversed: true },
  warmerC: { breaks: [3, 3.2, 3.4, 3.5, 3.6], palette: 'viridis', reversed: true },
  mitigation: { breaks: [0.08, 0.1, 0.12, 0.15, 0.2], palette: 'viridis', reversed: true },
};

/** Minutes that a team travels. */
export const MINUTE_CLASSES: Classes = { breaks: [3, 5, 7.5, 10, 15], palette: 'viridis', reversed: true };

/** Of them heat has no scale of its own, and differs by tenths of a degree: its classes are of the city's districts. */
export function greenClasses(figure: GreenFigure, values: readonly number[]): Classes {
  const fixed = GREEN_CLASSES[figure];
  if (figure !== 'warmerC') return fixed;
  const breaks = classBreaks(sortedKnown(values), 'quantile', fixed.breaks.length + 1);
  return breaks.length > 0 ? { ...fixed, breaks } : fixed;
}

/**
 * @param values by district; NaN: not told
 * @param unit as the legend of «Colora e filtra» knows it
 * @param title what the colours say
 * @param untold why a district has none: its figure is withheld, or there is none
 */
export function districtColours(
  ids: readonly number[],
  values: ArrayLike<number>,
  { breaks, palette, reversed }: Classes,
  {
    unit,
    title,
    look,
    untold = 'withheld',
  }: { unit: string; title: string; look: 'light' | 'dark'; untold?: 'withheld' | 'unknown' },
): DistrictColours | null {
  const withheld = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
  const column: AttributeColumn = numberColumn('people', Float64Array.from(values), {
    unit,
    ...(untold === 'withheld' && withheld.includes(1) && { withheld }),
  });
  const colouring: Colouring = {
    attribute: 'people',
    scale: { kind: 'classed', method: 'manual', breaks },
    palette,
    ...(reversed && { reversed }),
  };
  const legend = legendOf(colouring, column, look);
  return (
    legend && { table: { ids, rows: ids.length, columns: new Map([['people', column]]) }, legend, title }
  );
}

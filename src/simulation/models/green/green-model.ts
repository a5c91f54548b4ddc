// SPDX-License-Identifier: EUPL-1.2
/**
 * The green of a city before and after a change, in a year: who has three trees in view and a park near, how much lies
 * under crowns, how warm a summer night is. Each draw has the same chances before and after. Pure.
 */
import type { GreenEdits } from '../../../city/green-edits';
import type { DrawPair, MayDrive } from '../../../impact/impact';
import type { GreenOutcome } from '../../../impact/outcome';
import {
  drawGreenParameters,
  GREEN_PARAMETERS,
  type GreenParameterId,
  type GreenParameters,
} from './green-parameters';
import {
  changedState,
  type GreenCity,
  type GreenFigures,
  type GreenState,
  greenFigures,
} from './green-state';

export interface GreenCourse {
  readonly draws: number;
  readonly seed: string;
  /** From the planting to the year that is asked about. */
  readonly years: number;
  /** By draw: residents by district, NaN where they are not told. */
  readonly residents: (draw: number) => Float64Array;
  /** With what is built; absent: as many. */
  readonly residentsAfter?: (draw: number) => Float64Array;
}

/** What moves which total; the rest moves heat alone. */
const DRIVES: Partial<Record<GreenParameterId, readonly string[]>> = {
  viewM: ['residentsThreeTrees'],
  walkFactor: ['residentsNearPark'],
  crowns: ['canopyHa', 'nightWarmerC'],
  woodCover: ['canopyHa', 'nightWarmerC'],
  growthYears: ['canopyHa', 'nightWarmerC'],
};
export const greenMayDrive: MayDrive = (parameter, total) =>
  !Object.hasOwn(GREEN_PARAMETERS, parameter) ||
  (DRIVES[parameter as GreenParameterId] ?? ['nightWarmerC']).includes(total);

/** The city as it is and with the edits, in every draw. */
export function* greenPairs(
  city: GreenCity,
  state: GreenState,
  edits: GreenEdits | undefined,
  { draws, seed, years, residents, residentsAfter }: GreenCourse,
): Generator<DrawPair> {
  const after = changedState(city, state, edits, years);
  const parameters = drawGreenParameters(seed, draws);
  for (let draw = 0; draw < draws; draw++) {
    const own = parameters[draw] as GreenParameters;
    const persons = residents(draw);
    const before = greenFigures(city, state, own);
    const was = outcomeOf(state, before, persons);
    const figures = after === state ? before : greenFigures(city, after, own);
    const personsAfter = residentsAfter?.(draw) ?? persons;
    const is = outcomeOf(after, figures, personsAfter);
    const wholes = { before: sharesOf(persons), after: sharesOf(personsAfter) };
    yield { draw, parameters: own, before: was, after: is, wholes };
  }
}

/** Whom fields are shares of. */
const sharesOf = (residents: Float64Array) => ({ threeTreesShare: residents, nearParkShare: residents });

/** Where nothing is known, and what this model says nothing of. */
export const NO_GREEN: GreenOutcome = {
  totals: {},
  fields: {},
  entriesByHalfHour: new Float64Array(0),
  relativeGap: 0,
  demandGap: 0,
  unreachable: { pairs: 0, vehH: 0 },
  lines: null,
};

function outcomeOf({ raster }: GreenState, figures: GreenFigures, residents: Float64Array): GreenOutcome {
  const { trees, park, canopy, warmerC } = figures;
  const sum = (of: Float64Array, weight: Float64Array) =>
    of.reduce((all, value, row) => all + (value * (weight[row] as number) || 0), 0);
  const told = warmerC.map((value) => (Number.isNaN(value) ? 0 : 1));
  const areaM2 = sum(told, raster.areaM2);
  return {
    ...NO_GREEN,
    totals: {
      residentsThreeTrees: sum(trees, residents),
      residentsNearPark: sum(park, residents),
      canopyHa: sum(canopy, raster.areaM2) / 10_000,
      nightWarmerC: areaM2 > 0 ? sum(warmerC, raster.areaM2) / areaM2 : 0,
    },
    fields: {
      threeTreesShare: trees,
      nearParkShare: park,
      canopyShare: canopy,
      nightWarmerC: warmerC,
    },
  };
}

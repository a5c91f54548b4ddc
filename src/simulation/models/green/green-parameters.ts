// SPDX-License-Identifier: EUPL-1.2
/** What is not known exactly of trees, walks to parks and heat: central values, ranges, sources, and the draws. Pure. */
import { centralValues, latinHypercube } from '../../../city/latin-hypercube';
import type { Range } from '../../../city/people';

/**
 * Drawn evenly, each by itself. What is called an assumption is one, here and on the screen.
 *
 * `viewM`: how far from the middle of a building a tree is counted as in view; no line of sight is worked out. 15 m
 * around the home in Barcelona (Nieuwenhuijsen and others 2022, Environmental Research 215, 114387), to which half the
 * depth of a building is added: an assumption.
 * `crowns`: where between the narrowest and the widest the crowns lie (canopy.ts), 0–1.
 * `woodCover`: share of a wood under crowns, whose trees are not counted one by one: an assumption.
 * `walkFactor`: the way to a park beside that along the streets; doors and gates are not known: an assumption.
 * `growthYears`: years until a tree that is planted has its full crown: an assumption.
 * `softShare`: of ground in the built city that is neither building nor known green, what is not sealed – yards,
 * verges –: an assumption.
 * `treeKc`, `grassKc`, `fieldKc`: crop coefficients after Allen and others 1998 (FAO Irrigation and Drainage Paper 56,
 * table 12: turf 0.80–0.95, orchards and conifers 0.9–1.0, field crops 0.7–1.15 over the season). `softKc`, `sealedKc`:
 * of open and of sealed ground in built areas, 0.6 and 0.1 by InVEST's user guide. The ranges are an assumption.
 * `sealedAlbedo`, `plantAlbedo`: compact midrise 0.10–0.20 and low plants 0.15–0.25 (Stewart & Oke 2012, Bulletin of
 * the American Meteorological Society 93, table 4).
 * `coolingDistanceM`: how far a large green cools; 450 m by InVEST's user guide, the range is an assumption.
 * `mixingRadiusM`: 500–600 m by InVEST's user guide.
 * `heatIslandC`: how much warmer the densest city is than the country on a clear summer night. 3–4 °C as a mean of
 * Milan's summer nights (Anniballe, Bonafoni & Pichierri 2014, Remote Sensing of Environment 150), 3–5 °C in its
 * centre in heat waves (Žgela, Vavassori & Brovelli 2025, Remote Sensing 17, 3520).
 */
export const GREEN_PARAMETERS = {
  viewM: { low: 20, value: 25, high: 30 },
  crowns: { low: 0, value: 0.5, high: 1 },
  woodCover: { low: 0.6, value: 0.8, high: 1 },
  walkFactor: { low: 0.9, value: 1, high: 1.1 },
  growthYears: { low: 25, value: 27.5, high: 30 },
  softShare: { low: 0.1, value: 0.2, high: 0.3 },
  treeKc: { low: 0.9, value: 0.95, high: 1 },
  grassKc: { low: 0.8, value: 0.875, high: 0.95 },
  fieldKc: { low: 0.7, value: 0.925, high: 1.15 },
  softKc: { low: 0.5, value: 0.6, high: 0.7 },
  sealedKc: { low: 0.05, value: 0.1, high: 0.15 },
  sealedAlbedo: { low: 0.1, value: 0.15, high: 0.2 },
  plantAlbedo: { low: 0.15, value: 0.2, high: 0.25 },
  coolingDistanceM: { low: 300, value: 450, high: 600 },
  mixingRadiusM: { low: 500, value: 550, high: 600 },
  heatIslandC: { low: 3, value: 4, high: 5 },
} as const satisfies Record<string, Range>;
export type GreenParameterId = keyof typeof GREEN_PARAMETERS;
export type GreenParameters = Readonly<Record<GreenParameterId, number>>;

export const CENTRAL_GREEN: GreenParameters = centralValues(GREEN_PARAMETERS);

/**
 * As many sets as draws; the same seed gives the same before and after a measure.
 * @throws RangeError as {@link latinHypercube}.
 */
export const drawGreenParameters = (seed: string, draws: number): GreenParameters[] =>
  latinHypercube(GREEN_PARAMETERS, `${seed}/green`, draws);

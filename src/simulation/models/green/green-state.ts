// SPDX-License-Identifier: EUPL-1.2
/** A city's green, worked out once, and what it is in each draw of what is not known. Pure. */
import type { Rings } from '../../../city/areas';
import { plane } from '../../../city/frames';
import type { GreenEdits, NewPark, PlantedTrees } from '../../../city/green-edits';
import type { WalkedStreets } from '../people/ways';
import type { EdgePoint } from '../walking/edge-finder';
import type { GreenArea } from '../walking/green';
import {
  type Canopy,
  canopyOf,
  cellsWithTrees,
  LEVELS,
  type Trees,
  treesByDistrict,
  woodsOf,
} from './canopy';
import { type DistrictHeat, districtHeat } from './district-heat';
import { builtSquares, freeShare } from './free-ground';
import { GREEN_PARAMETERS, type GreenParameters } from './green-parameters';
import { CELL_M, type GreenRaster, greenRaster, meanByDistrict, squareAt, withGreens } from './green-raster';
import { type Footprints, type GroundCover, groundCover, withGround, withPatches } from './ground-cover';
import { doorsOf, parkWalks } from './park-walk';
import { fullGrown, grownAreaShare, type Planting, plantingOf } from './planting';
import {
  type GreenHomes,
  type HomeFigures,
  type RuleShares,
  ruleShares,
  TREES_IN_VIEW,
} from './three-thirty-three-hundred';
import { TreeIndex } from './tree-view';

/** What a city's green is told from. */
export interface GreenCity {
  readonly districts: number;
  /** By district. */
  readonly outlines: readonly Rings[];
  readonly homes: GreenHomes;
  readonly footprints: Footprints;
  /** By district: 0 where buildings are missing from the data. */
  readonly hasBuildings: Uint8Array;
  readonly trees: Trees;
  readonly greens: readonly GreenArea[];
  readonly streets: WalkedStreets;
}

/** Fewer trees a hectare than this are no inventory of a district, but single trees on a map: an assumption. */
export const FEWEST_TREES_PER_HA = 0.5;
/** Of a district, the share that has a tree within 250 m where its inventory is whole: an assumption. */
export const TREED_SHARE = 0.75;
/** Of a district, the share of which the buildings are known where its mean night is told: an assumption. */
export const KNOWN_SHARE = 0.75;

export interface GreenState {
  readonly raster: GreenRaster;
  readonly homeFigures: HomeFigures;
  /** Under crowns, by level. */
  readonly crowns: readonly Canopy[];
  readonly woods: Canopy;
  /** Under the crowns that trees of measures are to have, where nothing was; and how many years they have grown. */
  readonly added: { readonly canopy: Canopy; readonly planting: Planting; readonly years: number } | null;
  readonly cover: GroundCover;
  /** By fine square: 1 under a building. */
  readonly built: Uint8Array;
  /** By district: 1 where its trees are in the data, where its homes are, and where its ground cover is. */
  readonly hasTrees: Uint8Array;
  readonly hasHomes: Uint8Array;
  readonly hasCover: Uint8Array;
  /** By home: where it joins the streets. */
  readonly doors: readonly (EdgePoint | null)[];
}

/** @throws GreenError where no district has an outline. */
export function greenState(city: GreenCity): GreenState {
  const { homes, trees, greens, streets } = city;
  const raster = greenRaster(city.outlines, greens);
  const doors = doorsOf(homes, streets);
  const cover = groundCover(raster, city.footprints, city.hasBuildings);
  const known = meanByDistrict(raster, Float64Array.from(cover.inside));
  const hasHomes = new Uint8Array(city.districts);
  for (const district of homes.district) hasHomes[district] = city.hasBuildings[district] as number;
  return {
    raster,
    doors,
    homeFigures: {
      thirdTreeM: new TreeIndex([trees], GREEN_PARAMETERS.viewM.high).kthNearest(homes, TREES_IN_VIEW),
      parkM: parkWalks(homes, doors, streets, raster),
    },
    crowns: Array.from({ length: LEVELS }, (_, level) => canopyOf(raster, level, [trees])),
    woods: woodsOf(raster),
    added: null,
    cover,
    built: builtSquares(raster, city.footprints),
    hasTrees: districtsWithTrees(raster, trees, cover),
    hasHomes,
    hasCover: Uint8Array.from(known, (share) => (share >= KNOWN_SHARE ? 1 : 0)),
  };
}

/** Where as many trees stand as an inventory has, in nearly all the district but its fields: not a few along its edge. */
function districtsWithTrees(raster: GreenRaster, trees: Trees, { inside, field }: GroundCover): Uint8Array {
  const near = Float64Array.from(cellsWithTrees(raster, trees), (is, cell) =>
    inside[cell] && (field[cell] as number) > 0 ? Number.NaN : is,
  );
  const treed = meanByDistrict(raster, near);
  return Uint8Array.from(treesByDistrict(raster, trees), (count, district) => {
    const areaHa = (raster.areaM2[district] as number) / 10_000;
    return count >= FEWEST_TREES_PER_HA * areaHa && !((treed[district] as number) < TREED_SHARE) ? 1 : 0;
  });
}

/** The same city with what measures make of it, so many years after planting; the same state where nothing is made. */
export function changedState(
  city: GreenCity,
  state: GreenState,
  edits: GreenEdits | undefined,
  years: number,
): GreenState {
  if (!edits) return state;
  const { homes, trees, streets } = city;
  const parks = edits.parks.map((park) => asGreen(park, state));
  const raster = parks.length > 0 ? withGreens(state.raster, parks, state.built) : state.raster;
  const planted = edits.planted.map((some) => (some.onFreeGround ? onFreeGround(some, state) : some));
  const planting = plantingOf(planted, trees);
  const ground = parks.length > 0 ? withGround(state.cover, raster) : state.cover;
  const opened = withPatches(ground, raster, 'opened', edits.opened);
  return {
    ...state,
    raster,
    homeFigures: {
      thirdTreeM:
        planting.count > 0
          ? new TreeIndex([trees, planting], GREEN_PARAMETERS.viewM.high).kthNearest(homes, TREES_IN_VIEW)
          : state.homeFigures.thirdTreeM,
      parkM: parks.length > 0 ? parkWalks(homes, state.doors, streets, raster) : state.homeFigures.parkM,
    },
    added:
      planting.count > 0 ? { canopy: addedCanopy(state, trees, fullGrown(planting)), planting, years } : null,
    cover: withPatches(opened, raster, 'sealed', edits.sealed),
  };
}

/** Its trees are counted one by one: what is added is what no crown of the middle level covers yet. */
function addedCanopy({ raster, crowns }: GreenState, trees: Trees, planted: Trees): Canopy {
  const central = (LEVELS - 1) / 2;
  const both = canopyOf(raster, central, [trees, planted]);
  const before = crowns[central] as Canopy;
  return {
    districtM2: both.districtM2.map((m2, row) => m2 - (before.districtM2[row] as number)),
    cellM2: both.cellM2.map((m2, cell) => m2 - (before.cellM2[cell] as number)),
  };
}

const asGreen = ({ id, rings, areaM2 }: NewPark, { raster, built }: GreenState): GreenArea => ({
  id,
  class: 'park',
  name: '',
  areaM2: areaM2 * freeShare(raster, built, rings),
  at: rings[0]?.[0] ?? plane(Number.NaN, Number.NaN),
  zone: 0,
  rings,
});

const onFreeGround = (some: PlantedTrees, { raster, built }: GreenState): PlantedTrees => ({
  ...some,
  at: some.at.filter(([east, north]) => !built[squareAt(raster, east, north)]),
});

/** By district; NaN where what it is told from is not in the data. */
export interface GreenFigures extends RuleShares, DistrictHeat {
  /** Share under crowns. */
  readonly canopy: Float64Array;
}

/** What the green is in one draw. */
export function greenFigures(city: GreenCity, state: GreenState, parameters: GreenParameters): GreenFigures {
  const { raster, cover, hasTrees, hasHomes, hasCover, homeFigures } = state;
  const known = (flags: Uint8Array, values: Float64Array) =>
    values.map((value, row) => (flags[row] ? value : Number.NaN));
  const canopy = known(
    hasTrees,
    underCrowns(state, parameters, ({ districtM2 }) => districtM2).map((m2, row) =>
      Math.min(1, m2 / (raster.areaM2[row] as number)),
    ),
  );
  const rule = ruleShares(city.homes, homeFigures, canopy, parameters);
  const cells = underCrowns(state, parameters, ({ cellM2 }) => cellM2).map((m2) => m2 / (CELL_M * CELL_M));
  const heat = districtHeat(raster, cover, cells, parameters);
  const told = (values: Float64Array) => known(hasHomes, values);
  const seen = (values: Float64Array) => known(hasTrees, told(values));
  return {
    canopy,
    trees: seen(rule.trees),
    smallPark: told(rule.smallPark),
    park: told(rule.park),
    all: seen(rule.all),
    none: seen(rule.none),
    mitigation: known(hasTrees, known(hasCover, heat.mitigation)),
    warmerC: known(hasTrees, known(hasCover, heat.warmerC)),
  };
}

/** Square metres under crowns: of the trees told one by one, of the woods, and of what is planted. */
function underCrowns(
  { crowns, woods, added }: GreenState,
  { crowns: at, woodCover, growthYears }: GreenParameters,
  of: (canopy: Canopy) => Float64Array,
): Float64Array {
  const [low, value, high] = crowns.map(of) as [Float64Array, Float64Array, Float64Array];
  const wood = of(woods);
  const more = added && of(added.canopy);
  const grown = added ? grownAreaShare(added.planting, added.years, growthYears) : 0;
  // Straight between the middle level and the one at this end.
  const [end, share] = at < 0.5 ? [low, 1 - 2 * at] : [high, 2 * at - 1];
  return value.map((middle, row) => {
    const crowned = middle + share * ((end[row] as number) - middle);
    return crowned + woodCover * (wood[row] as number) + (more ? grown * (more[row] as number) : 0);
  });
}

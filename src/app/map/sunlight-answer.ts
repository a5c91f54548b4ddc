// SPDX-License-Identifier: EUPL-1.2
/** Answers how long the sun shines somewhere, from what stands about it and the trees. For the surveyor's worker. Pure. */
import { type LonLat, lonLat } from '../../city/frames';
import { FlatFrame, type Standing } from '../../city/standing';
import { type SunPosition, type SunStep, sunSteps } from '../../city/sun';
import { castShade, crownShade, LOWEST_DEG, type Shading } from '../../simulation/models/shade/park-shade';
import type { BoundsDeg } from '../../stream/height-field/standing-tiles';
import { type FlatRings, insideMask } from '../../survey/grid-mask';
import { type GridPlace, NOBODY, type RoofGrid, roofGrid } from '../../survey/height-grid';
import type { SunlightAnswer, SunlightDay, SunlightQuestion, SunRaster } from '../../survey/questions';
import {
  type CellWindow,
  type Darken,
  foundIn,
  gridAbout,
  type Margins,
  marginsM,
  STEP_MIN,
  sunHoursOver,
} from '../../survey/sunlight';
import { paintHours } from './sun-colours';

/** Cells are no smaller, metres; a painted surface's are wider. */
const FINEST_M = 1;
const FINEST_PAINTED_M = 2;
/** And there are no more of them: those of a wide area are larger. */
const MOST_CELLS = 250_000;
const MOST_PAINTED = 1_500_000;
/** The point of a building is no farther than this from its far corner, as a rule. */
const BUILDING_M = 150;

export interface SunlightPlan {
  readonly frame: FlatFrame;
  /** What has to be read. */
  readonly bounds: BoundsDeg;
  readonly days: readonly { readonly noonMs: number; readonly steps: readonly SunStep[] }[];
  readonly margins: Margins;
  /** In the frame; of a building: as far as it may reach. */
  readonly area: Margins;
  readonly rings: FlatRings;
}

/** What has to be read to answer: the place and all that may shade it. */
export function planOf({ on, noonsMs }: SunlightQuestion): SunlightPlan {
  const frame = new FlatFrame(on.kind === 'area' ? middleOf(on.rings.flat()) : on.at);
  const rings: FlatRings = on.kind === 'area' ? on.rings.map((ring) => ring.map((at) => frame.to(at))) : [];
  const halfM = on.kind === 'building' ? BUILDING_M : FINEST_M / 2;
  const area =
    on.kind === 'area'
      ? extentOf(rings.flat())
      : extentOf([
          [-halfM, -halfM],
          [halfM, halfM],
        ]);
  const days = noonsMs.map((noonMs) => ({ noonMs, steps: sunSteps(noonMs, frame.origin, STEP_MIN) }));
  const margins = marginsM(days.flatMap(({ steps }) => steps));
  const [west, south] = frame.from(area.west - margins.west, area.south - margins.south);
  const [east, north] = frame.from(area.east + margins.east, area.north + margins.north);
  return { frame, bounds: [west, south, east, north], days, margins, area, rings };
}

/** The answer; yields the share done. What is asked of a building whose tiles do not have it has no roof cells. */
export function* sunlightOver(
  standing: Standing,
  plan: SunlightPlan,
  { on, trees, painted }: SunlightQuestion,
): Generator<number, SunlightAnswer> {
  const { frame, days, margins } = plan;
  const area = on.kind === 'building' ? (extentOfBuilding(standing, on.id) ?? plan.area) : plan.area;
  const stepM = cellOf(area, painted);
  const { place, window } = gridAbout(area, margins, stepM);
  const grid = roofGrid(standing, place);
  const own = windowPlace(place, window);
  const whose = whoseOf(grid, window);
  const asked = on.kind === 'area' ? insideMask(own, plan.rings) : null;
  const darken = crownsOver(trees, frame, own, whose);
  const found: SunlightDay[] = [];
  let raster: SunRaster | null = null;
  for (const [i, { noonMs, steps }] of days.entries()) {
    const work = sunHoursOver(grid, window, steps, darken);
    let step = work.next();
    for (; !step.done; step = work.next()) yield (i + step.value) / days.length;
    const hours = step.value;
    const meant = (cell: number) => asked === null || asked[cell] === 1;
    found.push({
      noonMs,
      dayH: steps.reduce((sum, one) => sum + one.hours, 0),
      ground: on.kind === 'building' ? null : foundIn(hours, (cell) => meant(cell) && whose[cell] === NOBODY),
      roofs: foundIn(hours, (cell) =>
        on.kind === 'building' ? whose[cell] === on.id : meant(cell) && whose[cell] !== NOBODY,
      ),
    });
    if (painted && i === 0) raster = rasterOf(hours, meant, own, frame, noonMs);
  }
  return { kind: 'sunlight', stepM, days: found, raster };
}

function cellOf(area: Margins, painted: boolean): number {
  const areaM2 = (area.east - area.west) * (area.north - area.south);
  const least = Math.ceil(Math.sqrt(areaM2 / (painted ? MOST_PAINTED : MOST_CELLS)));
  return Math.max(painted ? FINEST_PAINTED_M : FINEST_M, least);
}

/** The window as a grid of its own. */
const windowPlace = (place: GridPlace, { west, south, columns, rows }: CellWindow): GridPlace => ({
  columns,
  rows,
  stepM: place.stepM,
  westM: place.westM + west * place.stepM,
  southM: place.southM + south * place.stepM,
});

function whoseOf(grid: RoofGrid, { west, south, columns, rows }: CellWindow): Int32Array {
  const whose = new Int32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const from = (south + row) * grid.columns + west;
    whose.set(grid.building.subarray(from, from + columns), row * columns);
  }
  return whose;
}

/** The shade of crowns, on the ground alone: discs at the height of their middle. */
function crownsOver(trees: Float64Array, frame: FlatFrame, own: GridPlace, whose: Int32Array): Darken {
  const crowns: Shading[] = [];
  for (let i = 0; i < trees.length; i += 4) {
    const [x, y] = frame.to(lonLat(trees[i] as number, trees[i + 1] as number));
    crowns.push(crownShade(x, y, trees[i + 2] as number, trees[i + 3] as number));
  }
  const shaded = new Uint8Array(whose.length);
  const { columns, rows, stepM, westM: west, southM: south } = own;
  const grid = { west, south, stepM, columns, rows, shaded };
  return (sun: SunPosition, lit) => {
    if (crowns.length === 0) return;
    shaded.fill(0);
    const seen = { ...sun, elevationDeg: Math.max(sun.elevationDeg, LOWEST_DEG) };
    for (const crown of crowns) castShade(grid, crown, seen);
    for (let cell = 0; cell < lit.length; cell++)
      if (shaded[cell] === 1 && whose[cell] === NOBODY) lit[cell] = 0;
  };
}

function rasterOf(
  hours: Float32Array,
  meant: (cell: number) => boolean,
  { columns, rows, stepM, westM, southM }: GridPlace,
  frame: FlatFrame,
  noonMs: number,
): SunRaster {
  const [west, south] = [westM - stepM / 2, southM - stepM / 2];
  return {
    noonMs,
    columns,
    rows,
    ...paintHours(hours, columns, meant),
    southWest: frame.from(west, south),
    northEast: frame.from(west + columns * stepM, south + rows * stepM),
  };
}

function extentOfBuilding({ corners, ids }: Standing, id: number): Margins | null {
  const own: (readonly [number, number])[] = [];
  for (let i = 0; i < ids.length; i++)
    if (ids[i] === id) own.push([corners[3 * i] as number, corners[3 * i + 1] as number]);
  return own.length === 0 ? null : extentOf(own);
}

function extentOf(points: readonly (readonly [number, number])[]): Margins {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return { west, south, east, north };
}

function middleOf(points: readonly LonLat[]): LonLat {
  const { west, south, east, north } = extentOf(points);
  return lonLat((west + east) / 2, (south + north) / 2);
}

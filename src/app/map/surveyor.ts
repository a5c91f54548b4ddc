// SPDX-License-Identifier: EUPL-1.2
/** The worker that reads the building tiles for sections, sights, what is seen from a place and hours of sun. */
import { lonLat } from '../../city/frames';
import { FlatFrame } from '../../city/standing';
import { readStanding } from '../../stream/height-field/standing-tiles';
import { lengthM } from '../../survey/ellipsoid';
import { roofsUnder } from '../../survey/profile';
import type {
  FromSurveyor,
  SunlightQuestion,
  SurveyAnswer,
  SurveyQuestion,
  ToSurveyor,
} from '../../survey/questions';
import { heightGrid, viewshed } from '../../survey/viewshed';
import { planOf, sunlightOver } from './sunlight-answer';

type Told = (share: number) => void;
/** Cells of what is seen, metres. */
const STEP_M = 1;
/** Tiles come first, then rays. */
const READING = 0.6;
/** Of a degree of latitude, a little short, so that bounds are a little wide. */
const M_PER_DEGREE = 111_000;

const say = (message: FromSurveyor, transfer: Transferable[] = []) =>
  (self as unknown as Worker).postMessage(message, transfer);

self.onmessage = async ({ data }: MessageEvent<ToSurveyor>) => {
  try {
    const answer = await answerTo(data, (share) => say({ kind: 'progress', share }));
    say({ kind: 'answer', answer }, buffersOf(answer));
  } catch (error) {
    say({ kind: 'fault', fault: error instanceof Error ? error.message : String(error) });
  }
};

function buffersOf(answer: SurveyAnswer): Transferable[] {
  if (answer.kind === 'viewshed') return [answer.seenGround.buffer];
  return answer.kind === 'sunlight' && answer.raster ? [answer.raster.pixels.buffer] : [];
}

function answerTo({ tileset, question }: ToSurveyor, told: Told): Promise<SurveyAnswer> {
  switch (question.kind) {
    case 'section':
      return section(tileset, question, told);
    case 'viewshed':
      return visible(tileset, question, told);
    case 'sunlight':
      return sunlight(tileset, question, told);
  }
}

async function sunlight(tileset: string, question: SunlightQuestion, told: Told): Promise<SurveyAnswer> {
  const plan = planOf(question);
  const standing = await readStanding(tileset, { bounds: plan.bounds }, plan.frame.origin, (done, of) =>
    told((READING * done) / Math.max(1, of)),
  );
  const work = sunlightOver(standing, plan, question);
  let step = work.next();
  for (; !step.done; step = work.next()) told(READING + (1 - READING) * step.value);
  return step.value;
}

async function section(
  tileset: string,
  { line }: Extract<SurveyQuestion, { kind: 'section' }>,
  told: Told,
): Promise<SurveyAnswer> {
  const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)];
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2;
  const frame = new FlatFrame(lonLat(middle(lons), middle(lats)));
  const standing = await readStanding(tileset, { line }, frame.origin, (done, of) =>
    told(done / Math.max(1, of)),
  );
  const flat = line.map((at) => frame.to(at));
  const flatM = flat
    .slice(1)
    .reduce((sum, [x, y], i) => sum + Math.hypot(x - flat[i]![0], y - flat[i]![1]), 0);
  const trueM = lengthM(line);
  // The frame's lengths are a little off far from its middle: stretches are told in true ones.
  const scale = flatM > 0 ? trueM / flatM : 1;
  const roofs = roofsUnder(standing, flat).map((roof) => ({
    ...roof,
    fromM: roof.fromM * scale,
    toM: roof.toM * scale,
  }));
  return { kind: 'section', roofs, lengthM: trueM };
}

async function visible(
  tileset: string,
  { at, eyeUpM, radiusM }: Extract<SurveyQuestion, { kind: 'viewshed' }>,
  told: Told,
): Promise<SurveyAnswer> {
  const north = radiusM / M_PER_DEGREE;
  const east = north / Math.cos((at[1] * Math.PI) / 180);
  const bounds = [at[0] - east, at[1] - north, at[0] + east, at[1] + north] as const;
  const standing = await readStanding(tileset, { bounds }, at, (done, of) =>
    told((READING * done) / Math.max(1, of)),
  );
  const grid = heightGrid(standing, radiusM, STEP_M);
  const work = viewshed(grid, eyeUpM, radiusM);
  let step = work.next();
  for (; !step.done; step = work.next()) told(READING + (1 - READING) * step.value);
  const { seen, ...counts } = step.value;
  const seenGround = new Uint8Array(seen.length);
  for (let i = 0; i < seen.length; i++) seenGround[i] = grid.building[i] === -1 ? (seen[i] as number) : 0;
  const frame = new FlatFrame(at);
  const half = (grid.side * STEP_M) / 2;
  return {
    kind: 'viewshed',
    side: grid.side,
    stepM: STEP_M,
    seenGround,
    southWest: frame.from(-half, -half),
    northEast: frame.from(half, half),
    ...counts,
  };
}

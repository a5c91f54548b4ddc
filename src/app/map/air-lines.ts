// SPDX-License-Identifier: EUPL-1.2
/** What of the sketches stands in the air: heights, lines between roofs, sights with what of them is hidden. Pure. */
import type { AirLine, AirPoint } from '../../layers/solid/sketch-lines';
import type { SectionAnswer } from '../../survey/questions';
import { sightAlong } from '../../survey/sight';
import { EYE_M, type Sketch, type Spot, type Tool } from '../../survey/sketch';

/** `sectionOf`: what lies along a sight, once it is known. */
export function airLines(
  sketches: readonly Sketch[],
  tool: Tool | null,
  sectionOf: (sketch: Sketch) => SectionAnswer | null,
): AirLine[] {
  const kept = sketches.flatMap((sketch) =>
    sketch.kind === 'sight' ? sightLines(sketch, sectionOf(sketch)) : inTheAir(sketch.spots),
  );
  return tool && tool.kind !== 'walk' ? [...kept, ...inTheAir(tool.spots)] : kept;
}

const inTheAir = (spots: readonly Spot[]): AirLine[] =>
  spots.length > 1 && spots.some(({ heightM }) => heightM > 0) ? [{ points: spots }] : [];

/** From the eye to where something stands in the way, and on from there as what is hidden. */
function sightLines({ spots, eyeM = EYE_M, targetM = 0 }: Sketch, section: SectionAnswer | null): AirLine[] {
  const [from, to] = spots;
  if (!from || !to) return [];
  const eye: AirPoint = { at: from.at, heightM: from.heightM + eyeM };
  const target: AirPoint = { at: to.at, heightM: to.heightM + targetM };
  const blocked = section && sightAlong(section.roofs, section.lengthM, eye.heightM, target.heightM).blocked;
  if (!section || !blocked) return [{ points: [eye, target] }];
  const share = blocked.atM / section.lengthM;
  const mix = (a: number, b: number) => a + (b - a) * share;
  const wall: AirPoint = {
    at: [mix(from.at[0], to.at[0]), mix(from.at[1], to.at[1])] as unknown as Spot['at'],
    heightM: mix(eye.heightM, target.heightM),
  };
  return [{ points: [eye, wall] }, { points: [wall, target], hidden: true }];
}

// SPDX-License-Identifier: EUPL-1.2
/** Whether one sees from one point to another over the buildings between. Pure. */
import type { RoofStretch } from './profile';

export interface Sight {
  readonly seen: boolean;
  /** The first roof that stands in the way, where it begins; null where none does. */
  readonly blocked: {
    readonly building: number;
    readonly atM: number;
    readonly roofM: number;
    readonly lineM: number;
  } | null;
  /** Where the line passes nearest over a roof (or deepest under it): line minus roof; null without buildings. */
  readonly clearance: { readonly building: number; readonly atM: number; readonly marginM: number } | null;
}

/** So near its ends the line may touch what the viewer or the target stands on. */
const END_M = 0.5;

/**
 * A straight line from `eyeUpM` to `targetUpM` (above the ground) over the roofs of {@link roofsUnder} of
 * the same line. Buildings are solid down to the ground.
 */
export function sightAlong(
  roofs: readonly RoofStretch[],
  lengthM: number,
  eyeUpM: number,
  targetUpM: number,
): Sight {
  const lineAt = (x: number) => eyeUpM + ((targetUpM - eyeUpM) * x) / (lengthM || 1);
  let blocked: Sight['blocked'] = null;
  let clearance: Sight['clearance'] = null;
  for (const roof of roofs) {
    const from = Math.max(roof.fromM, END_M);
    const to = Math.min(roof.toM, lengthM - END_M);
    if (from >= to) continue;
    const roofAt = (x: number) =>
      roof.fromUpM + ((roof.toUpM - roof.fromUpM) * (x - roof.fromM)) / (roof.toM - roof.fromM);
    const margin = (x: number) => lineAt(x) - roofAt(x);
    // Both are straight: the least is at an end.
    const atM = margin(from) <= margin(to) ? from : to;
    if (!clearance || margin(atM) < clearance.marginM)
      clearance = { building: roof.building, atM, marginM: margin(atM) };
    if (margin(atM) > 0) continue;
    const hitM = margin(from) <= 0 ? from : from + ((to - from) * margin(from)) / (margin(from) - margin(to));
    if (!blocked || hitM < blocked.atM)
      blocked = { building: roof.building, atM: hitM, roofM: roofAt(hitM), lineM: lineAt(hitM) };
  }
  return { seen: blocked === null, blocked, clearance };
}

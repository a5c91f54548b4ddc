// SPDX-License-Identifier: EUPL-1.2
/** `building:part`: the parts stand for the outline where they cover it. */
import Flatbush from 'flatbush';
import { placeOf } from '../editions';
import type { CleanContext } from '../theme';
import { type Candidate, fillHeight, fillPlace, fromElsewhere } from './candidate';
import { boxOverlap, coveredSize, sizeOf, without } from './footprint';

/** From this share on the parts tell the whole building. */
const REPLACING_SHARE = 0.8;
/** A part belongs to the outline that holds more than this share of it. */
const BELONGING_SHARE = 0.5;
/** Less than this share of an outline is not worth showing beside its parts. */
const LEAST_REST = 0.05;

/**
 * Outlines that their parts cover by four fifths are dropped; of others the parts on the ground are
 * cut out. A part has its outline's use, year and address, and height where it states none; the
 * largest part its name. A building with modelled surfaces has its parts in them already: those that
 * other sources tell of it are dropped.
 */
export function placeParts(candidates: readonly Candidate[], drop: CleanContext['drop']): void {
  const parts = candidates.filter((c) => c.isPart && !c.dropped);
  if (parts.length === 0) return;
  const index = new Flatbush(parts.length);
  for (const { box } of parts) index.add(...box);
  index.finish();
  const partsOf = (outline: Candidate) =>
    index
      .search(...outline.box)
      .map((i) => parts[i] as Candidate)
      .filter((part) => !part.dropped && belongs(part, outline));
  const outlines = candidates.filter((c) => !c.isPart && !c.dropped);
  // The models first: a part of theirs must not stand for another outline.
  for (const model of outlines) if (model.surfaces) dropModelled(model, partsOf(model), drop);
  for (const outline of outlines) {
    const own = outline.surfaces ? [] : partsOf(outline);
    if (own.length > 0) replaceByParts(outline, own, drop);
  }
}

function dropModelled(model: Candidate, parts: readonly Candidate[], drop: CleanContext['drop']): void {
  for (const part of parts) {
    if (!fromElsewhere(part, model) || part.rank > model.rank) continue;
    part.dropped = true;
    drop(
      'same-as-better-source',
      `${placeOf(part.origin)}: part of ${placeOf(model.origin)}, which has surfaces`,
    );
  }
}

function belongs(part: Candidate, outline: Candidate): boolean {
  const enough = BELONGING_SHARE * part.size;
  return (
    boxOverlap(part.box, outline.box) > enough && coveredSize(part.footprint, [outline.footprint]) > enough
  );
}

function replaceByParts(outline: Candidate, parts: readonly Candidate[], drop: CleanContext['drop']): void {
  const largest = parts.reduce((a, b) => (b.size > a.size ? b : a));
  largest.name ??= outline.name;
  for (const part of parts) {
    fillPlace(part, outline);
    fillHeight(part, outline);
  }
  const footprints = parts.map((p) => p.footprint);
  const share = coveredSize(outline.footprint, footprints) / outline.size;
  if (share >= REPLACING_SHARE) {
    outline.dropped = true;
    const shown = `${Math.round(share * 100)} % covered by ${parts.length} parts`;
    drop('replaced-by-parts', `${placeOf(outline.origin)}: ${shown}`);
    return;
  }
  const grounded = parts.filter((p) => p.minHeightM === 0).map((p) => p.footprint);
  if (grounded.length === 0) return;
  const rest = without(outline.footprint, grounded);
  const restSize = rest ? sizeOf(rest) : 0;
  if (!rest || restSize < LEAST_REST * outline.size) {
    outline.dropped = true;
    drop('replaced-by-parts', `${placeOf(outline.origin)}: nothing is left beside its parts`);
    return;
  }
  outline.footprint = rest;
  outline.size = restSize;
}

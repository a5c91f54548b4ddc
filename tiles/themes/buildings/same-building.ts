// SPDX-License-Identifier: EUPL-1.2
/** Several sources tell of one building: the best telling stays, the others lend what it lacks. */
import Flatbush from 'flatbush';
import { placeOf } from '../editions';
import type { CleanContext } from '../theme';
import { type Candidate, fillBuilding, fillPlace, fromElsewhere } from './candidate';
import {
  boxOverlap,
  coveredSize,
  type Footprint,
  footprintHash,
  polygonsOf,
  sizeOf,
  without,
} from './footprint';

/** More than this share of the smaller one: the same building. */
const SAME_SHARE = 0.5;
/** Less than this share of a footprint is no building of its own any more. */
const LEAST_REST = 0.1;

/** Best first: by how the height is known, then by the order of the sources, then of the rows. */
export function byPrecedence(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => b.rank - a.rank);
}

/**
 * Drops the candidates whose footprint another, better one has too, corner for corner. Parts that
 * stand on one another share a footprint and are all kept.
 */
export function dropRepeated(sorted: readonly Candidate[], drop: CleanContext['drop']): void {
  const seen = new Map<number, Candidate[]>();
  for (const candidate of sorted) {
    const key = footprintHash(candidate.footprint);
    const alike = seen.get(key);
    if (!alike) {
      seen.set(key, [candidate]);
      continue;
    }
    const better = alike.find((other) => isRepetition(candidate, other));
    if (!better) {
      alike.push(candidate);
      continue;
    }
    fillBuilding(better, candidate);
    candidate.dropped = true;
    const reason = better.sourceId === candidate.sourceId ? 'duplicate-geometry' : 'same-as-better-source';
    drop(reason, `${placeOf(candidate.origin)}: the footprint of ${placeOf(better.origin)}`);
  }
}

const isRepetition = (a: Candidate, b: Candidate): boolean =>
  a.isPart === b.isPart && (!a.isPart || (a.minHeightM === b.minHeightM && a.heightM === b.heightM));

/**
 * Drops what better candidates of other files cover by more than half, and cuts them out of what
 * they cover less of. A candidate shares its building with a better one where their common area is
 * more than half of the smaller: then it lends its attributes, and its id where both are much alike.
 */
export function mergeOverlapping(sorted: readonly Candidate[], drop: CleanContext['drop']): void {
  const wholes = sorted.filter((c) => !c.isPart && !c.dropped);
  const first = wholes[0];
  if (!first || !wholes.some((c) => fromElsewhere(c, first))) return;
  const index = new Flatbush(wholes.length);
  for (const { box } of wholes) index.add(...box);
  index.finish();
  wholes.forEach((candidate, rank) => {
    const better = index
      .search(...candidate.box)
      .filter((i) => i < rank)
      .map((i) => wholes[i] as Candidate)
      .filter((other) => !other.dropped && fromElsewhere(candidate, other));
    if (better.length > 0) mergeInto(better, candidate, drop);
  });
}

/** A model of ours stands for its courtyards too: what is left of a coarser telling would fill them. */
const coverOf = ({ silhouette, footprint }: Candidate): Footprint =>
  silhouette
    ? { type: 'MultiPolygon', coordinates: polygonsOf(footprint).map((rings) => rings.slice(0, 1)) }
    : footprint;

/** What two have in common of all that they cover together; a model counts with its courtyards. */
function shareOfBoth(b: Candidate, candidate: Candidate, size: number): number {
  if (!b.silhouette) return size / (b.size + candidate.size - size);
  const cover = coverOf(b);
  const common = coveredSize(cover, [candidate.footprint]);
  return common / (sizeOf(cover) + candidate.size - common);
}

function mergeInto(better: readonly Candidate[], candidate: Candidate, drop: CleanContext['drop']): void {
  const shared = better
    .filter((b) => boxOverlap(b.box, candidate.box) > SAME_SHARE * Math.min(b.size, candidate.size))
    .map((b) => ({ b, size: coveredSize(b.footprint, [candidate.footprint]) }))
    .filter(({ b, size }) => size > SAME_SHARE * Math.min(b.size, candidate.size))
    .sort((x, y) => y.size - x.size);
  const [most] = shared;
  if (!most) return;
  const covering = shared.map(({ b }) => coverOf(b));
  const covered = coveredSize(candidate.footprint, covering) / candidate.size;
  for (const { b, size } of shared) {
    if (shareOfBoth(b, candidate, size) > SAME_SHARE) fillBuilding(b, candidate);
    else fillPlace(b, candidate);
  }
  const rest = covered > SAME_SHARE ? undefined : without(candidate.footprint, covering);
  const restSize = rest ? sizeOf(rest) : 0;
  if (rest && restSize > LEAST_REST * candidate.size) {
    candidate.footprint = rest;
    candidate.size = restSize;
    return;
  }
  candidate.dropped = true;
  const sameId = candidate.stableId !== undefined && candidate.stableId === most.b.stableId;
  drop(
    sameId && candidate.sourceId === most.b.sourceId ? 'duplicate-id' : 'same-as-better-source',
    `${placeOf(candidate.origin)}: ${Math.round(covered * 100)} % of it is in ${placeOf(most.b.origin)}`,
  );
}

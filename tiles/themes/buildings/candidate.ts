// SPDX-License-Identifier: EUPL-1.2
import type { BuildingUse, HeightOrigin } from '../../../src/city/building';
import type { BuildingRow, Origin } from '../rows';
import { type Box, boxOf, type Footprint, sizeOf } from './footprint';

/** A row on its way to becoming a building: what is not known of it may yet come from another row. */
export interface Candidate {
  readonly sourceId: string;
  readonly origin: Origin;
  readonly isPart: boolean;
  readonly rank: number;
  readonly surfaces: BuildingRow['surfaces'];
  readonly silhouette: BuildingRow['surfaces'];
  /** Its id where no other source lends one. */
  readonly ownId: string | undefined;
  readonly minHeightM: number;
  footprint: Footprint;
  /** Of the footprint as read. */
  readonly box: Box;
  /** Square steps (see footprint.ts). */
  size: number;
  stableId: string | undefined;
  heightM: number | undefined;
  heightOrigin: HeightOrigin;
  heightSource: string | undefined;
  storeys: number;
  use: BuildingUse;
  year: number;
  name: string | undefined;
  address: string | undefined;
  dropped: boolean;
}

export function candidateOf(row: BuildingRow, sourceId: string): Candidate {
  const isKnown = row.heightM !== undefined && row.heightOrigin !== undefined;
  return {
    sourceId,
    origin: row.origin,
    isPart: row.isPart === true,
    rank: row.rank,
    surfaces: row.surfaces,
    silhouette: row.silhouette,
    ownId: row.ownId,
    minHeightM: row.minHeightM ?? 0,
    footprint: row.geometry,
    box: boxOf(row.geometry),
    size: sizeOf(row.geometry),
    stableId: row.stableId,
    heightM: isKnown ? row.heightM : undefined,
    heightOrigin: isKnown ? (row.heightOrigin as HeightOrigin) : 'assumed',
    heightSource: isKnown ? sourceId : undefined,
    storeys: row.storeys ?? 0,
    use: row.use ?? 'unknown',
    year: row.year ?? 0,
    name: row.name,
    address: row.address,
    dropped: false,
  };
}

/** Whether two candidates can be two tellings of one building: not of one file. */
export const fromElsewhere = (a: Candidate, b: Candidate): boolean =>
  a.sourceId !== b.sourceId || a.origin.file !== b.origin.file;

/** What `from` knows of the place and `to` does not. */
export function fillPlace(to: Candidate, from: Candidate): void {
  if (to.use === 'unknown') to.use = from.use;
  to.year ||= from.year;
  to.address ??= from.address;
}

/** What `from` knows of the same building and `to` does not. */
export function fillBuilding(to: Candidate, from: Candidate): void {
  fillPlace(to, from);
  fillHeight(to, from);
  to.storeys ||= from.storeys;
  to.name ??= from.name;
  to.stableId ??= from.stableId;
}

export function fillHeight(to: Candidate, from: Candidate): void {
  if (to.heightM !== undefined || from.heightM === undefined || from.heightM <= to.minHeightM) return;
  to.heightM = from.heightM;
  to.heightOrigin = from.heightOrigin;
  to.heightSource = from.heightSource;
}

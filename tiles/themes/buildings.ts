// SPDX-License-Identifier: EUPL-1.2
import type { LonLat } from '../../src/city/frames';
import { areaM2, centreOf } from '../formats/geometry';
import { type Candidate, candidateOf } from './buildings/candidate';
import { footprintHash } from './buildings/footprint';
import { assumedHeightM } from './buildings/height';
import { namedBuildings } from './buildings/named';
import { placeParts } from './buildings/parts';
import { byPrecedence, dropRepeated, mergeOverlapping } from './buildings/same-building';
import { placeOf } from './editions';
import type { CleanBuilding, CleanContext, Theme } from './theme';

/** Lower ones are demolished, or courtyards that were drawn as buildings. */
const LEAST_HEIGHT_M = 2;

/**
 * Buildings of all sources, each once. Precedence: the row whose height is known best (`rank`), then
 * the order of the sources. Rows of which more than half lies in better ones lend them what they
 * lack (use, storeys, year, name, OSM id, height) and are dropped. Outlines give way to their parts.
 */
export const buildings: Theme<'buildings'> = {
  id: 'buildings',
  clean: (bySource, context) => {
    const candidates = byPrecedence(
      bySource.flatMap(({ source, rows }) => rows.map((row) => candidateOf(row, source.id))),
    );
    dropRepeated(candidates, context.drop);
    mergeOverlapping(candidates, context.drop);
    placeParts(candidates, context.drop);
    const idOf = uniqueIds();
    const kept: CleanBuilding[] = [];
    for (const candidate of candidates) {
      const building = candidate.dropped ? undefined : buildingOf(candidate, context, idOf);
      if (building) kept.push(building);
    }
    return { kept: kept.length, buildings: kept, search: namedBuildings(kept, context.districts) };
  },
};

type IdOf = (candidate: Candidate) => string;

function buildingOf(candidate: Candidate, context: CleanContext, idOf: IdOf): CleanBuilding | undefined {
  const size = areaM2(candidate.footprint);
  const { minHeightM, storeys, use, year, footprint, surfaces, silhouette, heightOrigin } = candidate;
  const heightM = candidate.heightM ?? assumedHeightM(use, size, minHeightM);
  const fault = heightFault(heightM, minHeightM);
  if (fault) {
    context.drop(fault.reason, `${placeOf(candidate.origin)}: ${fault.detail}`);
    return undefined;
  }
  const centre: LonLat = centreOf(footprint);
  const stableId = idOf(candidate);
  return {
    stableId,
    footprint,
    heightM,
    minHeightM,
    heightOrigin,
    storeys,
    use,
    year,
    district: context.districts.at(centre),
    centre,
    areaM2: size,
    ...(surfaces ? { surfaces } : {}),
    ...(silhouette ? { silhouette } : {}),
    record: {
      stableId,
      ...(candidate.name ? { name: candidate.name } : {}),
      ...(candidate.address ? { address: candidate.address } : {}),
      ...(minHeightM > 0 ? { minHeightM } : {}),
      footprintSource: candidate.sourceId,
      ...(candidate.heightSource ? { heightSource: candidate.heightSource } : {}),
    },
  };
}

function heightFault(heightM: number, minHeightM: number) {
  if (heightM < LEAST_HEIGHT_M) return { reason: 'height-under-2m', detail: `height ${heightM} m` } as const;
  if (heightM <= minHeightM)
    return {
      reason: 'bad-value',
      detail: `top at ${heightM} m is not above the base at ${minHeightM} m`,
    } as const;
  return undefined;
}

/**
 * The source's id, else one's own, else `fp-` and a hash of the footprint. Where two have the same (parts of one
 * relation told as rows of one id), the later ones are numbered from 2.
 */
function uniqueIds(): IdOf {
  const used = new Set<string>();
  return ({ stableId, ownId, footprint }) => {
    const base = stableId ?? ownId ?? `fp-${footprintHash(footprint).toString(36)}`;
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
    used.add(id);
    return id;
  };
}

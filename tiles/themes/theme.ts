// SPDX-License-Identifier: EUPL-1.2
import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { BuildingRecord, BuildingUse, HeightOrigin, Paint } from '../../src/city/building';
import type { DroppedCount, SearchEntry } from '../../src/city/catalogue';
import type { ColumnTable } from '../../src/city/columns';
import type { LonLat } from '../../src/city/frames';
import type { GroundLayer, GroundProperties } from '../../src/city/ground';
import type { InputTable } from '../../src/city/inputs';
import type { Place } from '../../src/city/place';
import type { DropReason } from '../sources/reasons';
import type { Source } from '../sources/source';
import type { RowOf, RowThemeId } from './rows';

/** The form of the shelf: how one kind of city thing becomes clean features. Pure. */
export interface Theme<T extends RowThemeId = RowThemeId> {
  readonly id: T;
  /** `rows` by source, in the order of the sources shelf (best first where it matters). */
  readonly clean: (rows: readonly SourceRows<T>[], context: CleanContext) => CleanTheme;
}

export interface SourceRows<T extends RowThemeId> {
  readonly source: Source<T>;
  readonly rows: readonly RowOf[T][];
}

export interface CleanContext {
  readonly place: Place;
  /** Districts of this build ([] before the boundaries theme has run). */
  readonly districts: DistrictFinder;
  /** Model inputs that the themes before this one have made in this build. */
  readonly inputs?: (id: InputTable) => ColumnTable | undefined;
  readonly drop: (reason: DropReason, example: string) => void;
}

export interface DistrictFinder {
  readonly count: number;
  /** Id of the district that holds the point, 0 where none does. */
  readonly at: (point: LonLat) => number;
  readonly name: (id: number) => string | undefined;
  /** By a name in another spelling (case, accents, punctuation folded), 0 where none. */
  readonly byName: (name: string) => number;
  /** In the order of the table `zones`; absent where there are none. */
  readonly zones?: readonly DistrictZone[];
}
export interface DistrictZone {
  readonly id: number;
  /** Where its name stands: inside, far from the edge. */
  readonly at: LonLat;
  readonly areaM2: number;
}

/** A feature of the ground as it goes into the vector tiles. */
export interface GroundFeature<L extends GroundLayer = GroundLayer> {
  readonly layer: L;
  readonly geometry: Geometry;
  readonly properties: GroundProperties[L];
  /** Id of the source that it comes from, the main one where several were merged: the card names it. */
  readonly source: string;
}

/** A building as it goes into the 3D tiles: heights above ground in metres. */
export interface CleanBuilding {
  readonly stableId: string;
  /** Outer rings counter-clockwise, holes clockwise, closed, valid, no repeated points. */
  readonly footprint: Polygon | MultiPolygon;
  readonly heightM: number;
  readonly minHeightM: number;
  readonly heightOrigin: HeightOrigin;
  /** 0 = not known. */
  readonly storeys: number;
  readonly use: BuildingUse;
  /** 0 = not known. */
  readonly year: number;
  readonly district: number;
  readonly centre: LonLat;
  readonly areaM2: number;
  /** LoD2 surfaces instead of an extrusion: rings in degrees + metres above ground. */
  readonly surfaces?: readonly { readonly rings: [number, number, number][][]; readonly paint?: Paint }[];
  /** What of them the coarse levels draw; absent: the extrusion. */
  readonly silhouette?: CleanBuilding['surfaces'];
  readonly record: BuildingRecord;
}

export interface CleanTheme {
  readonly kept: number;
  readonly ground?: readonly GroundFeature[];
  readonly buildings?: readonly CleanBuilding[];
  readonly inputs?: readonly ColumnTable[];
  readonly search?: readonly SearchEntry[];
  /** Boundaries only. */
  readonly districts?: DistrictFinder;
}

export type { DroppedCount };

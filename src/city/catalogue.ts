// SPDX-License-Identifier: EUPL-1.2

import type { LonLat } from './frames';
import type { InputTable } from './inputs';
import type { Bounds } from './place';

/** The kinds of city thing that a build makes. */
export const THEMES = [
  'boundaries',
  'population',
  'buildings',
  'streets',
  'cycleways',
  'rail',
  'transit',
  'greenery',
  'trees',
  'water',
  'traffic-rules',
  'services',
  'businesses',
  'daily-life',
] as const;
export type ThemeId = (typeof THEMES)[number];

/** A sentence in the two languages of the screen. */
export interface Text2 {
  readonly it: string;
  readonly en: string;
}

/** SPDX id where there is one. */
export interface Licence {
  readonly id: 'CC-BY-4.0' | 'CC-BY-3.0-IT' | 'CC0-1.0' | 'ODbL-1.0' | 'IODL-2.0' | 'EUPL-1.2' | 'unstated';
  readonly name: string;
  readonly url: string;
}

/** Publisher, vintage or CRS of a source where neither the file nor its publisher says. */
export const NOT_STATED = 'not stated';

export interface DroppedCount {
  readonly reason: string;
  readonly text: Text2;
  readonly count: number;
  /** "file, row 12: …" of the first one. */
  readonly example: string;
}

/** One source as read in this build. Licence and attribution travel through here to the screen. */
export interface SourceEntry {
  readonly id: string;
  readonly title: Text2;
  readonly publisher: string;
  readonly licence: Licence;
  readonly attribution: string;
  /** Page of the data set, for people. */
  readonly page: string;
  /** As read, several joined with commas. */
  readonly crs: string;
  /**
   * Date or year of the data, as stated by the file, else by the publisher: "2024", "2024-03-31",
   * "2020–2024"; {@link NOT_STATED} where nobody does.
   */
  readonly vintage: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly read: number;
  readonly kept: number;
  readonly dropped: readonly DroppedCount[];
  /** Rows that are kept without one of their values (a height of 9999, say). */
  readonly unusedValues?: readonly DroppedCount[];
}

export interface ThemeEntry {
  readonly id: ThemeId;
  /** Made by the demo generator, not measured in the city. The screen says so. */
  readonly synthetic: boolean;
  readonly kept: number;
  readonly bounds: Bounds | null;
  readonly sources: readonly SourceEntry[];
  /** Dropped or merged by the theme itself (duplicates between sources, say). */
  readonly dropped: readonly DroppedCount[];
}

export interface Catalogue {
  readonly schemaVersion: 1;
  readonly city: {
    readonly id: string;
    readonly name: string;
    readonly centre: LonLat;
    readonly bounds: Bounds;
    readonly timeZone: string;
  };
  readonly themes: readonly ThemeEntry[];
  /** Paths are relative to the catalogue's own folder. */
  readonly files: {
    readonly buildings?: {
      readonly tileset: string;
      readonly count: number;
      /** Records are in `records/<floor(id / recordsPerFile)>.json`: BuildingRecord[]. */
      readonly records: string;
      readonly recordsPerFile: number;
      /** stable id → [id, lon, lat]: `lookup/<shard>.json`, shard = fnv1a(stableId) mod shards. */
      readonly lookup: string;
      readonly lookupShards: number;
    };
    /**
     * Trees as 3D Tiles 1.1 with EXT_mesh_gpu_instancing. A leaf's glTF has a node for each kind that
     * stands in it (`extras`: TreeKind of trees.ts); its unit mesh, 1 m wide and 1 m high with its foot
     * at the origin, is scaled by crown and height. Leaves hang under empty tiles of an error of 19 m:
     * they are drawn from about zoom 15.5 on at the buildings' target of 16 px.
     */
    readonly trees?: { readonly tileset: string; readonly count: number };
    readonly ground?: VectorArchive;
    readonly footprints?: VectorArchive;
    readonly search?: string;
    readonly inputs: readonly {
      readonly id: InputTable;
      readonly file: string;
      readonly rows: number;
      readonly sha256: string;
    }[];
    /**
     * Rows of the table view: `tables/<layer>.json`, {@link LayerTable}. A table of more than 5,000
     * rows comes in `pages` of that many, in order; `file` is the first of them.
     */
    readonly tables: readonly {
      readonly layer: string;
      readonly file: string;
      readonly rows: number;
      readonly pages?: readonly string[];
    }[];
  };
}

export interface VectorArchive {
  readonly pmtiles: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly layers: readonly { readonly id: string; readonly features: number }[];
}

/** A layer as a table, for the list beside the map and for a browser without WebGL. */
export interface LayerTable {
  readonly layer: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** One point a row, where the map flies to. */
  readonly at: readonly LonLat[];
}

/** `manifest.json`: the only file that changes; replaced last, by rename. */
export interface Manifest {
  readonly schemaVersion: 1;
  /** Folder of the current build, relative to the manifest: `tiles/<hash>`. */
  readonly path: string;
  readonly previous: string | null;
  /** Hash of inputs, options and version of the builder: a build with the same one has nothing to do. */
  readonly inputHash: string;
  readonly builtAt: string;
}

/** A thing that the search box finds: `search.json` is an array of these. */
export interface SearchEntry {
  /** What it is; the selection it becomes. */
  readonly kind: 'district' | 'municipio' | 'street' | 'stop' | 'service' | 'place' | 'building';
  readonly id: string;
  readonly name: string;
  /** What it is more closely, as a code: the class of a service, the mode of a stop. */
  readonly class?: string;
  /** Second line: lines, address, district. */
  readonly detail?: string;
  readonly at: LonLat;
}

/** FNV-1a, 32 bit, over UTF-16 units: which lookup shard holds a stable id. */
export function fnv1a(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

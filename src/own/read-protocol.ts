// SPDX-License-Identifier: EUPL-1.2
/** What the page and the worker that reads a file say to each other. */
import type { Bounds } from '../city/place';
import type { CsvReading } from '../formats/csv-guess';
import type { FaultCode, FaultValues } from '../formats/fault';
import type { Placing, Surroundings } from '../formats/placing';
import type { Asked, Format, ReadStep } from '../formats/read-file';
import type { FileTable } from '../formats/table';
import type { OwnColumn, ShapeCounts } from './own-layer';

/** Why the place of a file is asked for, or has to be confirmed. */
export type PlaceQuestion =
  /** It says nothing of its coordinates. */
  | 'missing'
  /** It names a system that is not known here. */
  | 'unknown'
  /** By what it says it lies elsewhere; by another reading here. */
  | 'elsewhere'
  /** Latitude and longitude, or northing and easting, stand the wrong way round. */
  | 'swapped'
  /** By no reading is it anywhere near. */
  | 'outside';

/** What was read, for somebody to look at before it comes onto the city. */
export interface Preview {
  readonly fileName: string;
  readonly format: Format;
  readonly entries: readonly string[];
  readonly entry: string | null;
  readonly rows: number;
  readonly shapes: ShapeCounts;
  /** Rows whose shape has a coordinate that is no number. */
  readonly badShapes: number;
  readonly mixed: number;
  readonly columns: readonly OwnColumn[];
  /** The first rows, by column. */
  readonly sample: readonly (readonly (string | number | null)[])[];
  readonly title: string | null;
  /** What the file says of its coordinates. */
  readonly crs: string | null;
  readonly crsText: string | null;
  /** The likeliest first; none: it has no places. */
  readonly placings: readonly Placing[];
  /** Which of them is taken unless somebody says otherwise; null: somebody has to. */
  readonly placing: number | null;
  readonly question: PlaceQuestion | null;
  readonly csv: (CsvReading & { readonly header: readonly string[]; readonly ragged: number }) | null;
}

export interface Taken {
  readonly table: FileTable;
  readonly bounds: Bounds;
  readonly shapes: ShapeCounts;
  /** Rows without a place here: too far away. */
  readonly outside: number;
}

/** Of what did not come to be: a fault of the file, or of the reading. */
export type OwnFaultCode = FaultCode | 'stalled' | 'too-long' | 'memory' | 'cancelled' | 'unexpected';
export interface OwnFault {
  readonly code: OwnFaultCode;
  readonly values: FaultValues;
  /** For whoever asks more precisely, in the words of the reader. */
  readonly detail: string;
}

export type ToReader =
  | { readonly kind: 'open'; readonly file: Blob; readonly name: string; readonly city: Surroundings }
  | { readonly kind: 'ask'; readonly asked: Asked }
  | { readonly kind: 'take'; readonly crs: string; readonly swapped: boolean };
export type FromReader =
  | { readonly kind: 'tick'; readonly step: ReadStep }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'taken'; readonly taken: Taken }
  | { readonly kind: 'failed'; readonly fault: OwnFault };

// SPDX-License-Identifier: EUPL-1.2
/** The form of what lives on the ground: rows → points of a GeoJSON source, and how MapLibre draws them. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { LonLat } from '../../city/frames';
import type { LiveKind } from '../../city/live';
import type { Known } from '../../stream/live/known';
import type { Look } from '../layer';

export interface LiveFeature {
  /** Unique in its layer. */
  readonly id: string;
  readonly at: LonLat;
  /** `live` and `thing` say what is chosen with a click: the kind, and the id of its card. */
  readonly properties: Readonly<Record<string, string | number | boolean | null>> & {
    readonly live: LiveKind;
    readonly thing: string;
    readonly stale: boolean;
  };
}

/** Where the stops of the timetable are, by the ids of the feed. */
export interface StopPlaces {
  readonly stops: ReadonlyMap<string, LonLat>;
  readonly ofRoute: ReadonlyMap<string, readonly string[]>;
}

export interface LiveGround<K extends LiveKind> {
  /** Of the shelf. */
  readonly layer: string;
  readonly kind: K;
  /** Whether {@link features} needs the places of stops. */
  readonly needsStops?: true;
  /** Whether it needs the places of gates. */
  readonly needsGates?: true;
  features(
    known: Known<K>,
    at: {
      readonly atMs: number | null;
      readonly stops: StopPlaces | null;
      /** By their ids; null while they are on their way. */
      readonly gates?: ReadonlyMap<string, LonLat> | null;
      /** A whole number as the page's language writes it. */
      readonly number: (value: number) => string;
    },
  ): LiveFeature[];
  /** Over the source {@link sourceOf}, in drawing order. */
  style(look: Look): LayerSpecification[];
}

export const sourceOf = (layer: string): string => `live-${layer}`;

/** Fresh things as `fresh` says, stale ones as `stale`. */
export const unlessStale = <T extends string | number>(
  fresh: ExpressionSpecification | T,
  stale: ExpressionSpecification | T,
): ExpressionSpecification => ['case', ['get', 'stale'], stale, fresh] as ExpressionSpecification;

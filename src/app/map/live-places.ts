// SPDX-License-Identifier: EUPL-1.2
/** Where stops and gates are, for the layers that draw at them: asked for when first needed. */
import type { LonLat } from '../../city/frames';
import type { StopPlaces } from '../../layers/live/live-ground';
import type { CityFiles } from '../state/city-files';
import { tellFault } from '../state/fault';

/** Null: not here yet. */
export interface Places {
  readonly stops: StopPlaces | null;
  readonly gates: ReadonlyMap<string, LonLat> | null;
}

/** Until what did not come may be asked for again. */
export const ASK_AGAIN_MS = 30_000;

type Loads = { readonly [K in keyof Places]: () => Promise<NonNullable<Places[K]>> };

export class LivePlaces {
  readonly #loads: Loads;
  readonly #onCame: () => void;
  readonly #nowMs: () => number;
  readonly #notBeforeMs = { stops: Number.NEGATIVE_INFINITY, gates: Number.NEGATIVE_INFINITY };
  #places: Places = { stops: null, gates: null };

  /** `onCame`: there are more of them now. */
  constructor(loads: Loads, onCame: () => void, nowMs = () => performance.now()) {
    this.#loads = loads;
    this.#onCame = onCame;
    this.#nowMs = nowMs;
  }

  /** The same object as long as no others have come. */
  get all(): Places {
    return this.#places;
  }

  /** Has them come, unless they are here, on their way, or failed just now; a fault is told. */
  ask(what: keyof Places): void {
    if (this.#places[what] !== null || this.#nowMs() < this.#notBeforeMs[what]) return;
    this.#notBeforeMs[what] = Number.POSITIVE_INFINITY;
    this.#loads[what]().then(
      (came) => {
        this.#places = { ...this.#places, [what]: came };
        this.#onCame();
      },
      (error: unknown) => {
        this.#notBeforeMs[what] = this.#nowMs() + ASK_AGAIN_MS;
        tellFault(error);
      },
    );
  }
}

/** Where the gates are, by their ids. */
export async function loadGatePlaces(files: CityFiles): Promise<ReadonlyMap<string, LonLat>> {
  const pages = await Promise.all(
    Array.from({ length: files.pages('gate') }, (_, n) => files.page('gate', n)),
  );
  const places = new Map<string, LonLat>();
  for (const { columns, rows, at } of pages)
    rows.forEach((row, n) => {
      const place = at[n];
      if (place) places.set(String(row[columns.indexOf('id')]), place);
    });
  return places;
}

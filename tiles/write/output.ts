// SPDX-License-Identifier: EUPL-1.2
/** Where a writer puts its files: a folder that is not yet visible to anyone. */
export interface Output {
  /** Writes `bytes` at a path relative to the build's folder, with `.br` and `.gz` beside it when `compress`. */
  write(path: string, bytes: Uint8Array, compress?: boolean): Promise<void>;
}

/** Steps of a writer, for the progress bar. */
export interface Progress {
  /** `done` of `total` units of this step. */
  (step: string, done: number, total: number): void;
}

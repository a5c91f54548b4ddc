// SPDX-License-Identifier: EUPL-1.2
/** What a page offers the bench of moving things, as `window.benchMap`. */
export interface BenchMap {
  readonly map: {
    on(event: 'render', heard: () => void): void;
    off(event: 'render', heard: () => void): void;
  };
  /** Brings what moves to its place of now and asks for a frame. */
  nextFrame(): void;
}

/** Over the middle of the city, from where all of it is in view. */
export const BENCH_VIEW = { center: [9.19, 45.464] as [number, number], zoom: 13.2, pitch: 50, bearing: 0 };
export const BENCH_SIZE = { width: 1280, height: 720 };

declare global {
  interface Window {
    benchMap: BenchMap;
    /** Of a peer: what it draws beside its ground. */
    benchShow?: (vehicles: number, streets: number) => void;
  }
}

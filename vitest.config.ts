// SPDX-License-Identifier: EUPL-1.2
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const JOURNEYS = ['e2e/{journeys,pictures,contracts}/**/*.test.ts'];
/**
 * Those that keep both cores busy, or drive as many listeners as a server bears; those that hold a page to
 * how long it waits for the driver; those that share one built city.
 */
const ALONE = [
  'e2e/journeys/{measures,own-data}.test.ts',
  'e2e/contracts/{listeners,people-real,real-city,simulation}.test.ts',
  'e2e/pictures/milan-real.test.ts',
];

const UNITS = ['{src,tiles,commands}/**/*.test.ts', 'e2e/house.test.ts'];
/**
 * Those that put a page's objects beside Node's, share a store, or put another module in a module's place: each
 * file begins anew.
 */
const APART = ['src/app/**/*.test.ts', 'src/stream/vehicles/pieces.test.ts'];

/** Without a browser. */
function unit(name: string, files: { include: string[]; exclude?: string[] }, isolate: boolean) {
  return {
    test: {
      name,
      ...files,
      isolate,
      // By itself, vitest leaves one core to others: of two, that is half.
      maxWorkers: '100%',
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  } satisfies TestProjectInlineConfiguration;
}

/** In a real browser on the real server. Projects of one vitest follow one another in their `groupOrder`. */
function browser(
  name: string,
  files: { include: string[]; exclude?: string[] },
  { maxWorkers, groupOrder }: { maxWorkers: number; groupOrder: number },
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      ...files,
      globalSetup: ['e2e/city-and-server.ts'],
      maxWorkers,
      sequence: { groupOrder },
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // What a page comes to, on a machine that does much else.
      expect: { poll: { timeout: 20_000 } },
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      unit('unit', { include: UNITS, exclude: APART }, false),
      unit('unit-apart', { include: APART }, true),
      browser('browser', { include: JOURNEYS, exclude: ALONE }, { maxWorkers: 2, groupOrder: 1 }),
      browser('browser-alone', { include: ALONE }, { maxWorkers: 1, groupOrder: 2 }),
    ],
  },
});

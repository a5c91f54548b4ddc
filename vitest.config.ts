// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tiles/**/*.test.ts', 'commands/**/*.test.ts', 'e2e/house.test.ts'],
          // By itself, vitest leaves one core to others: of two, that is half.
          maxWorkers: '100%',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/{journeys,pictures,contracts}/**/*.test.ts'],
          globalSetup: ['e2e/city-and-server.ts'],
          // One browser at a time: two on two cores make each other slow.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

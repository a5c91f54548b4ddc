// SPDX-License-Identifier: EUPL-1.2
/**
 * Shadows as they are drawn: five towers of known height, alone in five places of Milan, at four instants
 * each. Where the ground turns from shade to sun along the shadow of a roof's corner is read off the
 * picture and must lie within a metre of where it is by hand: the corner, and from it
 * height / tan(elevation) away from the sun.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TILES } from '../../commands/programs.mjs';
import { launch, openPage, untilDrawn } from '../browser';
import { startServer } from '../city-and-server';

const projectDir = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(projectDir, '.cache/e2e-shadows');

const TOWER_M = 45;
/** Half the side of a tower, degrees: about 10 m. */
const [HALF_LON, HALF_LAT] = [0.000128, 0.00009];

/** Summer morning and afternoon, winter morning and afternoon, as clocks in Rome show them. */
const INSTANTS = ['2026-06-21T09:00', '2026-06-21T18:00', '2026-12-21T10:30', '2026-12-21T14:30'] as const;

/**
 * Middle of the tower, near the place of that name but clear of its landmarks and their shadows, and the sun's apparent elevation and azimuth (degrees) at the four instants. From
 * Astronomy Engine 2.1 (VSOP87, topocentric, with refraction), which shares nothing with `sun.ts`;
 * NOAA's own sheet, which holds `sun.ts` in its test, has no figures for Milan.
 */
const PLACES: readonly [string, number, number, readonly (readonly [number, number])[]][] = [
  [
    'Duomo',
    9.1994,
    45.4613,
    [
      [32.896, 88.941],
      [31.149, 272.8],
      [16.656, 153.475],
      [15.199, 210.408],
    ],
  ],
  [
    'Porta Nuova',
    9.187,
    45.494,
    [
      [32.888, 88.953],
      [31.16, 272.771],
      [16.623, 153.469],
      [15.175, 210.392],
    ],
  ],
  [
    'CityLife',
    9.1465,
    45.4696,
    [
      [32.859, 88.909],
      [31.187, 272.758],
      [16.632, 153.429],
      [15.21, 210.36],
    ],
  ],
  [
    'San Siro',
    9.128,
    45.4744,
    [
      [32.846, 88.899],
      [31.2, 272.742],
      [16.622, 153.413],
      [15.213, 210.343],
    ],
  ],
  [
    'Figino',
    9.079,
    45.493,
    [
      [32.812, 88.876],
      [31.235, 272.697],
      [16.59, 153.371],
      [15.214, 210.298],
    ],
  ],
];

const DEG = Math.PI / 180;
/** Metres of a degree on the ellipsoid of WGS 84 at a latitude (series of the usual handbooks). */
const mPerLat = (lat: number) =>
  111_132.92 - 559.82 * Math.cos(2 * lat * DEG) + 1.175 * Math.cos(4 * lat * DEG);
const mPerLon = (lat: number) => 111_412.84 * Math.cos(lat * DEG) - 93.5 * Math.cos(3 * lat * DEG);

/** Degrees of a point so many metres along the shadow from the roof's corner that is farthest from the sun. */
function alongShadow(lon: number, lat: number, azimuthDeg: number, distanceM: number): [number, number] {
  const [east, north] = [-Math.sin(azimuthDeg * DEG), -Math.cos(azimuthDeg * DEG)];
  return [
    lon + Math.sign(east) * HALF_LON + (east * distanceM) / mPerLon(lat),
    lat + Math.sign(north) * HALF_LAT + (north * distanceM) / mPerLat(lat),
  ];
}

function buildTowers(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'from'), { recursive: true });
  const square = (lon: number, lat: number, halfLon: number, halfLat: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [lon - halfLon, lat - halfLat],
        [lon + halfLon, lat - halfLat],
        [lon + halfLon, lat + halfLat],
        [lon - halfLon, lat + halfLat],
        [lon - halfLon, lat - halfLat],
      ],
    ],
  });
  const write = (name: string, features: object[]) =>
    writeFileSync(join(folder, 'from', name), JSON.stringify({ type: 'FeatureCollection', features }));
  write(
    'buildings.geojson',
    PLACES.map(([, lon, lat], i) => ({
      type: 'Feature',
      id: `way/${i + 1}`,
      properties: { '@id': `way/${i + 1}`, building: 'yes', height: String(TOWER_M) },
      geometry: square(lon, lat, HALF_LON, HALF_LAT),
    })),
  );
  write('quartieri.geojson', [
    {
      type: 'Feature',
      properties: { id: 1, quartiere: 'Prova' },
      geometry: square(9.15, 45.475, 0.12, 0.06),
    },
  ]);
  const args = [
    ...BUILD_TILES,
    '--from',
    join(folder, 'from'),
    '--city',
    'Milano',
    '--out',
    join(folder, 'city'),
  ];
  const built = spawnSync(process.execPath, args, { cwd: projectDir, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the towers could not be built: ${built.stdout}${built.stderr}`);
}

describe('the tip of a shadow', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  let page: Page;
  beforeAll(async () => {
    buildTowers();
    server = await startServer(join(folder, 'city'), ['--feeds', 'none']);
    browser = await launch();
    ({ page } = await openPage(browser, server.url, {
      reducedMotion: 'reduce',
      viewport: { width: 500, height: 420 },
    }));
    await page.goto(
      `${server.url}/#view=9.1919,45.4641,19,0,0&on=sun&off=districts,labels,municipi&quality=high&time=d2026-06-21T09:00`,
    );
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn === true, undefined, {
      timeout: 90_000,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Metres from the corner, along the shadow, at which the picture turns from shade to sun. */
  async function measured(lon: number, lat: number, azimuthDeg: number, lengthM: number): Promise<number> {
    const steps = Array.from({ length: 121 }, (_, i) => lengthM - 6 + i / 10);
    const points = steps.map((m) => alongShadow(lon, lat, azimuthDeg, m));
    const pixels = await page.evaluate((at) => {
      const { map } = window.__gemello!;
      const { left, top } = map.getCanvas().getBoundingClientRect();
      return at.map((one) => {
        const { x, y } = map.project(one as [number, number]);
        return [x + left, y + top] as const;
      });
    }, points);
    const picture = PNG.sync.read(await page.locator('canvas.maplibregl-canvas').screenshot());
    const box = (await page.locator('canvas.maplibregl-canvas').boundingBox())!;
    const greys = pixels.map(([x, y]) => {
      const at = 4 * (Math.floor(y - box.y) * picture.width + Math.floor(x - box.x));
      return (picture.data[at]! + picture.data[at + 1]! + picture.data[at + 2]!) / 3;
    });
    const [shade, sun] = [greys[0]!, greys.at(-1)!];
    expect(sun - shade, 'shade and sun are told apart').toBeGreaterThan(30);
    const turn = greys.findIndex((grey) => grey > (shade + sun) / 2);
    // Shade up to there, sun from there on.
    expect(greys.slice(turn).every((grey) => grey > (shade + sun) / 2)).toBe(true);
    return steps[turn]!;
  }

  it.each(PLACES)('at %s falls where it does by hand', async (_name, lon, lat, suns) => {
    for (const [i, [elevationDeg, azimuthDeg]] of suns.entries()) {
      const lengthM = TOWER_M / Math.tan(elevationDeg * DEG);
      const tip = alongShadow(lon, lat, azimuthDeg, lengthM);
      const [year, month, day, hours, minutes] = INSTANTS[i]!.split(/\D/).map(Number) as [
        number,
        number,
        number,
        number,
        number,
      ];
      await page.evaluate(
        ({ at, date, secondOfDay }) => {
          const { store, map } = window.__gemello!;
          map.jumpTo({ center: at, zoom: 19, pitch: 0, bearing: 0 });
          store.getState().set({
            clock: { kind: 'typical', weekday: 1, date, secondOfDay, sinceMs: 0, speed: 0 },
          });
        },
        { at: tip, date: { year, month, day }, secondOfDay: hours * 3600 + minutes * 60 },
      );
      await untilDrawn(page);
      const foundM = await measured(lon, lat, azimuthDeg, lengthM);
      expect(Math.abs(foundM - lengthM), `${INSTANTS[i]}: ${foundM} m, by hand ${lengthM} m`).toBeLessThan(1);
    }
  });
});

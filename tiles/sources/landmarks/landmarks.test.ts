// SPDX-License-Identifier: EUPL-1.2
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLat, lonLatToPlane } from '../../../src/city/frames';
import { MILANO, within } from '../../../src/city/place';
import { ringInRing } from '../../../src/formats/rings';
import { at, clean, rowOf as made, measured } from '../../fixtures/building-rows';
import { buildings } from '../../themes/buildings';
import { NO_DISTRICTS } from '../../themes/district-finder';
import type { BuildingRow } from '../../themes/rows';
import { writeBuildings } from '../../write/building-tiles';
import type { Output } from '../../write/output';
import { CC_BY_4 } from '../licences';
import { LANDMARKS } from './index';
import { type Landmark, rowOf } from './landmark';
import { triangleCount, volumeM3 } from './solid-measures';
import type { Solid } from './solids';
import { landmarkModels } from './source';

const solidsOf = (landmark: Landmark): Solid[] => {
  const { far, near = [] } = landmark.model();
  return [...far, ...near];
};
const own = (...rows: BuildingRow[]) => landmarkModels.own?.([{ rows }], () => false) ?? [];
const square = (lon: number, lat: number, sideDeg = 0.0001): Polygon => {
  const ring: Position[] = [
    [lon, lat],
    [lon + sideDeg, lat],
    [lon + sideDeg, lat + sideDeg],
    [lon, lat + sideDeg],
    [lon, lat],
  ];
  return { type: 'Polygon', coordinates: [ring] };
};
/** Buildings at the corners of the city. */
const CITY = [made(square(9.05, 45.39)), made(square(9.27, 45.53))];

describe('the shelf', () => {
  it('has more than thirty, each with its own id, name and sources', () => {
    expect(LANDMARKS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(LANDMARKS.map(({ id }) => id)).size).toBe(LANDMARKS.length);
    expect(new Set(LANDMARKS.map(({ name }) => name)).size).toBe(LANDMARKS.length);
    for (const { sources, at: place, year } of LANDMARKS) {
      expect(sources.length).toBeGreaterThan(1);
      expect(within(MILANO.bounds, lonLat(...place))).toBe(true);
      expect(year).toBeLessThan(2027);
    }
  });

  it.each(LANDMARKS.map((l) => [l.id, l as Landmark] as const))(
    '%s is as high as its figure says',
    (_, landmark) => {
      const points = solidsOf(landmark).flatMap(({ faces }) => faces.flat(2));
      expect(points.flat().every(Number.isFinite)).toBe(true);
      const tops = landmark.model().far.flatMap(({ faces }) => faces.flat(2).map((p) => p[2]));
      expect(Math.max(...points.map((p) => p[2]))).toBeCloseTo(landmark.heightM, 6);
      // From afar too.
      expect(Math.max(...tops)).toBeCloseTo(landmark.heightM, 6);
      expect(Math.min(...points.map((p) => p[2]))).toBe(0);
    },
  );

  it.each(LANDMARKS.map((l) => [l.id, l as Landmark] as const))(
    '%s has solids that face outward',
    (_, landmark) => {
      // By the divergence theorem: a face turned inward would take from the volume.
      const inward = solidsOf(landmark).filter((solid) => !(volumeM3(solid) > 0));
      expect(inward).toEqual([]);
    },
  );

  it.each(LANDMARKS.map((l) => [l.id, l as Landmark] as const))(
    '%s stands about its place',
    (_, landmark) => {
      const row = rowOf(landmark, 1);
      const polygons =
        row.geometry.type === 'Polygon' ? [row.geometry.coordinates] : row.geometry.coordinates;
      const [lon, lat] = landmark.at;
      const points = polygons.flatMap(([outer = []]) => outer);
      const [lons, lats] = [points.map((p) => p[0] as number), points.map((p) => p[1] as number)];
      expect(lon).toBeGreaterThan(Math.min(...lons));
      expect(lon).toBeLessThan(Math.max(...lons));
      expect(lat).toBeGreaterThan(Math.min(...lats));
      expect(lat).toBeLessThan(Math.max(...lats));
      for (const [outer = [], ...holes] of polygons) {
        expect(outer.length).toBeGreaterThan(3);
        expect(holes.every((hole) => ringInRing(hole, outer))).toBe(true);
      }
    },
  );

  // Published heights, highest point first; where publishers disagree the file of the landmark says so.
  it.each([
    ['duomo', 108.5],
    ['castello', 70.6],
    ['torre-velasca', 106],
    ['torre-unicredit', 231],
    ['torre-allianz', 249],
    ['torre-generali', 192],
    ['torre-pwc', 175],
    ['palazzo-lombardia', 161.3],
    ['pirelli', 127.1],
    ['torre-branca', 108.6],
    ['bosco-verticale-e', 111],
    ['bosco-verticale-d', 76],
    ['torre-diamante', 140],
    ['torre-galfa', 109],
    ['torre-breda', 117],
    ['torre-solaria', 143],
    ['chiaravalle', 56.3],
    ['torre-prada', 60],
    ['galleria', 47],
    ['arco-della-pace', 25],
    ['san-siro', 68],
  ] as const)('%s is told as high as published: %d m', (id, heightM) => {
    expect(LANDMARKS.find((l) => l.id === id)?.heightM).toBe(heightM);
  });

  it('has the Duomo as long and as wide as it is, and its spire over the crossing', () => {
    const row = rowOf(LANDMARKS[0], 1);
    expect(row.name).toBe('Duomo di Milano');
    const plane = row.surfaces?.flatMap(({ rings }) =>
      rings.flat().map(([lon, lat, up]): [number, number, number] => {
        const [x, y] = lonLatToPlane(lonLat(lon, lat));
        return [x, y, up];
      }),
    );
    const [xs, ys] = [plane?.map((p) => p[0]) ?? [], plane?.map((p) => p[1]) ?? []];
    // Turned by half a degree: 157 m by 93 m and the buttresses.
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(156);
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(162);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(91);
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(95);
    const tip = plane?.find(([, , up]) => up === 108.5);
    const [east, north] = lonLatToPlane(lonLat(9.19159, 45.46418));
    // 27 m along the axis.
    expect((tip?.[0] ?? 0) - east).toBeCloseTo(27, 1);
    expect((tip?.[1] ?? 0) - north).toBeCloseTo(27 * Math.sin((0.5 * Math.PI) / 180), 1);
  });

  it('costs little', async () => {
    const triangles = LANDMARKS.flatMap((l) => solidsOf(l)).reduce((n, s) => n + triangleCount(s), 0);
    expect(triangles).toBeLessThan(40_000);
    expect(triangles).toBeGreaterThan(10_000);
    const { buildings: kept = [] } = buildings.clean([{ source: landmarkModels, rows: own(...CITY) }], {
      place: MILANO,
      districts: NO_DISTRICTS,
      drop: (reason, example) => expect(`${reason}: ${example}`).toBe('nothing is dropped'),
    });
    expect(kept).toHaveLength(LANDMARKS.length);
    let bytes = 0;
    const write = async (path: string, content: Uint8Array) => {
      if (!path.endsWith('.glb')) return;
      const { length } = await promisify(brotliCompress)(content);
      bytes += length;
    };
    await writeBuildings(kept, { place: MILANO, output: { write } as unknown as Output }, () => {});
    // All three levels together.
    expect(bytes).toBeLessThan(400_000);
    expect(bytes).toBeGreaterThan(40_000);
  }, 30_000);
});

describe('in a city of other data', () => {
  it('stands where its buildings surround it, and nowhere in Bologna', () => {
    expect(own(...CITY)).toHaveLength(LANDMARKS.length);
    expect(own(made(square(11.3, 44.45)), made(square(11.4, 44.55)))).toEqual([]);
    // The centre alone has the Duomo, but not San Siro.
    const centre = own(made(square(9.185, 45.46)), made(square(9.195, 45.467))).map(({ name }) => name);
    expect(centre).toContain('Duomo di Milano');
    expect(centre).not.toContain('Stadio Giuseppe Meazza (San Siro)');
    expect(own()).toEqual([]);
  });

  it('stands where the city has no buildings yet, if one of its districts is there', () => {
    const [, latOfDuomo] = LANDMARKS[0].at;
    const north = ([, lat]: readonly [number, number]) => lat > latOfDuomo + 0.01;
    const bologna = [{ rows: [made(square(11.3, 44.45))] }];
    const told = landmarkModels.own?.(bologna, north) ?? [];
    expect(told).toHaveLength(LANDMARKS.filter(({ at }) => north(at)).length);
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ name }) => name)).not.toContain('Duomo di Milano');
  });

  it('takes the place of what others tell there, and its id', () => {
    const model = rowOf(LANDMARKS[0], 1);
    const [lon, lat] = LANDMARKS[0].at;
    const [halfLon, halfLat] = [78 / 78_235, 40 / 111_147];
    const told = square(lon - halfLon, lat - halfLat);
    told.coordinates = [
      [
        [lon - halfLon, lat - halfLat],
        [lon + halfLon, lat - halfLat],
        [lon + halfLon, lat + halfLat],
        [lon - halfLon, lat + halfLat],
        [lon - halfLon, lat - halfLat],
      ],
    ];
    const { kept, reasons } = clean(
      ['landmark-models', [model]],
      [
        'osm',
        [
          made(
            told,
            { ...measured(39.8), stableId: 'osm-w1', address: 'Piazza del Duomo', name: 'Cattedrale' },
            'osm.json',
          ),
          made(square(lon, lat), { isPart: true, ...measured(108), stableId: 'osm-w2' }, 'osm.json'),
          made(square(lon + 0.003, lat), { ...measured(20), stableId: 'osm-w3' }, 'osm.json'),
        ],
      ],
    );
    expect(kept.map(({ stableId }) => stableId)).toEqual(['osm-w1', 'osm-w3']);
    expect(kept[0]).toMatchObject({ heightM: 108.5, heightOrigin: 'stated', use: 'worship', year: 1813 });
    expect(kept[0]?.surfaces?.length).toBeGreaterThan(1000);
    expect(kept[0]?.silhouette?.length).toBeLessThan(300);
    expect(kept[0]?.record).toEqual({
      stableId: 'osm-w1',
      name: 'Duomo di Milano',
      address: 'Piazza del Duomo',
      footprintSource: 'landmark-models',
      heightSource: 'landmark-models',
    });
    expect(reasons).toEqual(['same-as-better-source', 'same-as-better-source']);
  });

  it('leaves nothing of a coarser telling in its courtyards', () => {
    // Ca' Granda as one block without its courts.
    const landmark = LANDMARKS.find(({ id }) => id === 'ca-granda') as Landmark;
    const model = rowOf(landmark, 1);
    const holes = (model.geometry.coordinates as Position[][]).slice(1);
    expect(holes.length).toBeGreaterThan(5);
    const block: Polygon = {
      type: 'Polygon',
      coordinates: [(model.geometry.coordinates as Position[][])[0] ?? []],
    };
    const { kept } = clean(
      ['landmark-models', [model]],
      ['osm', [made(block, { ...measured(16), stableId: 'osm-r9' }, 'osm.json')]],
    );
    expect(kept.map(({ stableId, heightM }) => [stableId, heightM])).toEqual([['osm-r9', 24]]);
  });

  it('has an id of its own where no one lends one, and says whose model it is', () => {
    const { kept } = clean(
      ['landmark-models', [rowOf(LANDMARKS[0], 1)]],
      ['osm', [made(square(at(0, 0)[0] as number, 45.3))]],
    );
    expect(kept[0]?.stableId).toBe('landmark-duomo');
    expect(landmarkModels.licence).toBe(CC_BY_4);
    expect(landmarkModels.title.it).toMatch(/Modelli .* disegnati dal progetto/);
  });
});

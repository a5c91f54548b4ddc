// SPDX-License-Identifier: EUPL-1.2
import { brotliCompressSync } from 'node:zlib';
import { NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS, type InstancedMesh } from '@gltf-transform/extensions';
import type { Point } from 'geojson';
import { validateBytes } from 'gltf-validator';
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { type LonLat, lonLat, lonLatToEcef } from '../../src/city/frames';
import { MILANO } from '../../src/city/place';
import { seeded } from '../../src/city/seeded';
import { CROWN_SHAPES } from '../../src/city/trees';
import type { GroundFeature } from '../themes/theme';
import type { Output } from './output';
import { treeSizeM, unitTree } from './tree-crowns';
import { writeTrees } from './tree-tiles';

type Sizes = Partial<GroundFeature<'tree'>['properties']>;
const tree = (at: LonLat, rest: Sizes = {}): GroundFeature<'tree'> => ({
  layer: 'tree',
  geometry: { type: 'Point', coordinates: [...at] },
  properties: { id: at.join(), ...rest },
  source: 'test',
});

interface TileJson {
  transform?: number[];
  boundingVolume: { box: number[] };
  geometricError: number;
  content?: { uri: string };
  children?: TileJson[];
}

async function written(trees: GroundFeature<'tree'>[]) {
  const files = new Map<string, Uint8Array>();
  const output: Output = {
    write: async (path, bytes) => {
      files.set(path, bytes.slice());
    },
  };
  const entry = await writeTrees(trees, { place: MILANO, output }, () => {});
  const json = entry ? JSON.parse(new TextDecoder().decode(files.get(entry.tileset))) : undefined;
  return { entry, files, root: json?.root as TileJson };
}

/** Every tree of the leaves: where on earth, how wide and high, and its kind. */
async function standing({ files, root }: Awaited<ReturnType<typeof written>>) {
  await MeshoptDecoder.ready;
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS);
  io.registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
  const found: { at: Vector3; scale: number[]; kind: Record<string, unknown>; inBox: boolean }[] = [];
  const visit = async (tile: TileJson, parent: Matrix4) => {
    const toEcef = parent.clone().multiply(new Matrix4().fromArray(tile.transform ?? new Matrix4().elements));
    for (const child of tile.children ?? []) await visit(child, toEcef);
    if (!tile.content) return;
    const document = await io.readBinary(files.get(`trees/${tile.content.uri}`) as Uint8Array);
    const [cx = 0, cy = 0, cz = 0, hx = 0, , , , hy = 0, , , , hz = 0] = tile.boundingVolume.box;
    for (const node of document.getRoot().listNodes()) {
      const attributes = node.getExtension<InstancedMesh>('EXT_mesh_gpu_instancing');
      const [places, scales] = [attributes?.getAttribute('TRANSLATION'), attributes?.getAttribute('SCALE')];
      for (let i = 0; i < (places?.getCount() ?? 0); i++) {
        const [x = 0, y = 0, z = 0] = places?.getElement(i, []) ?? [];
        const scale = scales?.getElement(i, []) ?? [];
        const reach = (scale[0] ?? 0) / 2;
        const inBox =
          Math.abs(x - cx) + reach <= hx + 0.2 &&
          Math.abs(-z - cy) + reach <= hy + 0.2 &&
          y >= cz - hz - 0.1 &&
          (scale[1] ?? 0) <= cz + hz + 0.2;
        // glTF is y up; 3D Tiles turn it so that z is.
        const at = new Vector3(x, -z, y).applyMatrix4(toEcef);
        found.push({ at, scale, kind: node.getExtras(), inBox });
      }
    }
  };
  await visit(root, new Matrix4());
  return found;
}

describe('a unit tree', () => {
  it.each(CROWN_SHAPES)('%s is a metre wide and high, and faces outward', (shape) => {
    const { corners, triangles, normals, isBark } = unitTree(shape);
    expect(Math.max(...corners.map(([, y]) => y))).toBe(1);
    expect(Math.min(...corners.map(([, y]) => y))).toBe(0);
    expect(Math.max(...corners.map(([x, , z]) => Math.hypot(x, z)))).toBeCloseTo(
      shape === 'columnar' ? 0.46 : 0.5,
      6,
    );
    expect(triangles).toHaveLength(3 * 26);
    expect([normals.length, isBark.length]).toEqual([corners.length, corners.length]);
    // Each face looks away from the middle of its part.
    for (let t = 0; t < triangles.length; t += 3) {
      const ids = triangles.slice(t, t + 3);
      const [a, b, c] = ids.map((k) => new Vector3(...(corners[k] as [number, number, number])));
      const bark = isBark[ids[0] as number] === true;
      const middle = (a as Vector3)
        .clone()
        .add(b as Vector3)
        .add(c as Vector3)
        .divideScalar(3);
      const face = (b as Vector3)
        .clone()
        .sub(a as Vector3)
        .cross((c as Vector3).clone().sub(a as Vector3));
      const out = middle.clone().sub(new Vector3(0, bark ? middle.y : 0.5, 0));
      expect(face.dot(out)).toBeGreaterThan(0);
      const normal = new Vector3(...(normals[ids[0] as number] as [number, number, number]));
      expect(normal.dot(face)).toBeGreaterThan(0);
    }
  });

  it('takes what is known, and the other by its shape', () => {
    expect(treeSizeM('round', 8, 12)).toEqual({ crownM: 8, heightM: 12 });
    expect(treeSizeM('round', undefined, 14)).toEqual({ crownM: 10, heightM: 14 });
    expect(treeSizeM('oval', 4, undefined)).toEqual({ crownM: 4, heightM: 6.8 });
    expect(treeSizeM('columnar', undefined, undefined)).toEqual({ crownM: 2.5, heightM: 11.25 });
    expect(treeSizeM('round', 0.2, 900)).toEqual({ crownM: 1, heightM: 40 });
  });
});

describe('the tree tiles', () => {
  const random = seeded('trees');
  const many = Array.from({ length: 9000 }, (_, i) =>
    tree(lonLat(9.1 + random() * 0.03, 45.42 + random() * 0.02), {
      species: ['Platanus x acerifolia', 'Tilia cordata', 'Cedrus deodara', "Populus nigra 'Italica'", ''][
        i % 5
      ] as string,
      crownM: 2 + Math.round(random() * 20) / 2,
      heightM: 4 + Math.round(random() * 40) / 2,
    }),
  );

  it('have every tree where it stands, as wide and as high as it is', async () => {
    const found = await standing(await written(many));
    expect(found).toHaveLength(many.length);
    expect(found.every(({ inBox }) => inBox)).toBe(true);
    const key = (v: Vector3) => [v.x, v.y, v.z].map((m) => Math.round(m / 4));
    const cells = new Map<string, typeof found>();
    for (const one of found) {
      const cell = key(one.at).join();
      cells.set(cell, [...(cells.get(cell) ?? []), one]);
    }
    for (const { geometry, properties } of many.slice(0, 500)) {
      const at = new Vector3(...lonLatToEcef((geometry as Point).coordinates as unknown as LonLat));
      const [x = 0, y = 0, z = 0] = key(at);
      const around = [-1, 0, 1].flatMap((i) =>
        [-1, 0, 1].flatMap((j) => [-1, 0, 1].flatMap((k) => cells.get([x + i, y + j, z + k].join()) ?? [])),
      );
      const match = around.find(
        (one) =>
          one.at.distanceTo(at) < 0.06 &&
          Math.abs((one.scale[0] ?? 0) - (properties.crownM ?? 0)) < 0.13 &&
          Math.abs((one.scale[1] ?? 0) - (properties.heightM ?? 0)) < 0.26,
      );
      expect(match?.kind).toEqual(
        properties.species === ''
          ? { group: 'other', shape: 'round' }
          : {
              'Platanus x acerifolia': { group: 'plane', shape: 'round' },
              'Tilia cordata': { group: 'lime', shape: 'oval' },
              'Cedrus deodara': { group: 'conifer', shape: 'conical' },
              "Populus nigra 'Italica'": { group: 'poplar', shape: 'columnar' },
            }[properties.species as string],
      );
    }
  });

  it('come near only, are clean glTF, and cost little', async () => {
    const { entry, files, root } = await written(many);
    expect(entry).toEqual({ tileset: 'trees/tileset.json', count: 9000 });
    let bytes = 0;
    for (const gate of root.children ?? []) {
      // 19 m over 16 px: 1.19 m a pixel, which is zoom log2(54,835 / 1.19) = 15.5.
      expect(gate.geometricError).toBe(19);
      expect(gate.content).toBeUndefined();
      const [leaf, ...more] = gate.children ?? [];
      expect(more).toEqual([]);
      expect(leaf?.geometricError).toBe(0);
      const glb = files.get(`trees/${leaf?.content?.uri}`) as Uint8Array;
      bytes += brotliCompressSync(glb).length;
      const report = await validateBytes(glb, { ignoredIssues: ['UNSUPPORTED_EXTENSION'] });
      expect(report.issues.messages.filter(({ severity }) => severity <= 1)).toEqual([]);
    }
    expect((root.children ?? []).length).toBeGreaterThan(5);
    expect(bytes / many.length).toBeLessThan(14);
  });

  it('are the same bytes each time, and none of no trees', async () => {
    const [a, b] = [await written(many.slice(0, 2000)), await written(many.slice(0, 2000))];
    expect([...a.files.keys()]).toEqual([...b.files.keys()]);
    for (const [path, bytes] of a.files)
      expect(Buffer.from(bytes).equals(Buffer.from(b.files.get(path) ?? []))).toBe(true);
    expect((await written([])).entry).toBeUndefined();
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { DataTexture } from 'three';
import { expect, it } from 'vitest';
import { BuildingMaterial } from './building-material';
import { IdTexture } from './id-texture';

it('a picture lies on the roofs from its north-western corner on, until it is taken away', () => {
  const material = new BuildingMaterial(new IdTexture(4), 'light', false);
  const before = material.version;
  const texture = new DataTexture(new Uint8Array(4), 1, 1);
  material.setDrape({ texture, westM: -100, southM: 50, eastM: 300, northM: 250 });
  expect('DRAPED' in material.defines).toBe(true);
  expect(material.version).toBeGreaterThan(before);
  const { uDrape, uDrapeAt } = material.uniforms;
  expect(uDrape.value).toBe(texture);
  const { x: west, y: north, z: perEastM, w: perNorthM } = uDrapeAt.value;
  const inPicture = (eastM: number, northM: number) => [
    (eastM - west) * perEastM,
    (northM - north) * perNorthM,
  ];
  expect(inPicture(-100, 250)).toEqual([0, -0]);
  expect(inPicture(300, 50)).toEqual([1, 1]);
  expect(inPicture(0, 200)).toEqual([0.25, 0.25]);
  const version = material.version;
  material.setDrape({ texture, westM: 0, southM: 0, eastM: 1, northM: 1 });
  // Another picture is no other program.
  expect(material.version).toBe(version);
  material.setDrape(null);
  expect(['DRAPED' in material.defines, uDrape.value]).toEqual([false, null]);
});

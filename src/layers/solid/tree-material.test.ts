// SPDX-License-Identifier: EUPL-1.2
import { Color, Vector2, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { TREE_GROUPS } from '../../city/trees';
import { PALETTE } from '../palette';
import type { Stage } from './stage';
import { TreeMaterials } from './tree-material';

const stage: Stage = {
  split: { value: 0 },
  hazeM: { value: new Vector2(1, 2) },
  light: {
    uSun: { value: new Vector3(0, 0, 1) },
    uSunlight: { value: new Vector3() },
    uSkylight: { value: new Vector3() },
    uHaze: { value: new Color() },
  },
};
const leafOf = (materials: TreeMaterials, group: string) =>
  `#${(materials.of(group).uniforms.uLeaf!.value as Color).getHexString('srgb-linear')}`;

describe('the materials of trees', () => {
  it('have the colour that the map and its legend have for the group, in either look', () => {
    const materials = new TreeMaterials(stage, 'light');
    for (const group of TREE_GROUPS) expect(leafOf(materials, group)).toBe(PALETTE.light.trees[group]);
    materials.setLook('dark');
    for (const group of TREE_GROUPS) expect(leafOf(materials, group)).toBe(PALETTE.dark.trees[group]);
  });

  it('take a tree of an unknown kind for one of the rest', () => {
    const materials = new TreeMaterials(stage, 'light');
    for (const odd of [undefined, 7, 'palm', null]) expect(materials.of(odd)).toBe(materials.of('other'));
  });

  it('stand in the light and the haze of the city, whatever they become', () => {
    const { uniforms } = new TreeMaterials(stage, 'light').of('lime');
    stage.light.uSun.value.set(1, 0, 0);
    expect(uniforms.uSun?.value.x).toBe(1);
    expect(uniforms.uHazeM?.value).toBe(stage.hazeM.value);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { Color, GLSL3, LinearSRGBColorSpace, ShaderMaterial } from 'three';
import { TREE_GROUPS, type TreeGroup } from '../../city/trees';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import type { Stage } from './stage';

/** Pixels of a tree's height at which it begins to grow out of the ground, and at which it is whole. */
const GROWS_PX = [4, 12] as const;
/** Of a unit tree (trees.ts): what is nearer to its axis and lower is trunk. */
const TRUNK = { radius: 0.13, height: 0.4 };

/** Light is reckoned at the corners: a crown is a few pixels, and there are thousands. */
const VERTEX = /* glsl */ `
uniform vec3 uSun, uSunlight, uSkylight, uLeaf, uBark;
uniform vec2 uHazeM;
uniform float uPxPerM;
out vec3 vLit;
out float vAir;
void main() {
  vec4 foot = modelViewMatrix * instanceMatrix * vec4(0.0, 0.0, 0.0, 1.0);
  float heightM = length(instanceMatrix[1].xyz);
  float heightPx = heightM * uPxPerM / max((projectionMatrix * foot).w, 1.0);
  float grown = smoothstep(${GROWS_PX[0]}.0, ${GROWS_PX[1]}.0, heightPx);
  vec4 view = modelViewMatrix * instanceMatrix * vec4(position * grown, 1.0);
  gl_Position = grown > 0.0 ? projectionMatrix * view : vec4(0.0, 0.0, 2.0, 1.0);
  // Crowns are round enough that their middle says where each corner faces.
  vec3 out3 = normalize(mat3(modelMatrix) * mat3(instanceMatrix) * (position - vec3(0.0, 0.55, 0.0)));
  bool trunk = length(position.xz) < ${TRUNK.radius} && position.y < ${TRUNK.height};
  float some = fract(float(gl_InstanceID) * 0.6180339887);
  vec3 own = trunk ? uBark : uLeaf * (0.92 + 0.16 * some);
  // The inside of a crown and what is under it hold less light.
  float depth = trunk ? 0.8 : 0.72 + 0.28 * smoothstep(0.2, 0.85, position.y);
  vLit = own * depth * (uSkylight * (0.88 + 0.12 * out3.z) + uSunlight * max(dot(out3, uSun), 0.0) * 1.3);
  vAir = smoothstep(uHazeM.x, uHazeM.y, length(view.xyz));
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 uHaze;
in vec3 vLit;
in float vAir;
out vec4 colour;
void main() {
  colour = vec4(mix(vLit, uHaze, vAir), 1.0);
}`;

/** One material for each group of trees, in one light; colours are mixed as they are written, like the buildings'. */
export class TreeMaterials {
  readonly #of: Readonly<Record<TreeGroup, ShaderMaterial>>;
  readonly #leaves = Object.fromEntries(
    TREE_GROUPS.map((group) => [group, { value: new Color() }]),
  ) as Record<TreeGroup, { value: Color }>;
  readonly #pxPerM = { value: 1 };
  readonly #bark = { value: new Color() };

  constructor(stage: Stage, look: Look) {
    const shared = { ...stage.light, uHazeM: stage.hazeM, uPxPerM: this.#pxPerM, uBark: this.#bark };
    this.#of = Object.fromEntries(
      TREE_GROUPS.map((group) => [
        group,
        new ShaderMaterial({
          glslVersion: GLSL3,
          vertexShader: VERTEX,
          fragmentShader: FRAGMENT,
          uniforms: { ...shared, uLeaf: this.#leaves[group] },
        }),
      ]),
    ) as Record<TreeGroup, ShaderMaterial>;
    this.setLook(look);
  }

  /** That of a group; of the rest where the tile names none that is known. */
  of(group: unknown): ShaderMaterial {
    return this.#of[group as TreeGroup] ?? this.#of.other;
  }

  setLook(look: Look): void {
    const { trees, bark } = PALETTE[look];
    this.#bark.value.setStyle(bark, LinearSRGBColorSpace);
    for (const group of TREE_GROUPS) this.#leaves[group].value.setStyle(trees[group], LinearSRGBColorSpace);
  }

  /** Pixels of a metre at the distance of one metre: half the height of the view by the lens. */
  setScale(pxPerM: number): void {
    this.#pxPerM.value = pxPerM;
  }

  dispose(): void {
    for (const material of Object.values(this.#of)) material.dispose();
  }
}

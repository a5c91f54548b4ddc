// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  BufferGeometry,
  GLSL3,
  Group,
  Mesh,
  ShaderMaterial,
  type WebGLRenderer,
} from 'three';
import type { ColumnTable } from '../../city/columns';
import type { LonLat } from '../../city/frames';
import type { Stage } from '../solid/stage';
import { HATCHING, LEFT, READ_SIDES, RIGHT, SideTexture } from './side-texture';
import { zoneSurfaces } from './zone-geometry';

/** How high the highest district stands, metres. */
const HIGHEST_M = 600;
/** Flat, the streets stay to be read beneath. */
const FLAT_STRENGTH = 0.5;
const RAISED_STRENGTH = 0.92;

const VERTEX = /* glsl */ `
${READ_SIDES}
in vec2 aNormal;
in uint aZone;
uniform float uHighestM;
uniform vec2 uHazeM;
uniform uint uWhich;
flat out vec3 vOwn;
flat out int vMarks;
out float vHaze;
void main() {
  vec4 texel = side(aZone, uWhich);
  vMarks = marksOf(texel);
  vec4 at = modelViewMatrix * vec4(position.xy, position.z * sizeOf(vMarks) * uHighestM, 1.0);
  // Walls are darker than tops, those away from the south-west most.
  float light = 1.0 - 0.28 * dot(aNormal, aNormal) + 0.12 * dot(aNormal, vec2(-0.75, -0.66));
  vOwn = texel.rgb * light;
  vHaze = smoothstep(uHazeM.x, uHazeM.y, length(at.xyz));
  gl_Position = projectionMatrix * at;
}`;

const FRAGMENT = /* glsl */ `
${HATCHING}
uniform float uSplit, uRatio, uStrength;
uniform uint uWhich;
flat in vec3 vOwn;
flat in int vMarks;
in float vHaze;
out vec4 colour;
void main() {
  if ((gl_FragCoord.x < uSplit) != (uWhich == ${LEFT}u)) discard;
  colour = vec4(vOwn, uStrength * strengthOf(vMarks, uRatio) * (1.0 - vHaze));
}`;

/** The districts as one surface over the ground, flat or raised by their value: once for each side of the line. */
export class ZoneSurfaces extends Group {
  readonly #sides: SideTexture;
  readonly #meshes: readonly [
    left: Mesh<BufferGeometry, ShaderMaterial>,
    right: Mesh<BufferGeometry, ShaderMaterial>,
  ];

  constructor(rings: ColumnTable, zones: number, anchor: LonLat, stage: Stage) {
    super();
    this.#sides = new SideTexture(zones);
    const geometry = geometryOf(rings, anchor);
    const mesh = (which: number) => {
      const made = new Mesh(geometry, materialOf(this.#sides, stage, which));
      made.renderOrder = 5;
      made.frustumCulled = false;
      made.matrixAutoUpdate = false;
      // What is clicked is what lies below.
      made.raycast = () => {};
      made.onBeforeRender = (renderer: WebGLRenderer) => {
        made.material.uniforms.uRatio!.value = renderer.getPixelRatio();
      };
      this.add(made);
      return made;
    };
    this.#meshes = [mesh(LEFT), mesh(RIGHT)];
    this.matrixAutoUpdate = false;
  }

  /** How districts are drawn left and right of the line, as impact-map.ts paints them; `divided`: there is a line. */
  show(left: Uint8Array, right: Uint8Array, divided: boolean): void {
    this.#sides.set(left, right);
    this.#meshes[LEFT].visible = divided;
  }

  setRaised(raised: boolean): void {
    for (const { material } of this.#meshes) {
      material.uniforms.uHighestM!.value = raised ? HIGHEST_M : 0;
      material.uniforms.uStrength!.value = raised ? RAISED_STRENGTH : FLAT_STRENGTH;
      material.depthWrite = raised;
    }
  }

  override dispose(): void {
    this.#meshes[LEFT].geometry.dispose();
    for (const { material } of this.#meshes) material.dispose();
    this.#sides.dispose();
  }
}

function geometryOf(rings: ColumnTable, anchor: LonLat): BufferGeometry {
  const { positions, zones, normals, indices } = zoneSurfaces(rings, anchor);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('aZone', new BufferAttribute(zones, 1));
  geometry.setAttribute('aNormal', new BufferAttribute(normals, 2, true));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}

function materialOf(sides: SideTexture, stage: Stage, which: number): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      uSides: { value: sides.texture },
      uWhich: { value: which },
      uSplit: stage.split,
      uHazeM: stage.hazeM,
      uRatio: { value: 1 },
      uHighestM: { value: 0 },
      uStrength: { value: FLAT_STRENGTH },
    },
    transparent: true,
    depthWrite: false,
  });
}

// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  FloatType,
  GLSL3,
  IntType,
  Mesh,
  NearestFilter,
  RGFormat,
  ShaderMaterial,
  Vector3,
  type WebGLRenderer,
} from 'three';
import { bytesOf } from '../../query/colour';
import { classColours } from '../impact/impact-colours';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import type { Stage } from '../solid/stage';
import { MEAN_OF, type PresenceSurfaceShape } from './presence-geometry';
import { NOT_DISCLOSED, PRESENCE_BREAKS } from './presence-values';

/** How high the greatest presence stands, metres: over the towers, yet the streets behind are seen. */
export const HIGHEST_M = 280;
const SIDE = 256;
const CLASSES = PRESENCE_BREAKS.length + 1;
/** Above the vehicles (vehicle-fleet.ts). */
const ORDER = 30;

const VERTEX = /* glsl */ `
// Over the roofs, or its stripes would be lost among them.
const float UNTOLD_M = 35.0;
in uint aOwn;
in uvec4 aNear;
in vec2 aNormal;
uniform highp sampler2D uValues;
uniform float uShare, uHighestM;
uniform vec2 uHazeM;
flat out float vKnown;
out vec4 vAt;
out vec3 vView;
// Of what is out of date, as staleShare() writes it.
float told(float value) { return value < -1.5 ? -2.0 - value : value; }
vec2 valuesOf(uint row) { return texelFetch(uValues, ivec2(row % ${SIDE}u, row / ${SIDE}u), 0).rg; }
void main() {
  float sum = 0.0, count = 0.0;
  for (int i = 0; i < ${MEAN_OF}; i++) {
    if (aNear[i] == 0u) continue;
    vec2 coded = valuesOf(aNear[i] - 1u);
    vec2 values = vec2(told(coded.x), told(coded.y));
    if (min(values.x, values.y) < 0.0) continue;
    sum += mix(values.x, values.y, uShare);
    count += 1.0;
  }
  vec2 own = valuesOf(aOwn);
  vKnown = min(own.x, own.y) < -1.5 ? 2.0 : min(own.x, own.y) < 0.0 ? 0.0 : 1.0;
  float value = count > 0.0 && vKnown > 0.0 ? sum / count : 0.0;
  vec4 view = modelViewMatrix * vec4(position.xy, position.z * (vKnown > 0.0 ? value * uHighestM : UNTOLD_M) + 1.0, 1.0);
  vAt = vec4(value, smoothstep(uHazeM.x, uHazeM.y, length(view.xyz)), aNormal);
  vView = view.xyz;
  gl_Position = projectionMatrix * view;
}`;

const FRAGMENT = /* glsl */ `
uniform float uRatio, uStrength;
uniform float uBreaks[${PRESENCE_BREAKS.length}];
uniform vec3 uColours[${CLASSES}];
uniform vec3 uGrey, uLine;
flat in float vKnown;
in vec4 vAt;
in vec3 vView;
out vec4 colour;
void main() {
  float value = vAt.x;
  if (vKnown == 0.0) {
    float stripe = mod(gl_FragCoord.x + gl_FragCoord.y, 7.0 * uRatio);
    colour = vec4(uGrey, (stripe < 2.5 * uRatio ? 0.85 : 0.18) * (1.0 - vAt.y));
    return;
  }
  if (vKnown == 2.0) {
    // At its height, in grey, striped the other way.
    float stripe = mod(gl_FragCoord.x - gl_FragCoord.y, 7.0 * uRatio);
    colour = vec4(uGrey, (stripe < 2.5 * uRatio ? 0.85 : 0.45) * (1.0 - vAt.y));
    return;
  }
  vec3 own = uColours[0];
  float line = 0.0;
  float perPx = max(fwidth(value), 1e-6);
  for (int i = 0; i < ${PRESENCE_BREAKS.length}; i++) {
    own = mix(own, uColours[i + 1], clamp((value - uBreaks[i]) / perPx + 0.5, 0.0, 1.0));
    line = max(line, 1.0 - smoothstep(0.5, 1.3, abs(value - uBreaks[i]) / perPx / uRatio));
  }
  // Flat tops have no lines of equal height.
  line *= step(1e-5, perPx);
  vec3 facet = normalize(cross(dFdx(vView), dFdy(vView)));
  float wall = dot(vAt.zw, vAt.zw);
  float light = wall > 0.1
    ? 0.74 + 0.12 * dot(vAt.zw, vec2(-0.75, -0.66))
    : 0.86 + 0.16 * facet.y;
  own = mix(own * light, uLine, 0.35 * line * (1.0 - wall));
  // Where hardly anybody is the city shows through; and everywhere from near, where it is what one looks at.
  float strength = uStrength * mix(0.45, 1.0, smoothstep(0.0, 0.25, value));
  strength *= mix(0.6, 1.0, smoothstep(1000.0, 9000.0, length(vView)));
  colour = vec4(own, strength * (1.0 - vAt.y));
}`;

/** Presence as one translucent surface over the city; between two hours its heights go over in the shader. */
export class PresenceSurface extends Mesh<BufferGeometry, ShaderMaterial> {
  readonly #values: Float32Array<ArrayBuffer>;
  readonly #texture: DataTexture;

  /** @param rows cells or districts */
  constructor(shape: PresenceSurfaceShape, rows: number, stage: Stage) {
    const height = Math.max(1, Math.ceil(rows / SIDE));
    const values = new Float32Array(2 * SIDE * height).fill(NOT_DISCLOSED);
    const texture = new DataTexture(values, SIDE, height, RGFormat, FloatType);
    texture.magFilter = NearestFilter;
    texture.minFilter = NearestFilter;
    texture.needsUpdate = true;
    super(geometryOf(shape), materialOf(texture, stage));
    this.#values = values;
    this.#texture = texture;
    this.renderOrder = ORDER;
    this.frustumCulled = false;
    this.matrixAutoUpdate = false;
    // What is clicked is what lies below.
    this.raycast = () => {};
    this.onBeforeRender = (renderer: WebGLRenderer) => {
      this.material.uniforms.uRatio!.value = renderer.getPixelRatio();
    };
  }

  /** Shares of the greatest at two hours, {@link NOT_DISCLOSED} where not told; the same twice where nothing passes. */
  show(before: ArrayLike<number>, after: ArrayLike<number>): void {
    for (let row = 0; row < before.length; row++) {
      this.#values[2 * row] = before[row] as number;
      this.#values[2 * row + 1] = after[row] as number;
    }
    this.#texture.needsUpdate = true;
  }

  /** How far it is between the two hours, 0–1. */
  between(share: number): void {
    this.material.uniforms.uShare!.value = share;
  }

  setLook(look: Look): void {
    const u = this.material.uniforms;
    const set = (to: Vector3, colour: string) => to.set(...bytesOf(colour)).divideScalar(255);
    for (const [i, colour] of presenceColours(look).entries()) set(u.uColours!.value[i], colour);
    set(u.uGrey!.value, PALETTE[look].stale);
    u.uLine!.value.setScalar(look === 'dark' ? 0.05 : 1);
  }

  override dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
    this.#texture.dispose();
  }
}

/** #rrggbb, from few to many. */
export function presenceColours(look: Look): readonly string[] {
  return classColours('values', PRESENCE_BREAKS.length, look);
}

function geometryOf(shape: PresenceSurfaceShape): BufferGeometry {
  const geometry = new BufferGeometry();
  const whole = (values: Uint32Array<ArrayBuffer>, size: number) => {
    const attribute = new BufferAttribute(values, size);
    attribute.gpuType = IntType;
    return attribute;
  };
  geometry.setAttribute('position', new BufferAttribute(shape.positions, 3));
  geometry.setAttribute('aOwn', whole(shape.own, 1));
  geometry.setAttribute('aNear', whole(shape.near, MEAN_OF));
  geometry.setAttribute('aNormal', new BufferAttribute(shape.normals, 2, true));
  geometry.setIndex(new BufferAttribute(shape.indices, 1));
  return geometry;
}

function materialOf(texture: DataTexture, stage: Stage): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      uValues: { value: texture },
      uShare: { value: 0 },
      uHighestM: { value: HIGHEST_M },
      uHazeM: stage.hazeM,
      uRatio: { value: 1 },
      uStrength: { value: 0.74 },
      uBreaks: { value: [...PRESENCE_BREAKS] },
      uColours: { value: Array.from({ length: CLASSES }, () => new Vector3()) },
      uGrey: { value: new Vector3() },
      uLine: { value: new Vector3() },
    },
    transparent: true,
    depthWrite: true,
  });
}

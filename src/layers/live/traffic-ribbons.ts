// SPDX-License-Identifier: EUPL-1.2
import { GLSL3, GreaterDepth, LessEqualDepth, ShaderMaterial, Vector3 } from 'three';
import { bytesOf } from '../../query/colour';
import { RIBBON_CORNER, RibbonGroup, ribbonView } from '../impact/ribbon-group';
import { READ_SIDES, SideTexture } from '../impact/side-texture';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import type { Stage } from '../solid/stage';
import {
  DASH_SPEED_FACTOR,
  DASH_WRAP_M,
  dashPeriodM,
  type ShownTraffic,
  TrafficTexels,
} from './traffic-texels';

/** What shows through buildings, of the ribbon's own strength. */
const THROUGH = 0.5;
/** After so long the dashes' way is reckoned anew: a long one is not exact in the shader. */
const LONGEST_RUN_S = 120;

const VERTEX = /* glsl */ `
${READ_SIDES}
${RIBBON_CORNER}
in float aAlongM;
uniform vec2 uHazeM;
uniform float uTimeS;
flat out vec3 vOwn;
flat out float vWidthPx;
flat out float vStrength;
flat out float vMoves;
out vec3 vAt;
/** Thin from afar; near by as wide as its lanes. */
float widthPx(float flow, float pxPerM) {
  float cssPerM = pxPerM / uRatio;
  float least = mix(0.9 + 2.6 * flow, 1.7 + 6.0 * flow, smoothstep(0.06, 0.4, cssPerM));
  return max(least * uRatio, (2.2 + 8.0 * flow) * pxPerM);
}
void main() {
  float pxPerM = pxPerMHere();
  vec4 texel = side(aLink, 0u);
  vec4 motion = side(aLink, 1u) * 255.0;
  int marks = marksOf(texel);
  vOwn = texel.rgb;
  vStrength = isPale(marks) ? 0.5 : 1.0;
  vMoves = motion.a / 255.0;
  vWidthPx = widthPx(sizeOf(marks), pxPerM) * (isPale(marks) ? 0.7 : 1.0);
  float offsetM = (motion.g * 256.0 + motion.b) * ${DASH_WRAP_M}.0 / 65536.0;
  float dashedM = mod(offsetM + motion.r / 3.6 * ${DASH_SPEED_FACTOR}.0 * uTimeS, ${DASH_WRAP_M}.0);
  vec4 edge = edgeHere();
  vec4 at = cornerAt(edge, vWidthPx, pxPerM);
  vAt = vec3(edge.w, aAlongM - dashedM, smoothstep(uHazeM.x, uHazeM.y, length(at.xyz)));
  // Where nothing is known nothing is drawn: the corners lie behind the eye.
  gl_Position = sizeOf(marks) == 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * at;
}`;

const FRAGMENT = /* glsl */ `
uniform float uStrength, uRatio, uPeriodM;
uniform vec3 uCasing, uGlow;
flat in vec3 vOwn;
flat in float vWidthPx;
flat in float vStrength;
flat in float vMoves;
in vec3 vAt;
out vec4 colour;
void main() {
  float across = vAt.x * vWidthPx;
  float edge = min(across, vWidthPx - across) + 0.5;
  // Chevrons with a tail, whose points say which way it goes even where they stand still.
  float periods = vAt.y / uPeriodM + 0.22 * abs(vAt.x - 0.5);
  float blur = fwidth(periods);
  float phase = fract(periods);
  float dash = smoothstep(0.05, 0.55, phase) * (1.0 - smoothstep(0.55, 0.55 + max(1.5 * blur, 0.02), phase));
  // Too small to be seen they would only flicker.
  dash *= vMoves * (1.0 - smoothstep(0.12, 0.3, blur)) * smoothstep(1.8, 3.6, vWidthPx / uRatio);
  vec3 own = mix(vOwn, uGlow, 0.62 * dash);
  own = mix(uCasing, own, vWidthPx < 5.0 * uRatio ? 1.0 : clamp(edge - 0.8 * uRatio, 0.0, 1.0));
  colour = vec4(own, min(edge, 1.0) * vStrength * uStrength * (1.0 - vAt.z));
}`;

/**
 * Streets coloured by how fast the traffic goes, as wide as it is much, with dashes that run along them.
 * What changes with the moment is one texture; the dashes run in the shader.
 */
export class TrafficRibbons extends RibbonGroup {
  readonly #texture: SideTexture;
  readonly #texels: TrafficTexels;
  readonly #uniforms: ReturnType<typeof uniforms>;

  constructor(freeKmH: ArrayLike<number>, stage: Stage) {
    const texture = new SideTexture(freeKmH.length);
    const shared = uniforms(texture, stage);
    super(shared, [materialOf(shared, true), materialOf(shared, false)]);
    this.#texture = texture;
    this.#uniforms = shared;
    this.#texels = new TrafficTexels(freeKmH);
  }

  /** Shows what is known; the dashes go on from where they are. */
  show(traffic: ShownTraffic, look: Look): void {
    this.#settle();
    this.#texels.write(traffic, look);
    this.#upload();
    const set = (to: Vector3, colour: string) => to.set(...bytesOf(colour)).divideScalar(255);
    set(this.#uniforms.uCasing.value, PALETTE[look].ground);
    this.#uniforms.uGlow.value.setScalar(look === 'dark' ? 0.97 : 1);
  }

  /** Lets the dashes run for some seconds of the screen's time. */
  run(seconds: number): void {
    const { uTimeS } = this.#uniforms;
    uTimeS.value += seconds;
    if (uTimeS.value < LONGEST_RUN_S) return;
    this.#settle();
    this.#upload();
  }

  /** To be told before a frame: CSS pixels of a metre in the middle of the view. */
  follow(pxPerM: number): void {
    this.#uniforms.uPeriodM.value = dashPeriodM(pxPerM);
  }

  override dispose(): void {
    super.dispose();
    this.#texture.dispose();
  }

  #settle(): void {
    this.#texels.advance(this.#uniforms.uTimeS.value);
    this.#uniforms.uTimeS.value = 0;
  }

  #upload(): void {
    this.#texture.set(this.#texels.colours, this.#texels.motion);
  }
}

function materialOf(shared: ReturnType<typeof uniforms>, through: boolean): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uStrength: { value: through ? THROUGH : 1 } },
    transparent: true,
    depthWrite: false,
    depthFunc: through ? GreaterDepth : LessEqualDepth,
  });
}

function uniforms(texture: SideTexture, stage: Stage) {
  return {
    ...ribbonView(),
    uSides: { value: texture.texture },
    uHazeM: stage.hazeM,
    /** Seconds that the dashes have run since their way was reckoned. */
    uTimeS: { value: 0 },
    uPeriodM: { value: 128 },
    uCasing: { value: new Vector3(1, 1, 1) },
    uGlow: { value: new Vector3(1, 1, 1) },
  };
}

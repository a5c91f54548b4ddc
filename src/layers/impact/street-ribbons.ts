// SPDX-License-Identifier: EUPL-1.2
import { GLSL3, GreaterDepth, LessEqualDepth, ShaderMaterial, Vector3 } from 'three';
import type { Stage } from '../solid/stage';
import { RIBBON_CORNER, RibbonGroup, ribbonView } from './ribbon-group';
import { HATCHING, LEFT, READ_SIDES, RIGHT, SideTexture } from './side-texture';

/** What shows through buildings, of the ribbon's own strength. */
const THROUGH = 0.6;

const VERTEX = /* glsl */ `
${READ_SIDES}
${RIBBON_CORNER}
uniform vec2 uHazeM;
uniform uint uWhich;
flat out vec3 vOwn;
flat out float vWidthPx;
flat out int vMarks;
out vec2 vAcross;
/** Widths in metres where one is near, in pixels from afar; what is there at all is seen. */
float widthPx(int marks, float pxPerM) {
  float flow = sizeOf(marks);
  float px = max((2.3 + 11.0 * flow) * uRatio, (2.0 + 13.0 * flow) * pxPerM);
  return isPale(marks) ? max(1.1 * uRatio, 0.4 * px) : px;
}
void main() {
  float pxPerM = pxPerMHere();
  vec4 texel = side(aLink, uWhich);
  vOwn = texel.rgb;
  vMarks = marksOf(texel);
  vWidthPx = widthPx(vMarks, pxPerM);
  vec4 edge = edgeHere();
  vec4 at = cornerAt(edge, vWidthPx, pxPerM);
  vAcross = vec2(edge.w, smoothstep(uHazeM.x, uHazeM.y, length(at.xyz)));
  // Where nothing goes nothing is drawn: the corners lie behind the eye.
  gl_Position = sizeOf(vMarks) == 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * at;
}`;

const FRAGMENT = /* glsl */ `
${HATCHING}
uniform float uSplit, uStrength, uRatio;
uniform uint uWhich;
uniform vec3 uCasing;
flat in vec3 vOwn;
flat in float vWidthPx;
flat in int vMarks;
in vec2 vAcross;
out vec4 colour;
void main() {
  if ((gl_FragCoord.x < uSplit) != (uWhich == ${LEFT}u)) discard;
  float across = vAcross.x * vWidthPx;
  float edge = min(across, vWidthPx - across) + 0.5;
  // A thin rim tells wide ribbons from the ground and from each other.
  vec3 own = mix(uCasing, vOwn, vWidthPx < 5.0 * uRatio ? 1.0 : clamp(edge - 0.8 * uRatio, 0.0, 1.0));
  colour = vec4(own, min(edge, 1.0) * strengthOf(vMarks, uRatio) * uStrength * (1.0 - vAcross.y));
}`;

/**
 * All modelled streets as ribbons on the ground. Where a building stands before them they show
 * through it faintly, so that a street is never lost in its canyon.
 */
export class StreetRibbons extends RibbonGroup {
  readonly #sides: SideTexture;
  readonly #uniforms: ReturnType<typeof uniforms>;

  constructor(links: number, stage: Stage) {
    const sides = new SideTexture(links);
    const shared = uniforms(sides, stage);
    // Of each side, what shows through buildings and what stands free.
    super(
      shared,
      SIDES.flatMap((which) => [true, false].map((through) => materialOf(shared, which, through))),
    );
    this.#sides = sides;
    this.#uniforms = shared;
  }

  /** How streets are drawn left and right of the line, as impact-map.ts paints them; `divided`: there is a line. */
  show(left: Uint8Array, right: Uint8Array, divided: boolean): void {
    this.#sides.set(left, right);
    for (const mesh of this.children) mesh.visible = divided || SIDES[mesh.userData.material >> 1] === RIGHT;
  }

  /** The rim of wide ribbons: the ground's colour. */
  setCasing(rgb: readonly [number, number, number]): void {
    this.#uniforms.uCasing.value.set(...rgb).divideScalar(255);
  }

  override dispose(): void {
    super.dispose();
    this.#sides.dispose();
  }
}

const SIDES = [LEFT, RIGHT] as const;

function materialOf(shared: ReturnType<typeof uniforms>, which: number, through: boolean): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uWhich: { value: which }, uStrength: { value: through ? THROUGH : 1 } },
    transparent: true,
    depthWrite: false,
    depthFunc: through ? GreaterDepth : LessEqualDepth,
  });
}

function uniforms(sides: SideTexture, stage: Stage) {
  return {
    ...ribbonView(),
    uSides: { value: sides.texture },
    uSplit: stage.split,
    uHazeM: stage.hazeM,
    uCasing: { value: new Vector3(1, 1, 1) },
  };
}

// SPDX-License-Identifier: EUPL-1.2
import { Color, DoubleSide, GLSL3, LinearSRGBColorSpace, Mesh, ShaderMaterial, Vector2 } from 'three';
import { LineSegmentsGeometry } from 'three/examples/jsm/lines/LineSegmentsGeometry.js';
import { type LonLat, lonLatToScene } from '../../city/frames';
import type { Look } from '../layer';
import { PALETTE } from '../palette';

/** A corner of a line in the air. */
export interface AirPoint {
  readonly at: LonLat;
  readonly heightM: number;
}

/** A line in the air; `hidden`: what it says is that one does not see along it. */
export interface AirLine {
  readonly points: readonly AirPoint[];
  readonly hidden?: boolean;
}

const WIDTH_PX = 3.5;

/** three.js's own material for wide lines needs shaders that the build leaves out (vite.config.ts). */
const VERTEX = /* glsl */ `
in vec3 instanceStart, instanceEnd, instanceColorStart;
uniform vec2 uSizePx;
uniform float uWidthPx;
flat out vec3 vColour;
const float NEAR = 1e-3;
void main() {
  vColour = instanceColorStart;
  vec4 a = projectionMatrix * modelViewMatrix * vec4(instanceStart, 1.0);
  vec4 b = projectionMatrix * modelViewMatrix * vec4(instanceEnd, 1.0);
  if (a.w < NEAR && b.w < NEAR) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  if (a.w < NEAR) a = mix(b, a, (b.w - NEAR) / (b.w - a.w));
  if (b.w < NEAR) b = mix(a, b, (a.w - NEAR) / (a.w - b.w));
  vec2 along = normalize((b.xy / b.w - a.xy / a.w) * uSizePx + vec2(1e-6));
  vec4 at = position.y < 0.5 ? a : b;
  at.xy += vec2(-along.y, along.x) * position.x * uWidthPx / uSizePx * at.w;
  gl_Position = at;
}`;
const FRAGMENT = /* glsl */ `
flat in vec3 vColour;
out vec4 colour;
void main() {
  colour = vec4(vColour, 1.0);
}`;

/** Lines that stand in the air among the buildings and are seen through them: heights, sights. */
export class SketchLines {
  readonly #anchor: LonLat;
  readonly #material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { uSizePx: { value: new Vector2(1, 1) }, uWidthPx: { value: WIDTH_PX } },
    side: DoubleSide,
    depthTest: false,
    transparent: true,
  });
  readonly object = new Mesh(new LineSegmentsGeometry(), this.#material);

  constructor(anchor: LonLat) {
    this.#anchor = anchor;
    this.object.frustumCulled = false;
    this.object.renderOrder = 10;
    this.object.visible = false;
    this.object.onBeforeRender = (renderer) => {
      const { uSizePx, uWidthPx } = this.#material.uniforms;
      renderer.getDrawingBufferSize(uSizePx?.value);
      if (uWidthPx) uWidthPx.value = WIDTH_PX * renderer.getPixelRatio();
      this.#material.uniformsNeedUpdate = true;
    };
    // What is chosen is what stands behind them.
    this.object.raycast = () => {};
  }

  show(lines: readonly AirLine[], look: Look): void {
    const { sketch, sketchHidden } = PALETTE[look];
    const positions: number[] = [];
    const colours: number[] = [];
    for (const { points, hidden } of lines) {
      const { r, g, b } = new Color().setStyle(hidden ? sketchHidden : sketch, LinearSRGBColorSpace);
      points.slice(1).forEach((to, i) => {
        const from = points[i] as AirPoint;
        for (const { at, heightM } of [from, to]) positions.push(...lonLatToScene(this.#anchor, at, heightM));
        colours.push(r, g, b, r, g, b);
      });
    }
    this.object.visible = positions.length > 0;
    if (!this.object.visible) return;
    this.object.geometry.dispose();
    this.object.geometry = new LineSegmentsGeometry();
    this.object.geometry.setPositions(positions);
    this.object.geometry.setColors(colours);
  }

  dispose(): void {
    this.object.geometry.dispose();
    this.#material.dispose();
  }
}

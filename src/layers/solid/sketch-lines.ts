// SPDX-License-Identifier: EUPL-1.2
import { Color, LinearSRGBColorSpace } from 'three';
import { LineMaterial } from 'three/examples/jsm/lines/LineMaterial.js';
import { LineSegments2 } from 'three/examples/jsm/lines/LineSegments2.js';
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

/** Lines that stand in the air among the buildings and are seen through them: heights, sights. */
export class SketchLines {
  readonly #anchor: LonLat;
  readonly #material = new LineMaterial({
    linewidth: WIDTH_PX,
    vertexColors: true,
    depthTest: false,
    transparent: true,
  });
  readonly object = new LineSegments2(new LineSegmentsGeometry(), this.#material);

  constructor(anchor: LonLat) {
    this.#anchor = anchor;
    this.object.frustumCulled = false;
    this.object.renderOrder = 10;
    this.object.visible = false;
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

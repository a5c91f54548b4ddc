// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  Group,
  IntType,
  Mesh,
  type ShaderMaterial,
  Sphere,
  Vector3,
  type WebGLRenderer,
} from 'three';
import type { LonLat } from '../../city/frames';
import { inPieces } from '../../stream/in-pieces';
import {
  EDGE_SIZE,
  EDGE_UNIT,
  hasOpposite,
  joinedStrips,
  linksByCell,
  type RibbonRoads,
  type RibbonStrip,
  ribbonStrip,
} from './ribbon-geometry';

/** Streets outside the view are not drawn: the network is cut into squares of this side. */
const CELL_M = 3000;
/** A piece is made in a few milliseconds. */
const LINKS_A_PIECE = 200;
/** Above the districts (zone-surfaces.ts). */
const ORDER = 10;

/** Uniforms that follow the view. */
export interface RibbonView {
  /** Pixels of the drawing buffer that a metre is long at a depth of 1 m. */
  readonly uPxPerM: { value: number };
  /** Pixels of the drawing buffer in a CSS pixel. */
  readonly uRatio: { value: number };
}

/** All streets of a network as ribbons on the ground, each square drawn once with each of the materials. */
export class RibbonGroup extends Group {
  readonly #view: RibbonView;
  readonly #materials: readonly ShaderMaterial[];

  /** @param materials the same order as they are drawn in; a mesh says which by `userData.material` */
  constructor(view: RibbonView, materials: readonly ShaderMaterial[]) {
    super();
    this.#view = view;
    this.#materials = materials;
    this.matrixAutoUpdate = false;
  }

  /** Adds the streets; the page is kept waiting only for moments. */
  build(roads: RibbonRoads, anchor: LonLat): Promise<void> {
    return inPieces(this.#pieces(roads, anchor));
  }

  *#pieces(roads: RibbonRoads, anchor: LonLat): Generator<void> {
    const twoWay = hasOpposite(roads);
    for (const cell of linksByCell(roads, CELL_M)) {
      const strips: RibbonStrip[] = [];
      for (let i = 0; i < cell.length; i += LINKS_A_PIECE) {
        strips.push(ribbonStrip(roads, cell.slice(i, i + LINKS_A_PIECE), twoWay, anchor));
        yield;
      }
      this.#add(joinedStrips(strips));
    }
  }

  override dispose(): void {
    for (const mesh of this.children) if (mesh instanceof Mesh) mesh.geometry.dispose();
    for (const material of this.#materials) material.dispose();
  }

  #add(strip: RibbonStrip): void {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(strip.positions, 2));
    const edges = new BufferAttribute(strip.edges, EDGE_SIZE);
    // Read as whole numbers.
    edges.gpuType = IntType;
    geometry.setAttribute('aEdge', edges);
    geometry.setAttribute('aLink', new BufferAttribute(strip.links, 1));
    geometry.setAttribute('aAlongM', new BufferAttribute(strip.alongM, 1));
    geometry.setIndex(new BufferAttribute(strip.indices, 1));
    geometry.boundingSphere = new Sphere(new Vector3(...strip.centre, 0), strip.radiusM + 100);
    this.#materials.forEach((material, i) => {
      const mesh = new Mesh(geometry, material);
      mesh.userData = { material: i };
      mesh.renderOrder = ORDER + (i % 2);
      mesh.matrixAutoUpdate = false;
      // What is clicked is the street below it.
      mesh.raycast = () => {};
      mesh.onBeforeRender = this.#follow;
      this.add(mesh);
    });
  }

  readonly #follow = (renderer: WebGLRenderer, _scene: unknown, camera: Camera): void => {
    const gl = renderer.getContext();
    this.#view.uRatio.value = renderer.getPixelRatio();
    this.#view.uPxPerM.value = ((camera.projectionMatrix.elements[5] ?? 1) * gl.drawingBufferHeight) / 2;
  };
}

/** Uniforms for {@link RibbonGroup}. */
export function ribbonView(): RibbonView {
  return { uPxPerM: { value: 1 }, uRatio: { value: 1 } };
}

/**
 * GLSL of a vertex shader: attributes of a strip, and where a corner of a ribbon of a width in pixels
 * stands, in the eye's frame.
 */
export const RIBBON_CORNER = /* glsl */ `
in ivec4 aEdge;
in uint aLink;
uniform float uPxPerM, uRatio;
float pxPerMHere() {
  vec4 axis = modelViewMatrix * vec4(position.xy, 0.0, 1.0);
  return uPxPerM / max((projectionMatrix * axis).w, 1.0);
}
vec4 edgeHere() { return vec4(aEdge) / ${EDGE_UNIT}.0; }
vec4 cornerAt(vec4 edge, float widthPx, float pxPerM) {
  // A breath between the two directions, so that they do not run together.
  float push = edge.z * widthPx + (abs(edge.z) == 0.5 ? 0.0 : 0.35 * uRatio);
  return modelViewMatrix * vec4(position.xy + edge.xy * push / pxPerM, 0.0, 1.0);
}`;

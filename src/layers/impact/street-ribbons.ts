// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  GLSL3,
  GreaterDepth,
  Group,
  IntType,
  LessEqualDepth,
  Mesh,
  ShaderMaterial,
  Sphere,
  Vector3,
  type WebGLRenderer,
} from 'three';
import type { Roads } from '../../city/city-inputs';
import type { LonLat } from '../../city/frames';
import type { Stage } from '../solid/stage';
import {
  EDGE_SIZE,
  EDGE_UNIT,
  hasOpposite,
  joinedStrips,
  linksByCell,
  type RibbonStrip,
  ribbonStrip,
} from './ribbon-geometry';
import { HATCHING, LEFT, READ_SIDES, RIGHT, SideTexture } from './side-texture';

/** Streets outside the view are not drawn: the network is cut into squares of this side. */
const CELL_M = 3000;
/** What shows through buildings, of the ribbon's own strength. */
const THROUGH = 0.6;

const VERTEX = /* glsl */ `
${READ_SIDES}
in ivec4 aEdge;
in uint aLink;
uniform float uPxPerM, uRatio;
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
  vec4 axis = modelViewMatrix * vec4(position.xy, 0.0, 1.0);
  float pxPerM = uPxPerM / max((projectionMatrix * axis).w, 1.0);
  vec4 texel = side(aLink, uWhich);
  vOwn = texel.rgb;
  vMarks = marksOf(texel);
  vWidthPx = widthPx(vMarks, pxPerM);
  vec4 edge = vec4(aEdge) / ${EDGE_UNIT}.0;
  // A breath between the two directions, so that they do not run together.
  float push = edge.z * vWidthPx + (abs(edge.z) == 0.5 ? 0.0 : 0.35 * uRatio);
  vec4 at = modelViewMatrix * vec4(position.xy + edge.xy * push / pxPerM, 0.0, 1.0);
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
export class StreetRibbons extends Group {
  readonly #sides: SideTexture;
  /** Of each side, what shows through buildings and what stands free. */
  readonly #materials: readonly { readonly which: number; readonly material: ShaderMaterial }[];
  readonly #uniforms: ReturnType<typeof uniforms>;

  constructor(links: number, stage: Stage) {
    super();
    this.#sides = new SideTexture(links);
    this.#uniforms = uniforms(this.#sides, stage);
    this.#materials = [LEFT, RIGHT].flatMap((which) =>
      [true, false].map((through) => ({ which, material: this.#material(which, through) })),
    );
    this.matrixAutoUpdate = false;
  }

  /**
   * Adds the streets, a piece at a time, so that whoever builds can pause between pieces.
   * @yields after every piece
   */
  *build(roads: Roads, anchor: LonLat): Generator<void> {
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

  /** How streets are drawn left and right of the line, as impact-map.ts paints them; `divided`: there is a line. */
  show(left: Uint8Array, right: Uint8Array, divided: boolean): void {
    this.#sides.set(left, right);
    for (const mesh of this.children) mesh.visible = divided || mesh.userData.which === RIGHT;
  }

  /** The rim of wide ribbons: the ground's colour. */
  setCasing(rgb: readonly [number, number, number]): void {
    this.#uniforms.uCasing.value.set(...rgb).divideScalar(255);
  }

  override dispose(): void {
    for (const mesh of this.children) if (mesh instanceof Mesh) mesh.geometry.dispose();
    for (const { material } of this.#materials) material.dispose();
    this.#sides.dispose();
  }

  #add(strip: RibbonStrip): void {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(strip.positions, 2));
    const edges = new BufferAttribute(strip.edges, EDGE_SIZE);
    // Read as whole numbers.
    edges.gpuType = IntType;
    geometry.setAttribute('aEdge', edges);
    geometry.setAttribute('aLink', new BufferAttribute(strip.links, 1));
    geometry.setIndex(new BufferAttribute(strip.indices, 1));
    geometry.boundingSphere = new Sphere(new Vector3(...strip.centre, 0), strip.radiusM + 100);
    this.#materials.forEach(({ which, material }, i) => {
      const mesh = new Mesh(geometry, material);
      mesh.userData = { which };
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
    const ratio = renderer.getPixelRatio();
    this.#uniforms.uRatio.value = ratio;
    this.#uniforms.uPxPerM.value = ((camera.projectionMatrix.elements[5] ?? 1) * gl.drawingBufferHeight) / 2;
  };

  #material(which: number, through: boolean): ShaderMaterial {
    return new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        ...this.#uniforms,
        uWhich: { value: which },
        uStrength: { value: through ? THROUGH : 1 },
      },
      transparent: true,
      depthWrite: false,
      depthFunc: through ? GreaterDepth : LessEqualDepth,
    });
  }
}

/** Above the districts (zone-surfaces.ts). */
const ORDER = 10;
/** A piece is made in a few milliseconds. */
const LINKS_A_PIECE = 200;

function uniforms(sides: SideTexture, stage: Stage) {
  return {
    uSides: { value: sides.texture },
    uSplit: stage.split,
    uHazeM: stage.hazeM,
    /** Pixels of the drawing buffer that a metre is long at a depth of 1 m. */
    uPxPerM: { value: 1 },
    uRatio: { value: 1 },
    uCasing: { value: new Vector3(1, 1, 1) },
  };
}

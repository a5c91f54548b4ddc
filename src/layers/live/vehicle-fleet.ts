// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  type Camera,
  DynamicDrawUsage,
  FrontSide,
  GLSL3,
  GreaterDepth,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LessEqualDepth,
  Matrix4,
  Mesh,
  ShaderMaterial,
  Vector2,
  Vector3,
  type WebGLRenderer,
} from 'three';
import { TRANSIT_MODES } from '../../city/ground';
import { bytesOf } from '../../query/colour';
import { type MovingVehicles, SCHEDULED } from '../../stream/vehicles/moving';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import type { Stage } from '../solid/stage';
import { nearestOnScreen } from './nearest-on-screen';
import type { ScenePlacer } from './scene-place';
import {
  DIMENSIONS_M,
  INSTANCE_SIZE,
  LEAST_PX,
  MODE_STEP,
  STATE_STEP,
  VEHICLE_COLOURS,
  vehicleColours,
  writeInstances,
} from './vehicle-instances';
import { FRONT, ROOF, SIDE, vehicleShape } from './vehicle-shape';

const MODES = TRANSIT_MODES.length;
const METRO = TRANSIT_MODES.indexOf('metro');
/** Above streets' ribbons (impact/ribbon-group.ts) and below the surface of presence. */
const ORDER = 20;

const VERTEX = /* glsl */ `
in vec3 aFace;
in vec4 aVehicle;
uniform vec3 uColours[${VEHICLE_COLOURS}];
uniform vec3 uSizes[${MODES}];
uniform vec2 uLeast[${MODES}];
uniform float uPxPerM, uRatio, uChosen;
uniform vec2 uHazeM;
flat out vec3 vOwn;
flat out ivec3 vIs;
flat out vec2 vLengths;
out vec4 vFace;
void main() {
  int code = int(aVehicle.w + 0.5);
  int mode = (code % ${STATE_STEP}) / ${MODE_STEP};
  bool chosen = float(gl_InstanceID) == uChosen;
  vec4 middle = modelViewMatrix * vec4(aVehicle.xy, 0.0, 1.0);
  float pxPerM = uPxPerM / max((projectionMatrix * middle).w, 1.0);
  float near = smoothstep(0.05, 0.42, pxPerM / uRatio);
  vec2 leastM = uLeast[mode] * uRatio * mix(0.52, 1.0, near) * (chosen ? 1.5 : 1.0) / pxPerM;
  vec3 size = uSizes[mode];
  float lengthM = max(size.x, leastM.x);
  float widthM = max(size.y, leastM.y);
  // Widened, it is raised too, or it would lie there like a sheet.
  vec3 own = position * vec3(lengthM, widthM, max(size.z, 0.7 * leastM.y));
  vec2 ahead = vec2(cos(aVehicle.z), sin(aVehicle.z));
  vec3 at = vec3(aVehicle.xy + own.x * ahead + own.y * vec2(-ahead.y, ahead.x), own.z);
  vec3 out3 = normalize(vec3(normal.x * ahead + normal.y * vec2(-ahead.y, ahead.x), normal.z));
  float light = 0.8 + 0.2 * dot(out3, normalize(vec3(-0.5, -0.44, 0.9)));
  vec4 view = modelViewMatrix * vec4(at, 1.0);
  vOwn = uColours[code % ${MODE_STEP}];
  vIs = ivec3(int(aFace.z + 0.5), code / ${STATE_STEP}, mode + (chosen ? 16 : 0));
  vLengths = vec2(lengthM, widthM) * pxPerM / uRatio;
  vFace = vec4(aFace.xy, light, smoothstep(uHazeM.x, uHazeM.y, length(view.xyz)));
  gl_Position = projectionMatrix * view;
}`;

const FRAGMENT = /* glsl */ `
uniform float uRatio;
uniform bool uThrough;
uniform vec3 uPaper, uInk, uGlass, uChosenColour;
flat in vec3 vOwn;
flat in ivec3 vIs;
flat in vec2 vLengths;
in vec4 vFace;
out vec4 colour;
void main() {
  int mode = vIs.z & 15;
  bool chosen = vIs.z > 15;
  bool pale = vIs.y == ${SCHEDULED};
  // Small ones are told apart by their colour: made light they would be lost.
  float small = 1.0 - smoothstep(4.0, 7.0, vLengths.y);
  vec3 body = pale ? mix(vOwn, uPaper, mix(0.58, 0.12, small)) : vOwn;
  if (vIs.x == ${ROOF}) {
    body = mix(body, uPaper, pale ? 0.1 : 0.16);
    // The nose is light: one sees where it is bound for.
    body = mix(body, uPaper, 0.75 * smoothstep(0.7, 0.78, vFace.x));
  }
  bool drawn = vLengths.y > 9.0;
  if (drawn && vIs.x == ${SIDE} && vFace.y > 0.42 && vFace.y < 0.8) body = mix(body, uGlass, 0.75);
  if (drawn && vIs.x == ${FRONT} && vFace.y > 0.35 && vFace.y < 0.85) body = mix(body, uGlass, 0.8);
  vec2 fromEdge = min(vFace.xy, 1.0 - vFace.xy) / max(fwidth(vFace.xy), vec2(1e-6));
  float rim = 1.0 - smoothstep(0.6, 1.4, min(fromEdge.x, fromEdge.y) / uRatio);
  vec3 line = chosen ? uChosenColour : pale ? vOwn : mix(vOwn, uInk, 0.55);
  vec3 lit = mix(body * vFace.z, line, rim * (vLengths.y > 3.5 ? 0.9 : 0.35));
  // The metro runs beneath the ground: it is seen through it.
  float strength = mode == ${METRO} && !chosen ? mix(0.62, 1.0, rim) : 1.0;
  if (uThrough) strength *= mode == ${METRO} || chosen ? 0.7 : 0.55;
  colour = vec4(lit, strength * (1.0 - vFace.w));
}`;

/** Vehicles of public transport: one shape, drawn once for each; of a frame only their places are new. */
export class VehicleFleet extends Group {
  readonly #placer: ScenePlacer;
  readonly #uniforms: ReturnType<typeof uniforms>;
  readonly #meshes: readonly Mesh<InstancedBufferGeometry, ShaderMaterial>[];
  #instances = instancesFor(1024);
  #order = new Uint32Array(1024);
  #sets: readonly Pick<MovingVehicles, 'count' | 'id'>[] = [];
  #chosen: string | null = null;
  #vehicles = 0;

  constructor(placer: ScenePlacer, stage: Stage) {
    super();
    this.#placer = placer;
    this.#uniforms = uniforms(stage);
    const geometry = geometryOf(this.#instances);
    // First what shows through buildings: what stands free is drawn over it.
    this.#meshes = [true, false].map((through, i) => {
      const mesh = new Mesh(geometry, materialOf(this.#uniforms, through));
      mesh.renderOrder = ORDER + i;
      mesh.frustumCulled = false;
      mesh.matrixAutoUpdate = false;
      // Chosen by pick(), which reaches farther than a ray.
      mesh.raycast = () => {};
      mesh.onBeforeRender = this.#follow;
      this.add(mesh);
      return mesh;
    });
    this.matrixAutoUpdate = false;
  }

  get vehicles(): number {
    return this.#vehicles;
  }

  /** Where the vehicles are now. Reads the arrays and keeps none of them but `id`. */
  place(sets: readonly MovingVehicles[]): void {
    const count = sets.reduce((sum, set) => sum + set.count, 0);
    if (count > this.#order.length) this.#grow(count);
    writeInstances(sets, this.#placer, this.#instances.array as Float32Array, this.#order);
    this.#vehicles = count;
    this.#sets = sets.map((set) => ({ count: set.count, id: set.id }));
    this.#instances.clearUpdateRanges();
    this.#instances.addUpdateRange(0, INSTANCE_SIZE * count);
    this.#instances.needsUpdate = true;
    for (const { geometry } of this.#meshes) geometry.instanceCount = count;
    this.#mark();
  }

  setLook(look: Look): void {
    const u = this.#uniforms;
    const set = (to: Vector3, colour: string) => to.set(...bytesOf(colour)).divideScalar(255);
    for (const [i, colour] of vehicleColours(look).entries()) set(u.uColours.value[i] as Vector3, colour);
    set(u.uChosenColour.value, PALETTE[look].selection);
    const dark = look === 'dark';
    u.uPaper.value.setScalar(dark ? 0.97 : 1);
    u.uInk.value.setScalar(dark ? 1 : 0.05);
    u.uGlass.value.setScalar(dark ? 0.08 : 0.2);
  }

  /** Draws the chosen one larger; null: none is. */
  choose(id: string | null): void {
    if (id === this.#chosen) return;
    this.#chosen = id;
    this.#mark();
  }

  /** The vehicle at a point of the screen, and where it is (scene). */
  pick(
    camera: Camera,
    size: { readonly widthPx: number; readonly heightPx: number },
    at: readonly [number, number],
    reachPx: number,
  ): { readonly id: string; readonly xM: number; readonly yM: number } | null {
    const toClip = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const places = this.#instances.array;
    const view = { toClip: toClip.elements, ...size };
    const row = nearestOnScreen(places, this.#vehicles, INSTANCE_SIZE, view, at, reachPx);
    if (row === null) return null;
    const id = this.#idAt(row);
    if (id === undefined) return null;
    return { id, xM: places[INSTANCE_SIZE * row] as number, yM: places[INSTANCE_SIZE * row + 1] as number };
  }

  override dispose(): void {
    for (const { geometry, material } of this.#meshes) {
      geometry.dispose();
      material.dispose();
    }
  }

  #grow(count: number): void {
    const room = 2 ** Math.ceil(Math.log2(count));
    this.#order = new Uint32Array(room);
    this.#instances = instancesFor(room);
    const [before] = this.#meshes;
    before?.geometry.dispose();
    const geometry = geometryOf(this.#instances);
    for (const mesh of this.#meshes) mesh.geometry = geometry;
  }

  #idAt(row: number): string | undefined {
    let at = this.#order[row] as number;
    for (const { count, id } of this.#sets) {
      if (at < count) return id[at];
      at -= count;
    }
    return undefined;
  }

  #mark(): void {
    // Mostly it stands where it stood.
    const before = this.#uniforms.uChosen.value;
    if (before >= 0 && before < this.#vehicles && this.#idAt(before) === this.#chosen) return;
    let chosen = -1;
    if (this.#chosen !== null)
      for (let row = 0; row < this.#vehicles && chosen < 0; row++)
        if (this.#idAt(row) === this.#chosen) chosen = row;
    this.#uniforms.uChosen.value = chosen;
  }

  readonly #follow = (renderer: WebGLRenderer, _scene: unknown, camera: Camera): void => {
    const high = renderer.getContext().drawingBufferHeight;
    this.#uniforms.uRatio.value = renderer.getPixelRatio();
    this.#uniforms.uPxPerM.value = ((camera.projectionMatrix.elements[5] ?? 1) * high) / 2;
  };
}

function instancesFor(vehicles: number): InstancedBufferAttribute {
  const made = new InstancedBufferAttribute(new Float32Array(INSTANCE_SIZE * vehicles), INSTANCE_SIZE);
  made.setUsage(DynamicDrawUsage);
  return made;
}

function geometryOf(instances: InstancedBufferAttribute): InstancedBufferGeometry {
  const { positions, faces, normals, indices } = vehicleShape();
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setAttribute('aFace', new BufferAttribute(faces, 3));
  geometry.setAttribute('aVehicle', instances);
  geometry.setIndex(new BufferAttribute(indices, 1));
  geometry.instanceCount = 0;
  return geometry;
}

function materialOf(shared: ReturnType<typeof uniforms>, through: boolean): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uThrough: { value: through } },
    transparent: true,
    side: FrontSide,
    depthWrite: !through,
    depthFunc: through ? GreaterDepth : LessEqualDepth,
  });
}

function uniforms(stage: Stage) {
  return {
    uColours: { value: Array.from({ length: VEHICLE_COLOURS }, () => new Vector3()) },
    uSizes: { value: TRANSIT_MODES.map((mode) => new Vector3(...DIMENSIONS_M[mode])) },
    uLeast: { value: TRANSIT_MODES.map((mode) => new Vector2(...LEAST_PX[mode])) },
    uHazeM: stage.hazeM,
    uPxPerM: { value: 1 },
    uRatio: { value: 1 },
    /** Place of the chosen one among the instances; −1: none. */
    uChosen: { value: -1 },
    uPaper: { value: new Vector3(1, 1, 1) },
    uInk: { value: new Vector3() },
    uGlass: { value: new Vector3() },
    uChosenColour: { value: new Vector3() },
  };
}

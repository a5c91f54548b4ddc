// SPDX-License-Identifier: EUPL-1.2
import { Group, Mesh, PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import { describe, expect, it } from 'vitest';
import { MILANO } from '../../city/place';
import type { ShadowMap } from './building-material';
import { IdTexture, othersOf } from './id-texture';
import { type ShadowHost, SunShadows } from './sun-shadows';

const at = MILANO.centre;
const LIGHT = { lit: [1, 1, 1], shade: [0.5, 0.5, 0.6], direct: 1 } as unknown as Parameters<
  SunShadows['set']
>[1];
const NOON = { elevationDeg: 45, azimuthDeg: 180 };
const NIGHT = { elevationDeg: -20, azimuthDeg: 0 };

/** A city that remembers what it was told, and a renderer that only counts. */
function stand() {
  const casters = new Group();
  casters.add(new Mesh());
  const heard = { shadows: null as ShadowMap | null, sides: [] as (number | null)[] };
  const ids = new IdTexture(20);
  const host: ShadowHost = {
    casters,
    ids,
    setShadows: (shadows) => void (heard.shadows = shadows),
    setSecondCamera: (second) => void heard.sides.push(second?.sidePx ?? null),
  };
  const drawn: unknown[] = [];
  const renderer = {
    getDrawingBufferSize: (size: { set(x: number, y: number): void }) => size.set(800, 600),
    getRenderTarget: () => null,
    setRenderTarget: () => {},
    clear: () => {},
    render: (scene: Scene) => drawn.push(scene.overrideMaterial),
  } as unknown as WebGLRenderer;
  const camera = new PerspectiveCamera(45, 800 / 600, 1, 10_000);
  camera.up.set(0, 0, 1);
  camera.position.set(0, -400, 400);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld(true);
  const shadows = new SunShadows(host, { mapSide: 512, samples: 0 }, at);
  const frame = () => {
    shadows.follow(camera, 566, 1.5);
    const { object } = shadows;
    object.onBeforeRender(renderer, new Scene(), camera, object.geometry, object.material, new Group());
  };
  return { shadows, heard, camera, casters, ids, frame, drawn };
}

describe('the shadows', () => {
  it('are drawn once, and anew only where something is another', () => {
    const { shadows, heard, camera, casters, ids, frame } = stand();
    shadows.set(NOON, LIGHT);
    frame();
    // One picture of the screen, one map.
    expect(shadows.drawn).toBe(2);
    expect(heard.shadows?.bias).toBeGreaterThan(0);
    frame();
    expect(shadows.drawn).toBe(2);
    // A small motion keeps the map.
    camera.position.x += 5;
    camera.updateMatrixWorld(true);
    frame();
    expect(shadows.drawn).toBe(3);
    shadows.set({ ...NOON, azimuthDeg: 200 }, LIGHT);
    frame();
    expect(shadows.drawn).toBe(5);
    casters.add(new Mesh());
    frame();
    expect(shadows.drawn).toBe(7);
    // A filter hides buildings: their shadows go with them.
    ids.setOthers(othersOf(new Uint8Array(20), null));
    frame();
    expect(shadows.drawn).toBe(9);
    frame();
    expect(shadows.drawn).toBe(9);
  });

  it('borrow the buildings and leave them where they stand', () => {
    const { shadows, casters, frame } = stand();
    const scene = new Scene();
    scene.add(casters);
    shadows.set(NOON, LIGHT);
    frame();
    expect(casters.parent).toBe(scene);
  });

  it('are none by night, and no tiles are loaded for them', () => {
    const { shadows, heard, frame } = stand();
    shadows.set(NIGHT, LIGHT);
    frame();
    expect(shadows.drawn).toBe(0);
    expect(heard.sides).toEqual([null]);
    expect(shadows.object.material.uniforms.uShade.value.toArray()).toEqual([1, 1, 1]);
    shadows.set(NOON, LIGHT);
    frame();
    expect(heard.sides.at(-1)).toBeGreaterThan(100);
    shadows.dispose();
    expect([heard.sides.at(-1), heard.shadows]).toEqual([null, null]);
  });

  it('lie on the ground by the sun: so far from the foot for each metre of height', () => {
    const { shadows, frame, drawn } = stand();
    shadows.set({ elevationDeg: 30, azimuthDeg: 90 }, LIGHT);
    frame();
    const outlines = drawn[0] as { uniforms: { uAcross: { value: { x: number; y: number } } } };
    const { x, y } = outlines.uniforms.uAcross.value;
    // Towards the east by 1 / tan 30° = 1.732, in the scene's metres, which differ by less than a percent.
    expect(x / 1.732).toBeCloseTo(1, 1);
    expect(y).toBeCloseTo(0, 6);
  });
});

// SPDX-License-Identifier: EUPL-1.2
import { LngLat } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { isLed, type LockedMap, lockCameras } from './camera-lock';

interface FakeCamera {
  center: LngLat;
  zoom: number;
  pitch: number;
  bearing: number;
}

/** A map that says what maps say, in MapLibre's order: `move`, then `moveend`, within the call. */
class FakeMap implements LockedMap {
  readonly heard: string[] = [];
  readonly #listeners = new Map<string, Set<(event: object) => void>>();
  #camera: FakeCamera = { center: new LngLat(9.19, 45.46), zoom: 14, pitch: 60, bearing: 0 };
  getCenter = () => this.#camera.center;
  getZoom = () => this.#camera.zoom;
  getPitch = () => this.#camera.pitch;
  getBearing = () => this.#camera.bearing;
  get camera() {
    const { center, zoom, pitch, bearing } = this.#camera;
    return [center.lng, center.lat, zoom, pitch, bearing];
  }
  get listeners() {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  on(event: string, listener: (event: object) => void) {
    const of = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, of.add(listener));
  }
  off(event: string, listener: (event: object) => void) {
    this.#listeners.get(event)?.delete(listener);
  }
  /** A move of its own is under way, which a jump breaks off. */
  easing = false;
  jumpTo(camera: Partial<FakeCamera>, data: object = {}) {
    if (this.easing) {
      this.easing = false;
      this.say('moveend');
    }
    this.frame(camera, data);
    this.say('moveend', data);
  }
  /** A frame of a move that goes on. */
  frame(camera: Partial<FakeCamera>, data: object = {}) {
    this.#camera = { ...this.#camera, ...camera };
    this.say('move', data);
  }
  say(event: string, data: object = {}) {
    this.heard.push(isLed(data) ? `${event} led` : event);
    for (const listener of this.#listeners.get(event) ?? []) listener(data);
  }
}

describe('two cameras', () => {
  it('begin where the first is', () => {
    const [first, second] = [new FakeMap(), new FakeMap()];
    first.jumpTo({ zoom: 16, bearing: -20 });
    lockCameras(first, second);
    expect(second.camera).toEqual([9.19, 45.46, 16, 60, -20]);
    expect(first.heard).toEqual(['move', 'moveend']);
  });

  it('go together whichever is moved, and neither answers the other', () => {
    for (const secondLeads of [false, true]) {
      const maps = [new FakeMap(), new FakeMap()] as const;
      lockCameras(...maps);
      const [leader, follower] = secondLeads ? [maps[1], maps[0]] : maps;
      leader.heard.length = follower.heard.length = 0;
      leader.frame({ zoom: 15 });
      leader.frame({ zoom: 16, center: new LngLat(9.2, 45.5) });
      expect(follower.camera).toEqual([9.2, 45.5, 16, 60, 0]);
      expect(leader.heard).toEqual(['move', 'move']);
      expect(follower.heard).toEqual(['move led', 'moveend led', 'move led', 'moveend led']);
      follower.heard.length = 0;
      leader.say('moveend');
      // Once, and by its own word: who keeps the view in the address hears of it.
      expect(follower.heard).toEqual(['move', 'moveend']);
      expect(leader.heard).toEqual(['move', 'move', 'moveend']);
    }
  });

  it('do not stop the leader where it breaks off a move of the other', () => {
    const [first, second] = [new FakeMap(), new FakeMap()];
    lockCameras(first, second);
    second.easing = true;
    first.heard.length = 0;
    first.frame({ zoom: 15 });
    expect(first.heard).toEqual(['move']);
    expect([second.easing, second.getZoom()]).toEqual([false, 15]);
  });

  it('do not disturb one another when a canvas gets another size', () => {
    const [first, second] = [new FakeMap(), new FakeMap()];
    lockCameras(first, second);
    first.frame({ zoom: 15 });
    first.heard.length = second.heard.length = 0;
    // As MapLibre tells of it, on the one that goes along while the other is on its way.
    second.say('move');
    second.say('moveend');
    expect(first.heard).toEqual([]);
    first.frame({ zoom: 16 });
    first.say('moveend');
    expect(second.heard.slice(2)).toEqual(['move led', 'moveend led', 'move', 'moveend']);
    // Nothing is owed any more.
    second.heard.length = 0;
    first.say('moveend');
    expect(second.heard).toEqual([]);
  });

  it('take turns in leading', () => {
    const [first, second] = [new FakeMap(), new FakeMap()];
    lockCameras(first, second);
    first.jumpTo({ zoom: 12 });
    second.jumpTo({ pitch: 30 });
    first.jumpTo({ bearing: 90 });
    expect(first.camera).toEqual([9.19, 45.46, 12, 30, 90]);
    expect(second.camera).toEqual(first.camera);
  });

  it('are let go of', () => {
    const [first, second] = [new FakeMap(), new FakeMap()];
    const end = lockCameras(first, second);
    end();
    first.jumpTo({ zoom: 12 });
    expect([second.getZoom(), first.listeners, second.listeners]).toEqual([14, 0, 0]);
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** Two maps that look from the same place: whichever is moved leads, and the other goes along. */
import type { LngLat } from 'maplibre-gl';

/** What is needed of a map. */
export interface LockedMap {
  getCenter(): LngLat;
  getZoom(): number;
  getPitch(): number;
  getBearing(): number;
  jumpTo(camera: Camera, data?: { readonly led: true }): unknown;
  on(event: 'move' | 'moveend', listener: (event: object) => void): unknown;
  off(event: 'move' | 'moveend', listener: (event: object) => void): unknown;
}

interface Camera {
  readonly center: LngLat;
  readonly zoom: number;
  readonly pitch: number;
  readonly bearing: number;
}

/** Whether a map says with an event that it did not move by itself. */
export const isLed = (event: object): boolean => (event as { led?: boolean }).led === true;

const cameraOf = (map: LockedMap): Camera => ({
  center: map.getCenter(),
  zoom: map.getZoom(),
  pitch: map.getPitch(),
  bearing: map.getBearing(),
});

/** Degrees, and steps of zoom: a turn that is wrapped once more is not quite what it was. */
const ALIKE = 1e-9;

function areTogether(one: LockedMap, other: LockedMap): boolean {
  const [a, b] = [cameraOf(one), cameraOf(other)];
  const apart = [
    a.center.lng - b.center.lng,
    a.center.lat - b.center.lat,
    a.zoom - b.zoom,
    a.pitch - b.pitch,
    a.bearing - b.bearing,
  ];
  return apart.every((by) => Math.abs(by) < ALIKE);
}

/**
 * Puts the second map where the first is and keeps both together. A map that goes along says `led` with its
 * events, so that nobody takes them for a move, least of all the leader; with the leader's last one it says
 * for itself that it has come to rest. A map that says that it moves and stands where the other does, as it
 * does when its canvas gets another size, leads nobody: a jump would break off what the other is at. Returns
 * how to let go.
 */
export function lockCameras(first: LockedMap, second: LockedMap): () => void {
  /** The one that is being put where the other is: what it says meanwhile, its own move broken off too, is no lead. */
  let put: LockedMap | null = null;
  /** The one that has gone along and not yet said that it has come to rest. */
  let goes: LockedMap | null = null;
  const bring = (follower: LockedMap, leader: LockedMap, data?: { readonly led: true }) => {
    put = follower;
    follower.jumpTo(cameraOf(leader), data);
    put = null;
    goes = data ? follower : null;
  };
  const lead = (leader: LockedMap, follower: LockedMap) => {
    const onMove = () => {
      if (put !== leader && !areTogether(leader, follower)) bring(follower, leader, { led: true });
    };
    const onEnd = () => {
      if (put !== leader && goes === follower) bring(follower, leader);
    };
    leader.on('move', onMove);
    leader.on('moveend', onEnd);
    return () => {
      leader.off('move', onMove);
      leader.off('moveend', onEnd);
    };
  };
  bring(second, first, { led: true });
  goes = null;
  const ends = [lead(first, second), lead(second, first)];
  return () => {
    for (const end of ends) end();
  };
}

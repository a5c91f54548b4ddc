// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLatToPlane, lonLatToScene, plane, planeToLonLat, sceneToLonLat } from '../../city/frames';
import { TRANSIT_MODES } from '../../city/ground';
import { LIVE, type MovingVehicles, noVehicles, SCHEDULED } from '../../stream/vehicles/moving';
import { nearestLink } from './nearest-link';
import { nearestOnScreen } from './nearest-on-screen';
import { ScenePlacer } from './scene-place';
import { colourOf, INSTANCE_SIZE, vehicleColours, writeInstances } from './vehicle-instances';
import { vehicleShape } from './vehicle-shape';

const ANCHOR = [9.19, 45.46] as const;
const placer = new ScenePlacer(ANCHOR);
const [EAST, NORTH] = lonLatToPlane(ANCHOR);

describe('places in the scene', () => {
  it('are where the exact transformation puts them, to a decimetre in the whole city', () => {
    for (const dEast of [-12_000, -3000, 0, 5000, 12_000])
      for (const dNorth of [-12_000, -4000, 0, 12_000]) {
        const exact = lonLatToScene(ANCHOR, planeToLonLat(plane(EAST + dEast, NORTH + dNorth)));
        const off = Math.hypot(
          placer.x(EAST + dEast, NORTH + dNorth) - exact[0],
          placer.y(EAST + dEast, NORTH + dNorth) - exact[1],
        );
        expect(off).toBeLessThan(0.1);
      }
  });

  it('know how far the plane is turned: 0.135° at 0.19° from its meridian', () => {
    // Convergence of the meridian: Δλ · sin φ = 0.19° · sin 45.46°.
    expect(Math.abs((placer.convergenceRad * 180) / Math.PI)).toBeCloseTo(0.1354, 3);
    const [x, y] = lonLatToScene(ANCHOR, planeToLonLat(plane(EAST, NORTH + 1000)));
    expect(placer.convergenceRad).toBeCloseTo(Math.atan2(-x, y), 5);
  });

  it('are found again on the globe', () => {
    const at = [9.21, 45.49] as const;
    const [x, y] = lonLatToScene(ANCHOR, at);
    const [lon, lat] = sceneToLonLat(ANCHOR, x, y);
    expect(lon).toBeCloseTo(at[0], 9);
    expect(lat).toBeCloseTo(at[1], 9);
  });
});

const set = (
  ...vehicles: { mode: string; line: string; state: number; bearing?: number }[]
): MovingVehicles => {
  const lines = ['', ...new Set(vehicles.map(({ line }) => line))];
  const made = noVehicles(lines, 8);
  vehicles.forEach(({ mode, line, state, bearing }, i) => {
    made.eastM[i] = EAST + 100 * i;
    made.northM[i] = NORTH;
    made.bearingDeg[i] = bearing ?? 0;
    made.modeIndex[i] = TRANSIT_MODES.indexOf(mode as 'bus');
    made.lineIndex[i] = lines.indexOf(line);
    made.state[i] = state;
    made.id[i] = `${line}-${i}`;
  });
  made.count = vehicles.length;
  return made;
};

describe('vehicles as instances', () => {
  it('hold place, heading and a code of colour, mode and state; the metro first', () => {
    const into = new Float32Array(4 * INSTANCE_SIZE);
    const order = new Uint32Array(4);
    const reported = set(
      { mode: 'tram', line: '14', state: LIVE, bearing: 90 },
      { mode: 'metro', line: 'M2', state: SCHEDULED },
    );
    writeInstances(
      [reported, set({ mode: 'bus', line: '94', state: SCHEDULED, bearing: 180 })],
      placer,
      into,
      order,
    );
    expect([...order.subarray(0, 3)]).toEqual([1, 0, 2]);
    // M2 is the second colour; 128 = by the timetable.
    expect(into[3]).toBe(1 + 128);
    // A tram's colour follows the five lines and the metro; mode 1; live.
    expect(into[7]).toBe(6 + 16);
    expect(into[11]).toBe(8 + 16 * 3 + 128);
    expect(into[4]).toBeCloseTo(0, 1);
    expect(into[0]).toBeCloseTo(100, 0);
    // East is along x but for the convergence; south the other way of y.
    expect(into[6]).toBeCloseTo(placer.convergenceRad, 5);
    expect(into[10]).toBeCloseTo(-Math.PI / 2 + placer.convergenceRad, 5);
  });

  it('have the colours of the metro lines, others by mode, also where a line is new', () => {
    const colours = vehicleColours('light');
    expect(colours[colourOf('M1', 0)]).toBe('#d9252b');
    expect(colours[colourOf('M9', 0)]).toBe('#c9252b');
    expect(colours[colourOf('M1', 3)]).toBe('#3b6ea5');
    const grown = set({ mode: 'bus', line: '94', state: LIVE });
    const into = new Float32Array(INSTANCE_SIZE);
    writeInstances([grown], placer, into, new Uint32Array(1));
    (grown.lines as string[]).push('M3');
    grown.lineIndex[0] = 2;
    grown.modeIndex[0] = 0;
    writeInstances([grown], placer, into, new Uint32Array(1));
    expect(into[3]).toBe(2);
  });

  it('have a shape whose faces look outward', () => {
    const { positions, normals, indices } = vehicleShape();
    for (let i = 0; i < indices.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => {
        const at = 3 * indices[i + k]!;
        return [...positions.subarray(at, at + 3)] as [number, number, number];
      }) as [[number, number, number], [number, number, number], [number, number, number]];
      const [u, v] = [b.map((x, k) => x - a[k]!), c.map((x, k) => x - a[k]!)] as [number[], number[]];
      const out = [
        u[1]! * v[2]! - u[2]! * v[1]!,
        u[2]! * v[0]! - u[0]! * v[2]!,
        u[0]! * v[1]! - u[1]! * v[0]!,
      ];
      const told = normals.subarray(3 * indices[i]!, 3 * indices[i]! + 3);
      expect(out.reduce((sum, x, k) => sum + x * told[k]!, 0)).toBeGreaterThan(0);
    }
  });
});

describe('what is under the pointer', () => {
  // x and y of the scene are the clip space's; w is 1.
  const flat = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const view = { toClip: flat, widthPx: 200, heightPx: 100 };
  const places = [0, 0, 9, 0.5, 0.5, 9, -0.9, -0.9, 9];

  it('is the nearest within reach, row 1 at (150, 25)', () => {
    expect(nearestOnScreen(places, 3, 3, view, [148, 27], 12)).toBe(1);
    expect(nearestOnScreen(places, 3, 3, view, [102, 50], 12)).toBe(0);
    expect(nearestOnScreen(places, 3, 3, view, [120, 40], 12)).toBeNull();
    expect(nearestOnScreen(places, 1, 3, view, [148, 27], 12)).toBeNull();
  });

  it('is nothing behind the eye', () => {
    const behind = { ...view, toClip: [...flat.slice(0, 15), -1] };
    expect(nearestOnScreen(places, 3, 3, behind, [100, 50], 12)).toBeNull();
  });

  it('is the street on whose right-hand side it is', () => {
    const roads = {
      links: 2,
      from: Int32Array.of(0, 1),
      to: Int32Array.of(1, 0),
      class: Uint8Array.of(3, 3),
      shapeStart: Int32Array.of(0, 2),
      shapeCount: Int32Array.of(2, 2),
      shapeEastM: Float64Array.of(0, 100, 100, 0),
      shapeNorthM: Float64Array.of(0, 0, 0, 0),
    };
    const all = () => true;
    expect(nearestLink(roads, plane(50, -5), 10, all)).toBe(0);
    expect(nearestLink(roads, plane(50, 5), 10, all)).toBe(1);
    expect(nearestLink(roads, plane(50, 5), 10, (link) => link === 0)).toBe(0);
    expect(nearestLink(roads, plane(50, 15), 10, all)).toBeNull();
  });
});

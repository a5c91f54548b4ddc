// SPDX-License-Identifier: EUPL-1.2
/** The one shape of all vehicles: a box of length, width and height 1, narrower at the top and at the nose. Pure. */

/** What a face is, in `face`. */
export const ROOF = 0;
export const SIDE = 1;
export const FRONT = 2;
export const BACK = 3;

export interface VehicleShape {
  /** x forward from −½ to ½, y left from −½ to ½, z up from 0 to 1. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Along and up (or across) each face, 0–1, and what face it is. */
  readonly faces: Float32Array<ArrayBuffer>;
  readonly normals: Float32Array<ArrayBuffer>;
  readonly indices: Uint16Array<ArrayBuffer>;
}

/** How much narrower the roof is on each side, and shorter at the front and the back. */
const ROOF_IN = 0.1;
const FRONT_IN = 0.09;
const BACK_IN = 0.03;

/** Five faces; nobody sees it from below. */
export function vehicleShape(): VehicleShape {
  const [b, f, r] = [-0.5, 0.5, 0.5 - ROOF_IN];
  const [roofB, roofF] = [b + BACK_IN, f - FRONT_IN];
  type Corner = readonly [number, number, number];
  // Each counter-clockwise from outside, from its lower left corner on.
  const faces: readonly { readonly kind: number; readonly corners: readonly Corner[] }[] = [
    {
      kind: ROOF,
      corners: [
        [roofB, -r, 1],
        [roofF, -r, 1],
        [roofF, r, 1],
        [roofB, r, 1],
      ],
    },
    {
      kind: SIDE,
      corners: [
        [b, -0.5, 0],
        [f, -0.5, 0],
        [roofF, -r, 1],
        [roofB, -r, 1],
      ],
    },
    {
      kind: SIDE,
      corners: [
        [f, 0.5, 0],
        [b, 0.5, 0],
        [roofB, r, 1],
        [roofF, r, 1],
      ],
    },
    {
      kind: FRONT,
      corners: [
        [f, -0.5, 0],
        [f, 0.5, 0],
        [roofF, r, 1],
        [roofF, -r, 1],
      ],
    },
    {
      kind: BACK,
      corners: [
        [b, 0.5, 0],
        [b, -0.5, 0],
        [roofB, -r, 1],
        [roofB, r, 1],
      ],
    },
  ];
  const normalOf: Readonly<Record<number, Corner>> = {
    [ROOF]: [0, 0, 1],
    [FRONT]: [1, 0, 0.1],
    [BACK]: [-1, 0, 0.1],
  };
  return {
    positions: Float32Array.from(faces.flatMap(({ corners }) => corners.flat())),
    faces: Float32Array.from(faces.flatMap(({ kind }) => [0, 0, kind, 1, 0, kind, 1, 1, kind, 0, 1, kind])),
    normals: Float32Array.from(
      faces.flatMap(({ kind, corners }) => {
        const side: Corner = [0, Math.sign(corners[0]![1]), 0.1];
        return [0, 1, 2, 3].flatMap(() => normalOf[kind] ?? side);
      }),
    ),
    indices: Uint16Array.from(faces.flatMap((_, i) => [0, 1, 2, 0, 2, 3].map((k) => 4 * i + k))),
  };
}

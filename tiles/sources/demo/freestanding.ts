// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import type { Block, Fabric } from './blocks';
import { addressOf, type Building, heightM, houseKind, storeysAround } from './buildings';
import { at, contains, crosses, distanceM, grainRad, type Ring } from './polygon';

/** Rows of rectangles in a ring. */
interface Rows {
  readonly alongM: number;
  readonly acrossM: number;
  readonly gapM: number;
  /** Share by which size and place vary. */
  readonly jitter: number;
}

/** Rectangles in rows along the grain of the ring; only those that lie wholly inside. */
export function boxes(ring: Ring, rows: Rows, random: () => number): Plane[][] {
  const angle = grainRad(ring);
  const o = ring[0] as Plane;
  const place = (c: number, s: number) => {
    const us = ring.map((p) => (p[0] - o[0]) * c + (p[1] - o[1]) * s);
    const vs = ring.map((p) => (p[1] - o[1]) * c - (p[0] - o[0]) * s);
    return [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)] as const;
  };
  let [c, s] = [Math.cos(angle), Math.sin(angle)];
  let [u0, u1, v0, v1] = place(c, s);
  if (u1 - u0 < v1 - v0) {
    [c, s] = [-s, c];
    [u0, u1, v0, v1] = place(c, s);
  }
  const columns = Math.max(1, Math.floor((u1 - u0 + rows.gapM) / (rows.alongM + rows.gapM)));
  const lanes = Math.max(1, Math.floor((v1 - v0 + rows.gapM) / (rows.acrossM + rows.gapM)));
  const [stepU, stepV] = [(u1 - u0) / columns, (v1 - v0) / lanes];
  const out: Plane[][] = [];
  for (let j = 0; j < lanes; j++)
    for (let i = 0; i < columns; i++) {
      const w = Math.min(rows.alongM, stepU - 2) * (1 - rows.jitter * random());
      const d = Math.min(rows.acrossM, stepV - 2) * (1 - rows.jitter * random());
      if (w < 4 || d < 4) continue;
      const u = u0 + stepU * (i + 0.5) + (random() - 0.5) * rows.jitter * (stepU - w - 2);
      const v = v0 + stepV * (j + 0.5) + (random() - 0.5) * rows.jitter * (stepV - d - 2);
      const box = [
        [u - w / 2, v - d / 2],
        [u + w / 2, v - d / 2],
        [u + w / 2, v + d / 2],
        [u - w / 2, v + d / 2],
      ].map(([x, y]) =>
        plane(o[0] + (x as number) * c - (y as number) * s, o[1] + (x as number) * s + (y as number) * c),
      );
      if (liesIn(ring, box)) out.push(box);
    }
  return out;
}

function liesIn(ring: Ring, box: Ring): boolean {
  for (const p of box) if (!contains(ring, p)) return false;
  for (let k = 0; k < ring.length; k++) {
    const [a, b] = [at(ring, k), at(ring, k + 1)];
    for (let i = 0; i < box.length; i++) if (crosses(at(box, i), at(box, i + 1), a, b)) return false;
  }
  return true;
}

interface Form extends Rows {
  readonly kinds: readonly string[];
}
const FORMS: Partial<Record<Fabric, readonly Form[]>> = {
  mixed: [
    {
      alongM: 21,
      acrossM: 15,
      gapM: 9,
      jitter: 0.25,
      kinds: ['apartments', 'apartments', 'yes', 'residential'],
    },
    {
      alongM: 40,
      acrossM: 14.5,
      gapM: 11,
      jitter: 0.25,
      kinds: ['apartments', 'yes', 'apartments', 'office'],
    },
  ],
  open: [
    { alongM: 72, acrossM: 13, gapM: 24, jitter: 0.15, kinds: ['apartments', 'apartments', 'yes'] },
    { alongM: 46, acrossM: 15, gapM: 22, jitter: 0.2, kinds: ['apartments', 'yes', 'residential'] },
    { alongM: 26, acrossM: 24, gapM: 28, jitter: 0.1, kinds: ['apartments'] },
  ],
  villas: [
    { alongM: 16, acrossM: 13, gapM: 9, jitter: 0.3, kinds: ['house', 'detached', 'yes', 'residential'] },
  ],
  industrial: [
    {
      alongM: 62,
      acrossM: 38,
      gapM: 12,
      jitter: 0.3,
      kinds: ['industrial', 'industrial', 'warehouse', 'yes'],
    },
    {
      alongM: 34,
      acrossM: 24,
      gapM: 9,
      jitter: 0.3,
      kinds: ['industrial', 'warehouse', 'yes', 'commercial'],
    },
  ],
  farm: [{ alongM: 42, acrossM: 11, gapM: 30, jitter: 0.3, kinds: ['farm', 'barn', 'farm_auxiliary'] }],
};

/** Buildings that stand by themselves, in rows whose spacing is fitted to the number wanted. */
export function freestanding(block: Block, wanted: number, random: () => number): Building[] {
  if (block.fabric === 'farm') return farmstead(block, wanted, random);
  const forms = FORMS[block.fabric] as readonly Form[];
  const tall = block.storeys >= 9.5 && block.fabric === 'open';
  const form = (tall ? forms.at(-1) : forms[Math.floor(random() * forms.length)]) as Form;
  let best: Plane[][] = [];
  for (const scale of spacings(block, form, wanted)) {
    const rows = {
      ...form,
      alongM: form.alongM * scale,
      acrossM: form.acrossM * scale,
      gapM: form.gapM * scale,
    };
    const found = boxes(block.ring, rows, random);
    if (found.length > best.length) best = found;
    if (best.length >= wanted) break;
  }
  return evenly(best, wanted).map((ring) => {
    const storeys =
      block.fabric === 'industrial'
        ? 1
        : storeysAround(block.storeys, block.fabric === 'villas' ? 1 : 2, random);
    const shape = block.fabric === 'industrial' || block.fabric === 'villas' ? ring : bitten(ring, random);
    return {
      rings: [shape],
      storeys,
      heightM: block.fabric === 'industrial' ? 6 + random() * 5 : heightM(block.fabric, storeys, random),
      kind:
        block.kind ?? form.kinds[Math.floor(random() * form.kinds.length)] ?? houseKind(block.fabric, random),
      year: block.year + Math.round((random() - 0.5) * 20),
      ...addressOf(block, at(ring, 0)),
    };
  });
}

/** `count` of the items, spread over all of them. */
export function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)] as T);
}

/** Scales to try, from the one that should give the wanted number in a square field down. */
function spacings(block: Block, form: Form, wanted: number): number[] {
  const cell = (form.alongM + form.gapM) * (form.acrossM + form.gapM);
  const first = Math.min(1.25, Math.sqrt(block.areaM2 / (cell * wanted)));
  return [first, first * 0.86, first * 0.74, first * 0.62].filter((s) => s * form.acrossM > 4.5);
}

/** A corner or the middle of a long side taken out: L, T and U plans. */
function bitten(ring: readonly Plane[], random: () => number): Ring {
  const dice = random();
  const [a, b, c, d] = ring as [Plane, Plane, Plane, Plane];
  if (dice < 0.6 || distanceM(a, b) < 14) return ring;
  const at2 = (u: number, v: number) =>
    plane(a[0] + (b[0] - a[0]) * u + (d[0] - a[0]) * v, a[1] + (b[1] - a[1]) * u + (d[1] - a[1]) * v);
  const [u, v] = [0.25 + random() * 0.2, 0.3 + random() * 0.2];
  if (dice < 0.8) return [a, b, at2(1, 1 - v), at2(1 - u, 1 - v), at2(1 - u, 1), d];
  return [a, b, c, at2(1 - u, 1), at2(1 - u, 1 - v), at2(u, 1 - v), at2(u, 1), d];
}

/** Three or four long buildings about a yard. */
function farmstead(block: Block, wanted: number, random: () => number): Building[] {
  const size = 24 + random() * 14;
  const angle = grainRad(block.ring) + (random() < 0.5 ? 0 : Math.PI / 2);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.sqrt(block.areaM2) * 0.3;
  const [du, dv] = [(random() - 0.5) * reach, (random() - 0.5) * reach];
  const put = (u: number, v: number, w: number, d: number): Plane[] =>
    [
      [u - w / 2, v - d / 2],
      [u + w / 2, v - d / 2],
      [u + w / 2, v + d / 2],
      [u - w / 2, v + d / 2],
    ].map(([x, y]) =>
      plane(
        block.centre[0] + ((x as number) + du) * c - ((y as number) + dv) * s,
        block.centre[1] + ((x as number) + du) * s + ((y as number) + dv) * c,
      ),
    );
  const wings = [
    put(0, size, size * 1.5, 11),
    put(-size, 0, 11, size * 1.4),
    put(size, 0, 11, size * 1.3),
    put(0, -size * 1.1, size * 1.2, 12),
  ];
  return wings
    .filter((ring) => liesIn(block.ring, ring))
    .slice(0, Math.max(2, wanted))
    .map((ring, i) => ({
      rings: [ring],
      storeys: i === 0 ? 2 : 1,
      heightM: i === 0 ? 7.5 + random() : 5 + random() * 2,
      kind: i === 0 ? 'farm' : 'barn',
      year: block.year,
      ...(i === 0 ? { name: 'Cascina' } : {}),
    }));
}

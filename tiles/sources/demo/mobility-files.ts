// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { DUOMO } from './blocks';
import { smooth } from './main-lines';
import { isStreet, type WebStreet } from './plot';
import { between, centroid, crosses, distanceM, insetSurviving, type Ring } from './polygon';
import { CANALS, path, RINGS } from './rings-and-radials';
import {
  type DemoFolder,
  type Feature,
  multiLineGeometry,
  multiPolygonGeometry,
  pointGeometry,
} from './write-files';

/** Of the ring of the walls, with its side streets' mouths. */
const RING_HALF_WIDTH_M = 25;
const FOREVER = '2050-01-01T00:00:00+01:00';
/** Quarters with limited traffic, drawn by hand. */
const LIMITED = [
  ['Garibaldi - Sottoambito 1', '9.1846 45.4735, 9.1868 45.4735, 9.1872 45.4795, 9.1852 45.4790'],
  ['Ticinese', '9.1785 45.4530, 9.1815 45.4530, 9.1815 45.4570, 9.1790 45.4572'],
  ['Navigli', '9.1700 45.4495, 9.1775 45.4495, 9.1780 45.4515, 9.1712 45.4520'],
  ['Sarpi', '9.1710 45.4805, 9.1790 45.4810, 9.1785 45.4835, 9.1712 45.4832'],
] as const;
const ON_FOOT = [
  ['Piazza del Duomo', '9.1885 45.4634, 9.1908 45.4634, 9.1908 45.4648, 9.1886 45.4648'],
  ['Corso Vittorio Emanuele II', '9.1936 45.4646, 9.1977 45.4663, 9.1976 45.4668, 9.1935 45.4651'],
  ['Via Dante', '9.1856 45.4652, 9.1860 45.4654, 9.1820 45.4686, 9.1816 45.4683'],
  ['Piazza Gae Aulenti', '9.1885 45.4832, 9.1902 45.4832, 9.1902 45.4845, 9.1885 45.4845'],
] as const;

/** Area B, Area C, limited and pedestrian zones, and the gates of Area C. */
export async function writeTrafficRules(
  folder: DemoFolder,
  limit: Ring,
  streets: readonly WebStreet[],
): Promise<void> {
  const wall = smooth([...(RINGS[1]?.points ?? []), RINGS[1]?.points[0] as Plane], true).slice(0, -1);
  // The ring of the walls itself is free: one drives round Area C without driving in.
  const middle = centroid(wall);
  const areaC = wall.map((p) => between(p, middle, RING_HALF_WIDTH_M / distanceM(p, middle)));
  const areaB =
    insetSurviving(
      limit,
      limit.map(() => 350),
    )?.ring ?? limit;
  const zone = (id: number, tipo: string, nome: string, ring: Ring): Feature => ({
    properties: {
      id_amat: id,
      tipo,
      nome,
      gruppo_id: 0,
      ordinanza: 'dati dimostrativi',
      deroghe: null,
      val_inizio: null,
      val_fine: FOREVER,
      delibera: null,
      tratto: null,
      note: null,
      cartello: tipo,
      dissuasori: null,
    },
    geometry: multiPolygonGeometry([[ring]]),
  });
  await folder.geojson('disciplina_aree.geojson', [
    zone(1, 'AREA_B', 'Area B', areaB),
    zone(2, 'AREA_C', 'Area C', areaC),
    ...LIMITED.map(([name, points], i) => zone(11 + i, 'ZTL', name, path(points))),
    ...ON_FOOT.map(([name, points], i) => zone(31 + i, 'AP', name, path(points))),
  ]);
  await folder.geojson('ingressi_areac_varchi.geojson', gates(wall, streets));
}

/** Where wider streets come in over the ring, a few metres inside. */
function gates(wall: Ring, streets: readonly WebStreet[]): Feature[] {
  const found: { name: string; at: Plane }[] = [];
  const outside = wall.map((p) => between(DUOMO, p, 1.03));
  for (const s of streets) {
    if (!isStreet(s) || s.class === 'residential') continue;
    for (let i = 0; i + 1 < s.points.length; i++)
      for (let k = 0; k < outside.length; k++) {
        const [a, b] = [s.points[i] as Plane, s.points[i + 1] as Plane];
        const [c, d] = [outside[k] as Plane, outside[(k + 1) % outside.length] as Plane];
        if (!crosses(a, b, c, d)) continue;
        const at = distanceM(a, DUOMO) < distanceM(b, DUOMO) ? a : b;
        if (found.every((f) => distanceM(f.at, at) > 90)) found.push({ name: s.name, at });
      }
  }
  return found.map(({ name, at }, i) => ({
    properties: { id_amat: 51 + i, label: name.toUpperCase() },
    geometry: pointGeometry(at),
  }));
}

/** Along the canals, avenues and some wider streets; words of the edition of 2020. */
export async function writeCycleways(
  folder: DemoFolder,
  streets: readonly WebStreet[],
  seed: string,
): Promise<void> {
  const random = seeded(`${seed}/cycleways`);
  const features: Feature[] = [];
  const add = (name: string, points: readonly Plane[], kind: string, where: string, rule: string) => {
    const length = points.reduce((sum, p, i) => sum + (i ? distanceM(points[i - 1] as Plane, p) : 0), 0);
    features.push({
      properties: {
        id_amat: 9001 + features.length,
        id_via: String(1001 + (features.length % 3000)),
        anagrafica: name.toUpperCase(),
        gerarchia: null,
        rete: where === 'parco o area verde' ? 'verde' : 'ciclabile',
        tipologia: kind,
        sede: where,
        marcia: 'bidirezionale',
        norma: rule,
        lunghezza: Math.round(length),
      },
      geometry: multiLineGeometry([points]),
    });
  };
  for (const c of CANALS)
    add(
      c.name,
      smooth(c.points, false),
      'percorso promiscuo - pedonale e ciclabile',
      'margine',
      'percorso promiscuo - pedonale e ciclabile',
    );
  const chosen = new Map<string, boolean>();
  for (const s of streets) {
    if (s.kind !== 'street' || s.class === 'residential') continue;
    const share = s.avenue ? 0.55 : 0.16;
    if (!chosen.has(s.name)) chosen.set(s.name, random() < share);
    if (!chosen.get(s.name)) continue;
    const off = Math.max(2, s.leftM - 6);
    const [a, b] = [s.points[0] as Plane, s.points.at(-1) as Plane];
    const l = distanceM(a, b);
    const shifted = s.points.map((p) =>
      plane(p[0] - ((b[1] - a[1]) / l) * off, p[1] + ((b[0] - a[0]) / l) * off),
    );
    const own = s.avenue;
    add(
      s.name,
      shifted,
      own ? 'corsia ciclabile - sede propria' : 'corsia ciclabile - segnaletica',
      own ? 'parterre' : 'carreggiata',
      'corsia ciclabile',
    );
  }
  await folder.geojson('bike_ciclabili.geojson', features);
}

// SPDX-License-Identifier: EUPL-1.2
import type { Boundaries } from './boundaries';
import { NIL } from './nil';
import { areaM2, at, distanceM, type Ring } from './polygon';
import { REGISTER_YEARS, registerFigure, residents } from './population';
import { type DemoFolder, multiPolygonGeometry, polygonGeometry } from './write-files';

/** The portal's areas and lengths are web-mercator units: about 2.03 and 1.425 times the true ones. */
const MERCATOR_AREA = 2.034;
const MERCATOR_LENGTH = 1.4262;
const SOURCE = 'Dati dimostrativi: confini disegnati';

const area = (rings: readonly Ring[]) => rings.reduce((sum, r) => sum + areaM2(r), 0);
const length = (rings: readonly Ring[]) =>
  rings.reduce((sum, r) => sum + r.reduce((s, p, i) => s + distanceM(p, at(r, i + 1)), 0), 0);
/** Outer rings with the holes after them; several outer rings are several polygons. */
function geometry(rings: readonly Ring[]): string {
  const outer = rings.filter((r) => areaM2(r) > 0);
  return outer.length === 1 ? polygonGeometry(rings) : multiPolygonGeometry(outer.map((r) => [r]));
}

/** Districts (ds964), municipi (ds379) and the limit (ds2841). */
export async function writeBoundaries(folder: DemoFolder, boundaries: Boundaries): Promise<void> {
  const shape = (rings: readonly Ring[]) => ({
    Shape_Length: length(rings) * MERCATOR_LENGTH,
    Shape_Area: area(rings) * MERCATOR_AREA,
  });
  await folder.geojson(
    'ds964_nil_wm.geojson',
    NIL.map(({ id, name }, i) => {
      const rings = boundaries.districts[i] as readonly Ring[];
      return {
        properties: {
          ID_NIL: id,
          NIL: name,
          Valido_dal: '05/02/2020',
          Valido_al: 'Vigente',
          Fonte: SOURCE,
          ...shape(rings),
          OBJECTID: id,
        },
        geometry: geometry(rings),
      };
    }),
  );
  await folder.geojson(
    'ds379_municipi_label.geojson',
    boundaries.municipi.map((rings, i) => ({
      properties: {
        OBJECTID: i + 1,
        MUNICIPIO: i + 1,
        AREA: Math.round(area(rings) * 10) / 10,
        PERIMETRO: Math.round(length(rings) * 10) / 10,
        ...shape(rings),
      },
      geometry: geometry(rings),
    })),
  );
  await folder.geojson('confini-milano_raw.geojson', [
    {
      properties: {
        OBJECTID: 1,
        COD_ISTAT_: 0,
        TIPO_CONFI: ' ',
        S5000: ' ',
        FileAti: 'Comune',
        Dettaglio: 'Comune',
        ...shape([boundaries.limit]),
      },
      geometry: polygonGeometry([boundaries.limit]),
    },
  ]);
}

/** The register by district (ds205), 2011 and 2024. Real figures; what they leave out is left empty. */
export async function writePopulation(folder: DemoFolder): Promise<void> {
  const rows = REGISTER_YEARS.flatMap((year) =>
    NIL.map(({ id, name }) => {
      const f = (figure: Parameters<typeof registerFigure>[2]) => registerFigure(id, year, figure);
      return [
        year,
        id,
        name,
        f('men'),
        f('women'),
        residents(id, year),
        f('minors'),
        f('foreigners'),
        f('households'),
        f('singleHouseholds'),
        f('aloneAged80Plus'),
        f('births'),
        f('deaths'),
        f('departures'),
        f('arrivals'),
        f('aged80Plus'),
        f('aged65Plus'),
      ];
    }),
  );
  await folder.csv(
    'ds205_dati_quartieri_2011_2024.csv',
    [
      'Anno',
      'NIL',
      'Quartiere',
      'Uomini',
      'Donne',
      'Totale',
      'Minori',
      'Stranieri',
      'Famiglie',
      'Famiglie_unipersonali',
      'Soli_80plus',
      'Nati',
      'Morti',
      'Emigrati',
      'Immigrati',
      'Eta_80plus',
      'Eta_65plus',
    ],
    rows,
  );
}

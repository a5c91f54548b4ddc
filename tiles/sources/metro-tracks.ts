// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { checkLines, isRejected } from '../formats/geometry';
import { readShapefile } from '../formats/shapefile';
import { metroLine } from './metro-lines';
import { REGIONE_LOMBARDIA_GEOPORTAL } from './publishers';
import { hasAttributes } from './recognise';
import type { Source } from './source';

/** Delivered without .prj; in UTM 32 N the Duomo's station falls on the Duomo. */
const CRS = 'EPSG:32632';
/** The metro of Brescia, in the same file. */
const BRESCIA = 'BS1';

/** Tracks of the metro, between stations, with M4 and the people mover of San Raffaele. */
export const metroTracks: Source<'rail'> = {
  id: 'metro-tracks',
  theme: 'rail',
  title: { it: 'Tracciati della metropolitana, Regione Lombardia', en: 'Metro tracks, Regione Lombardia' },
  ...REGIONE_LOMBARDIA_GEOPORTAL,
  page: 'https://www.geoportale.regione.lombardia.it/',
  crs: CRS,
  vintage: '2022–2024',
  recognises: (file) => hasAttributes(file, ['ID_ARCO', 'COD_LM', 'NOME_LM', 'DTRACC']),
  async *read(file, log) {
    for await (const { geometry, properties } of readShapefile(file, { crs: CRS, log })) {
      const row = log.row();
      if (properties.COD_LM === BRESCIA) {
        log.drop('other-city', row, 'metro of Brescia');
        continue;
      }
      const checked = checkLines(geometry, log.place);
      if (isRejected(checked)) {
        log.drop(checked.reason, row, checked.detail);
        continue;
      }
      const name = metroLine(properties.COD_LM) ?? text(properties.NOME_LM);
      const state = stateOf(text(properties.STATO));
      const underground = isUnderground(text(properties.DTRACC));
      yield {
        origin: { file: file.name, row },
        geometry: checked.geometry,
        class: 'metro',
        ...(name ? { name } : {}),
        ...(state ? { state } : {}),
        ...(underground === undefined ? {} : { underground }),
      };
    }
  },
};

function stateOf(published: string | undefined): 'in-service' | 'planned' | undefined {
  if (!published) return undefined;
  return /esercizio/i.test(published)
    ? 'in-service'
    : /progett|costruzione/i.test(published)
      ? 'planned'
      : undefined;
}

/** `DTRACC` in whatever case: a tunnel, or level, in a cutting, on a viaduct. Absent: not known. */
function isUnderground(published: string | undefined): boolean | undefined {
  if (!published) return undefined;
  if (/galleria/i.test(published)) return true;
  return /raso|superficie|trincea|viadotto/i.test(published) ? false : undefined;
}

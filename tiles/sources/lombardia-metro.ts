// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { checkLines, isRejected } from '../formats/geometry';
import { readShapefile } from '../formats/shapefile';
import { metroColour, metroLine, metroLinesIn, stationName } from './metro-lines';
import { featurePoints, NETWORK_MARGIN_DEG } from './point-rows';
import { REGIONE_LOMBARDIA_GEOPORTAL } from './publishers';
import { hasAttributes } from './recognise';
import type { Source } from './source';

const PAGE = 'https://www.geoportale.regione.lombardia.it/';
/** Delivered without .prj; in UTM 32 N the Duomo's station falls on the Duomo. */
const CRS = 'EPSG:32632';
/** No date in the files: M4 is half "In progetto", so before its last part opened (October 2024). */
const VINTAGE = '2022–2024';
/** Brescia's line, and the people mover of San Raffaele (line 9), which is no line of the network. */
const BRESCIA = 'BS1';

/** Stations of Milan's metro with M4, an interchange once for all its lines. */
export const lombardiaMetroStations: Source<'transit'> = {
  id: 'lombardia-metro-stations',
  theme: 'transit',
  title: { it: 'Stazioni della metropolitana, Regione Lombardia', en: 'Metro stations, Regione Lombardia' },
  ...REGIONE_LOMBARDIA_GEOPORTAL,
  page: PAGE,
  crs: CRS,
  vintage: VINTAGE,
  recognises: (file) => hasAttributes(file, ['ID_FERMATA', 'NOME', 'COD_LM', 'NOME_LM']),
  async *read(file, log) {
    const rows = featurePoints(file, log, readShapefile(file, { crs: CRS, log }), NETWORK_MARGIN_DEG);
    for await (const row of rows) {
      const { origin, at, values, unplaced } = row;
      const lines = metroLinesIn(values.COD_LM);
      const name = text(values.NOME);
      if (values.COD_LM === BRESCIA) log.drop('other-city', origin.row, `${name}: metro of Brescia`);
      else if (lines.length === 0)
        log.drop('not-this-theme', origin.row, `${name}: ${values.NOME_LM || 'no line'} is no metro line`);
      else if (!at) log.drop(unplaced?.reason ?? 'no-geometry', origin.row, unplaced?.detail ?? '');
      else if (!name) log.drop('no-name', origin.row, 'NOME is empty');
      else
        yield {
          origin,
          kind: 'stop',
          stableId: `lombardia-metro-${text(values.OBJECTID) ?? origin.row}`,
          at,
          mode: 'metro',
          name: stationName(name),
          lines,
        };
    }
  },
};

/** Tracks between stations; pieces of one line and state are one path. */
export const lombardiaMetroLines: Source<'transit'> = {
  id: 'lombardia-metro-lines',
  theme: 'transit',
  title: { it: 'Rete metropolitana, Regione Lombardia', en: 'Metro network, Regione Lombardia' },
  ...REGIONE_LOMBARDIA_GEOPORTAL,
  page: PAGE,
  crs: CRS,
  vintage: VINTAGE,
  recognises: (file) => hasAttributes(file, ['ID_ARCO', 'COD_LM', 'NOME_LM', 'DTRACC']),
  async *read(file, log) {
    for await (const { geometry, properties } of readShapefile(file, { crs: CRS, log })) {
      const row = log.row();
      const line = metroLine(properties.COD_LM);
      const planned = /progetto/i.test(String(properties.STATO));
      const name = text(properties.NOME_LM)?.replace(/\s*-\s*/, ' – ');
      if (properties.COD_LM === BRESCIA) {
        log.drop('other-city', row, 'metro of Brescia');
        continue;
      }
      if (!line) {
        log.drop('not-this-theme', row, `${name ?? 'no line'} is no metro line`);
        continue;
      }
      const checked = checkLines(geometry, log.place);
      const colour = metroColour(line);
      if (isRejected(checked)) log.drop(checked.reason, row, checked.detail);
      else
        yield {
          origin: { file: file.name, row },
          kind: 'line',
          stableId: `lombardia-${line}${planned ? '-planned' : ''}`,
          geometry: checked.geometry,
          mode: 'metro',
          line,
          name: `${name ?? line}${planned ? ' (in progetto alla data dei dati)' : ''}`,
          ...(colour ? { colour } : {}),
        };
    }
  },
};

// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import { checkLines, isRejected } from '../formats/geometry';
import type { TransitRow } from '../themes/rows';
import { italianName } from './italian-names';
import { metroColour, metroLine } from './metro-lines';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { RowLog, Source } from './source';

const SLUG = 'ds539_atm-percorsi-linee-metropolitane';
const KEYS = ['linea', 'mezzo', 'percorso', 'lung_km'];

/** Paths of the metro, edition of 2022 and after: numbers are texts. */
export const metroPaths: Source<'transit'> = {
  id: 'metro-paths',
  theme: 'transit',
  title: { it: 'Percorsi della metropolitana ATM (ds539)', en: 'Paths of the ATM metro (ds539)' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2022',
  recognises: async (file) => (await isMetro(file)) && (await linesAreTexts(file)),
  read: (file, log) => read(file, log, 2022),
};

/** The edition of 2020: numbers are numbers. */
export const metroPaths2020: Source<'transit'> = {
  id: 'metro-paths-2020',
  theme: 'transit',
  title: {
    it: 'Percorsi della metropolitana ATM, edizione 2020 (ds539)',
    en: 'Paths of the ATM metro, edition of 2020 (ds539)',
  },
  ...AMAT,
  page: milanPage(SLUG),
  crs: 'EPSG:4326',
  vintage: '2020-06',
  recognises: async (file) => (await isMetro(file)) && !(await linesAreTexts(file)),
  read: (file, log) => read(file, log, 2020),
};

const isMetro = async (file: FoundFile) =>
  (await hasJsonKeys(file, KEYS)) && (await file.head()).includes('"METRO"');
const linesAreTexts = async (file: FoundFile) => /"linea":\s*"/.test(await file.head());

async function* read(file: FoundFile, log: RowLog, editionYear: number): AsyncGenerator<TransitRow> {
  for await (const { geometry, properties } of readGeoJson(file)) {
    const row = log.row();
    const line = metroLine(properties.linea);
    const path = text(properties.percorso);
    const name = text(properties.nome);
    const checked = checkLines(geometry, log.place);
    const colour = line && metroColour(line);
    if (isRejected(checked)) log.drop(checked.reason, row, checked.detail);
    else if (!line) log.drop('bad-value', row, `linea "${properties.linea}" is no metro line`);
    else if (!path) log.drop('no-name', row, 'percorso is empty');
    else
      yield {
        origin: { file: file.name, row },
        kind: 'line',
        stableId: `amat-path-${path}`,
        geometry: checked.geometry,
        mode: 'metro',
        line,
        ...(name ? { name: italianName(name) } : {}),
        ...(colour ? { colour } : {}),
        editionYear,
      };
  }
}

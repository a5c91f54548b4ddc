// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { csvPoints } from './point-rows';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { columnsOf } from './recognise';
import type { Source } from './source';

const SLUG = 'ds234-sociale-medici-medicina-generale';
const NEEDED = ['idMedico', 'attivo', 'ambulatorioPrincipale', 'LONG_X_4326', 'LAT_Y_4326'] as const;
/** The paediatricians of the sibling file (ds235): PLS, "Incaricato provvisorio Pediatra". */
const PAEDIATRICIAN = /\bPLS\b|pediatr/i;

/**
 * Family doctors by surgery: a doctor counts once, at the main one. Written from the published column names, no file
 * of it being at hand: so columns are found in any case, and yes and no in any of their ways. The file of the
 * paediatricians has the same columns. Who a doctor is (name, birth date) is not read.
 */
export const familyDoctors: Source<'services'> = {
  id: 'family-doctors',
  theme: 'services',
  title: { it: 'Medici di famiglia (ds234)', en: 'Family doctors (ds234)' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['CSV'] },
  crs: 'EPSG:4326',
  vintage: '2026-01',
  recognises: async (file) => {
    const columns = namedIn(await columnsOf(file));
    return NEEDED.every((name) => columns(name) !== undefined);
  },
  async *read(file, log) {
    const columns = namedIn(await columnsOf(file));
    const of = (name: string) => columns(name) ?? name;
    const seen = new Set<string>();
    const [lon, lat] = [of('LONG_X_4326'), of('LAT_Y_4326')];
    for await (const { origin, at, unplaced, values } of csvPoints(file, log, {
      lon,
      lat,
      needed: NEEDED.map(of),
    })) {
      const value = (name: string) => text(values[of(name)]);
      const [id, active, main] = [
        value('idMedico'),
        said(value('attivo')),
        said(value('ambulatorioPrincipale')),
      ];
      const street = value('via');
      if (PAEDIATRICIAN.test(value('tipoMedico') ?? ''))
        log.drop('not-this-theme', origin.row, `tipoMedico "${value('tipoMedico')}": a paediatrician`);
      else if (!id) log.drop('bad-value', origin.row, 'idMedico is empty');
      else if (active === undefined || main === undefined)
        log.drop('bad-value', origin.row, 'attivo or ambulatorioPrincipale is neither yes nor no');
      else if (!active) log.drop('out-of-service', origin.row, 'attivo is no');
      else if (!main) log.drop('second-surgery', origin.row, 'ambulatorioPrincipale is no');
      else if (seen.has(id)) log.drop('duplicate-id', origin.row, `idMedico ${id} again`);
      else {
        seen.add(id);
        const address = street && [italianName(street), value('civico')].filter(Boolean).join(' ');
        yield {
          origin,
          stableId: `doctor-${id}`,
          ...(at ? { at } : unplaced ? { unplaced } : {}),
          class: 'family-doctor',
          name: 'Medico di famiglia',
          ...(address ? { address } : {}),
        };
      }
    }
  },
};

/** The columns of a file by their names in any case. */
const namedIn = (columns: readonly string[]) => {
  const byName = new Map([...columns].reverse().map((column) => [column.toLowerCase(), column]));
  return (name: string) => byName.get(name.toLowerCase());
};

function said(value: string | undefined): boolean | undefined {
  if (/^(?:1(?:[.,]0)?|true|vero|s[iì]|yes|[tsvy])$/i.test(value ?? '')) return true;
  return /^(?:0(?:[.,]0)?|false|falso|no|[fn])$/i.test(value ?? '') ? false : undefined;
}

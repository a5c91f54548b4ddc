// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import type { TrafficRuleRow } from '../themes/rows';
import { italianName } from './italian-names';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { RowLog, Source } from './source';

type Zone = Extract<TrafficRuleRow, { kind: 'zone' }>;

const SLUG = 'ds51_trafficotrasporti_aree_pedonali_ztl';
const FIELDS = ['id_amat', 'tipo', 'ordinanza', 'val_fine'];

/** Dates of the later edition are in ISO form (2050-01-01T…), those of 2020 with slashes, some programs write `\/`. */
async function hasSlashedDates(file: FoundFile): Promise<boolean> {
  try {
    return /"val_(?:inizio|fine)"\s*:\s*"\d{4}\\?\/\d\d\\?\//.test(await file.head());
  } catch {
    return false;
  }
}

/** Area B, Area C, ZTL, pedestrian areas and bans, as in force in 2021. */
export const trafficZones2021: Source<'traffic-rules'> = {
  id: 'traffic-zones-2021',
  theme: 'traffic-rules',
  title: { it: 'Area B, Area C, ZTL e aree pedonali', en: 'Area B, Area C, limited and pedestrian zones' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2021',
  recognises: async (file) => (await hasJsonKeys(file, FIELDS)) && !(await hasSlashedDates(file)),
  read: (file, log) => zones(file, log, 2021),
};

export const trafficZones2020: Source<'traffic-rules'> = {
  id: 'traffic-zones-2020',
  theme: 'traffic-rules',
  title: {
    it: 'Area B, Area C, ZTL e aree pedonali, edizione 2020',
    en: 'Area B, Area C, limited and pedestrian zones, edition 2020',
  },
  ...AMAT,
  page: milanPage(SLUG),
  crs: 'EPSG:4326',
  vintage: '2020',
  recognises: async (file) => (await hasJsonKeys(file, FIELDS)) && (await hasSlashedDates(file)),
  read: (file, log) => zones(file, log, 2020),
};

/** `tipo`; "DT", "DA" and "CR" are bans on transit or access that are no zone of their own. */
const CLASSES: Readonly<Record<string, Zone['class']>> = {
  AREA_B: 'area-b',
  AREA_C: 'area-c',
  ZTL: 'ztl',
  AP: 'pedestrian',
};

/** `AreaC` and `VIA DELL' UNIONE` as one writes them. */
const zoneName = (published: string | undefined) =>
  published && italianName(published.replace(/^Area([BC])$/, 'Area $1'));

async function* zones(file: FoundFile, log: RowLog, editionYear: number): AsyncGenerator<Zone> {
  for await (const { origin, geometry, values } of areaRows(file, log)) {
    const id = text(values.id_amat);
    const name = zoneName(text(values.nome));
    const until = text(values.val_fine)?.slice(0, 10).replaceAll('/', '-');
    if (until && until < `${editionYear}-01-01`) {
      log.drop('expired', origin.row, `${name ?? id}: until ${until}`);
      continue;
    }
    yield {
      origin,
      kind: 'zone',
      ...(id ? { stableId: `ds51-${id}` } : {}),
      geometry,
      class: CLASSES[text(values.tipo) ?? ''] ?? 'other',
      ...(name ? { name } : {}),
      editionYear,
    };
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** What the page needs of the city once its text stands: the catalogue, and the outlines of the districts. */
import type { Catalogue } from '../../city/catalogue';
import { loadCatalogue } from '../../stream/catalogue';
import { cityFiles } from '../state/city-files';
import { loadOutlines, type PlaneRing } from '../state/outlines';
import { useStore } from '../state/store';
import { CITY_FOLDER } from './publication';

interface OutcomeCity {
  readonly catalogue: Catalogue;
  readonly cityUrl: string;
  /** Null where the city has none, or they do not come. */
  readonly ringsOf: ((id: string) => readonly PlaneRing[] | undefined) | null;
}

let coming: Promise<OutcomeCity> | null = null;

/** Rejects where the city does not come; asking again asks the server. */
export function loadCity(): Promise<OutcomeCity> {
  coming ??= load();
  coming.catch(() => {
    coming = null;
  });
  return coming;
}

async function load(): Promise<OutcomeCity> {
  const { catalogue, cityUrl } = await loadCatalogue(CITY_FOLDER);
  useStore.getState().set({ catalogue, cityUrl });
  const ringsOf = await loadOutlines(cityFiles(catalogue, cityUrl), 'district').catch(() => null);
  return { catalogue, cityUrl, ringsOf };
}

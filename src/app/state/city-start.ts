// SPDX-License-Identifier: EUPL-1.2
/** Finds the city to show, and says which kind of fault it was where there is none. */
import type { Catalogue } from '../../city/catalogue';
import { loadCatalogue } from '../../stream/catalogue';
import { StreamError } from '../../stream/fetch-file';
import type { FaultKind } from '../panels/fault/fault-screen';
import { watchCity } from './city-watch';
import { tellFault } from './fault';
import { useStore, type View } from './store';

/** Folder of `manifest.json`, relative to the page. */
const CITY_FOLDER = './city/';

/** Puts the catalogue into the store. Returns null, or the kind of the fault whose detail is in the store. */
export async function startCity(): Promise<FaultKind | null> {
  const { set, view } = useStore.getState();
  try {
    const { catalogue, cityUrl, manifest, manifestUrl } = await loadCatalogue(CITY_FOLDER);
    set({ catalogue, cityUrl, fault: null, view: viewIn(catalogue, view) });
    watchCity(manifestUrl, manifest.path);
    return null;
  } catch (error) {
    tellFault(error);
    return faultKind(error);
  }
}

/** Degrees beyond the city's limit that one may stand at. */
const BEYOND_DEG = 0.3;

/** The view as it is; the first view of this city where it is the first of all, or far from here. */
export function viewIn({ city }: Pick<Catalogue, 'city'>, view: View): View {
  const [west, south, east, north] = city.bounds;
  const [lon, lat] = view.at;
  const near =
    lon > west - BEYOND_DEG &&
    lon < east + BEYOND_DEG &&
    lat > south - BEYOND_DEG &&
    lat < north + BEYOND_DEG;
  return near ? view : { ...useStore.getInitialState().view, at: city.centre };
}

/** Not there, there but unreadable, or no network at all. */
export function faultKind(error: unknown): FaultKind {
  if (!(error instanceof StreamError)) return 'broken';
  if (error.status === 0 && !navigator.onLine) return 'offline';
  // An address that a static host does not know is often answered with a page, status 200.
  return error.status === 404 || error.status === 0 || error.url.endsWith('manifest.json')
    ? 'missing'
    : 'broken';
}

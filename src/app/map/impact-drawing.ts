// SPDX-License-Identifier: EUPL-1.2
/** Draws the answer of the run on the city, as the store says. Sent with the first answer. */

import type { Catalogue } from '../../city/catalogue';
import { columnIfAny } from '../../city/columns';
import { ImpactLayer } from '../../layers/impact/impact-layer';
import type { CityLayer } from '../../layers/solid/city-layer';
import { cityFiles } from '../state/city-files';
import { cityInputs } from '../state/city-inputs';
import { tellFault } from '../state/fault';
import { drawnImpact, type ImpactViewState } from '../state/impact-view';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';

/** Keeps the map as the store says; returns how to end it. */
export function drawImpact(
  { whenStyled }: Pick<MapSession, 'whenStyled'>,
  city: CityLayer,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  let closed = false;
  let layer: Promise<ImpactLayer> | null = null;
  const draw = () => {
    const impact = drawnImpact(useStore.getState());
    if (!impact) return void layer?.then((made) => made.clear());
    layer ??= impactLayer(city, catalogue, cityUrl);
    count(1);
    layer
      .then((made) => {
        const { look, impactView } = useStore.getState();
        // What was asked for since is drawn by whoever asked.
        if (!closed && drawnImpact(useStore.getState()) === impact)
          return made.show(impact, { ...impactView, look });
      })
      .catch((error: unknown) => {
        // Asked for again with the next answer.
        layer = null;
        if (!closed) tellFault(error);
      })
      .finally(() => count(-1));
  };
  whenStyled(draw);
  const stop = useStore.subscribe((now, before) => {
    const same = now.look === before.look && drawnImpact(now) === drawnImpact(before);
    if (same && now.impactView === before.impactView) return;
    // A line that is dragged moves at once, and nothing is drawn anew for it.
    if (same && layer && onlySplit(now.impactView, before.impactView))
      void layer.then((made) => made.split(now.impactView));
    else whenStyled(draw);
  });
  return () => {
    closed = true;
    stop();
    void layer?.then(
      (made) => made.dispose(),
      () => {},
    );
  };
}

/** For those who look at the page from outside (test-hook.ts). */
function count(changes: 1 | -1): void {
  if (window.__gemello) window.__gemello.impactChanges += changes;
}

function onlySplit(now: ImpactViewState, before: ImpactViewState): boolean {
  return (Object.keys(now) as (keyof ImpactViewState)[]).every(
    (key) => key === 'split' || now[key] === before[key],
  );
}

/** Of no district. */
const NOWHERE = 0xffff;

async function impactLayer(city: CityLayer, catalogue: Catalogue, cityUrl: string): Promise<ImpactLayer> {
  const files = cityFiles(catalogue, cityUrl);
  const [{ roads, zones }, rings, buildings] = await Promise.all([
    cityInputs(catalogue, cityUrl),
    files.columnsIfAny('zone-rings'),
    files.columnsIfAny('buildings'),
  ]);
  const rowOf = new Map([...zones.id.subarray(0, zones.districts)].map((id, row) => [id, row]));
  const district = buildings && columnIfAny(buildings, 'district')?.values;
  return new ImpactLayer(city, {
    anchor: catalogue.city.centre,
    roads,
    districts: zones.districts,
    rings,
    districtOfBuilding: district ? Uint16Array.from(district, (id) => rowOf.get(id) ?? NOWHERE) : null,
  });
}

// SPDX-License-Identifier: EUPL-1.2
/** What somebody brought is drawn by a part that comes only where there is something. */
import type { Catalogue } from '../../city/catalogue';
import { lonLat } from '../../city/frames';
import { tellFault } from '../state/fault';
import type { Selection } from '../state/store';
import type { MapSession } from './map-session';

/** Draws it, once there is any. Returns how to stop. */
export function connectOwnData(
  session: Pick<MapSession, 'map' | 'whenStyled' | 'state'>,
  catalogue: Catalogue,
): () => void {
  let end = () => {};
  let [asked, closed] = [false, false];
  const bring = () => {
    if (asked || session.state.getState().ownLayers.length === 0) return;
    asked = true;
    import('./own-drawing').then(
      ({ connectOwn }) => {
        if (!closed) end = connectOwn(session, catalogue);
      },
      (error: unknown) => {
        asked = false;
        tellFault(error);
      },
    );
  };
  bring();
  const stop = session.state.subscribe(bring);
  return () => {
    closed = true;
    stop();
    end();
  };
}

interface Found {
  readonly id?: number | string | undefined;
  readonly source: string;
  readonly layer: { readonly type: string };
  readonly geometry: { readonly type: string; readonly coordinates?: unknown };
}

/**
 * The row of what somebody brought among the features under the pointer; null: none. Flat areas may lie
 * under everything else and are asked for by themselves.
 */
export function ownOf(
  features: readonly Found[],
  [lon, lat]: readonly number[],
  kind: 'upright' | 'flat',
): Selection | null {
  const feature = features.find(
    ({ source, layer }) => source.startsWith('own-') && (layer.type === 'fill') === (kind === 'flat'),
  );
  if (!feature) return null;
  const own = feature.geometry.type === 'Point' ? (feature.geometry.coordinates as number[]) : [lon, lat];
  const [x = 0, y = 0] = own as [number, number];
  return { kind: 'own', layer: feature.source.slice(4), row: Number(feature.id), at: lonLat(x, y) };
}

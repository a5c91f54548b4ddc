// SPDX-License-Identifier: EUPL-1.2
/** What a picture of the map says, from the same sources as the screen. */
import type { TFunction } from 'i18next';
import { momentOf } from '../../../../city/clock';
import { mercatorUnitsPerM } from '../../../../city/frames';
import { offeredLayers } from '../../../../layers/offered';
import { drawnImpact } from '../../../state/impact-view';
import {
  attributions,
  groupedLayers,
  layerOn,
  movesMadeUp,
  syntheticThemes,
} from '../../../state/offered-layers';
import type { StoreState } from '../../../state/store';
import type { Formats } from '../../../text/format';
import { momentText } from '../../clock/clock-words';
import type { Sheet, SheetLayer } from './sheet';

/** CSS pixels of the Mercator world at zoom 0. */
const WORLD_PX = 512;
/** Less tilt than this is none: one scale holds for the whole picture. */
const TILT_DEG = 1;

/**
 * Everything beside the map. `pxPerCssPx`: pixels of the picture in one of the page's. The words of
 * the parts `legend` and `tools` must have come.
 */
export function sheetOf(
  state: StoreState,
  title: string,
  pxPerCssPx: number,
  { t, format }: { readonly t: TFunction; readonly format: Formats },
): Sheet {
  const { view, look, catalogue } = state;
  const nowMs = Date.now();
  const pxPerM = WORLD_PX * 2 ** view.zoom * mercatorUnitsPerM(view.at[1]) * pxPerCssPx;
  return {
    title,
    moments: momentLines(state, nowMs, { t, format }),
    legendTitle: t('layers.legend'),
    legend: legendOf(state, t),
    more: (layers) => t('tools.picture.more', { count: layers, n: format.number(layers) }),
    scale: {
      pxPerM,
      text: (metres) => format.length(metres, 0),
      note: view.pitchDeg > TILT_DEG ? t('tools.picture.tilted') : '',
    },
    north: { bearingDeg: view.bearingDeg, letter: 'N' },
    notes: notesOf(state, { t, format }),
    attribution: `${t('status.attribution')}: ${catalogue ? attributions(catalogue, state).join(' · ') : ''}`,
    made: t('tools.picture.made', { date: format.dateTime(new Date(nowMs).toISOString()) }),
    look,
  };
}

/** Which moment is shown, and whether it is now. */
function momentLines(
  { clock }: StoreState,
  nowMs: number,
  { t, format }: { readonly t: TFunction; readonly format: Formats },
): string[] {
  const moment = momentText(momentOf(clock, nowMs), format);
  const date = format.date(new Date(nowMs).toISOString());
  return [t(`tools.picture.moment.${clock.kind}`, { moment, date })];
}

function legendOf(state: StoreState, t: TFunction): SheetLayer[] {
  const { catalogue, feeds, look } = state;
  if (!catalogue) return [];
  const on = offeredLayers(catalogue, feeds).filter(
    (layer) => layerOn(layer, state) && layer.legend.length > 0,
  );
  return groupedLayers(on).flatMap(({ layers }) =>
    layers.map((layer) => ({
      name: t(`layer.${layer.id}.name`),
      entries: layer.legend.map(({ key, symbol, colour }) => ({
        entry: { symbol, colour: colour(look) },
        // The keys of a legend are those of its own layer: text.test.ts holds them complete.
        text: t(`legend.${layer.id}.${key}` as 'legend.trees.plane'),
      })),
    })),
  );
}

/** What one must know about what one sees: as the notices of the screen have it. */
function notesOf(
  state: StoreState,
  { t, format }: { readonly t: TFunction; readonly format: Formats },
): string[] {
  const { catalogue } = state;
  const synthetic = catalogue ? syntheticThemes(catalogue) : [];
  const usual = synthetic.includes('buildings') && synthetic.includes('streets');
  const themes = format.list(synthetic.map((id) => t(`theme.${id}`).toLocaleLowerCase(format.locale)));
  return [
    ...(synthetic.length > 0 ? [usual ? t('status.demo') : t('status.demoOf', { themes })] : []),
    ...(movesMadeUp(state) ? [t('tools.picture.moving')] : []),
    ...(drawnImpact(state) ? [t('tools.picture.impact')] : []),
  ];
}

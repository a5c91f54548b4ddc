// SPDX-License-Identifier: EUPL-1.2
import { offeredLayers } from '../../layers/offered';
import { announce } from '../panels/announcer';
import { layerOn } from '../state/offered-layers';
import { useStore } from '../state/store';
import { withLayer } from '../state/with-layer';
import type { Command, CommandSource } from './command';

/** Turns each layer on or off, whichever it is not. */
export const layerCommands: CommandSource = (t, state) => {
  const { catalogue, feeds, layers } = state;
  if (!catalogue) return [];
  const all = offeredLayers(catalogue, feeds).map((layer): Command => {
    const on = layerOn(layer, state);
    const name = t(`layer.${layer.id}.name`);
    return {
      id: `layer-${layer.id}`,
      group: 'layers',
      title: t(on ? 'commands.layerOff' : 'commands.layerOn', { name }),
      words: `${t('commands.words.layer')} ${layer.id.replace(/-/g, ' ')}`,
      run: () => {
        const now = useStore.getState();
        now.set({ layers: withLayer(layer, !on, now) });
        announce(t(on ? 'layers.turnedOff' : 'layers.turnedOn', { name }), false);
      },
    };
  });
  const reset: Command = {
    id: 'layers-reset',
    group: 'layers',
    title: t('layers.reset'),
    words: t('commands.words.reset'),
    run: () => useStore.getState().set({ layers: {} }),
  };
  return Object.keys(layers).length > 0 ? [reset, ...all] : all;
};

// SPDX-License-Identifier: EUPL-1.2
import { Switch } from 'react-aria-components/Switch';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { type OfferedLayer, offeredLayers } from '../../../layers/offered';
import { changeCompare } from '../../state/compare';
import { groupedLayers, layerOn } from '../../state/offered-layers';
import { useStore } from '../../state/store';
import { withLayer } from '../../state/with-layer';
import { announce } from '../announcer';
import { SwitchTrack } from '../switch-track';
import style from './compare.module.css';

const NONE: readonly OfferedLayer[] = [];

/** The switches of the second view. */
export function SecondLayers() {
  const { t } = useTranslation();
  const offered = useStore(useShallow((s) => (s.catalogue ? offeredLayers(s.catalogue, s.feeds) : NONE)));
  return groupedLayers(offered).map(({ group, layers }) => (
    <fieldset key={group} className={style.group}>
      <legend>{t(`layers.group.${group}`)}</legend>
      {layers.map((layer) => (
        <LayerSwitch key={layer.id} layer={layer} />
      ))}
    </fieldset>
  ));
}

function LayerSwitch({ layer }: { layer: OfferedLayer }) {
  const { t } = useTranslation();
  const on = useStore((s) => layerOn(layer, { layers: s.compare?.layers ?? s.layers, quality: s.quality }));
  const name = t(`layer.${layer.id}.name`);
  const turn = (wanted: boolean) => {
    const { compare, quality } = useStore.getState();
    if (!compare?.layers) return;
    changeCompare({ layers: withLayer(layer, wanted, { layers: compare.layers, quality }) });
    announce(t(wanted ? 'compare.turnedOn' : 'compare.turnedOff', { name }), false);
  };
  return (
    <Switch className={style.switch!} isSelected={on} onChange={turn} data-layer-b={layer.id}>
      <span className={style.name}>{name}</span>
      <SwitchTrack />
    </Switch>
  );
}

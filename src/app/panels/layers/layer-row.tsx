// SPDX-License-Identifier: EUPL-1.2

import { mdiPaletteOutline } from '@mdi/js';
import { memo, Suspense } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Switch } from 'react-aria-components/Switch';
import { useTranslation } from 'react-i18next';
import type { OfferedLayer } from '../../../layers/offered';
import { layerOn, offeredLists, tablesOf, themesOf } from '../../state/offered-layers';
import { useStore } from '../../state/store';
import { withLayer } from '../../state/with-layer';
import { loadPart } from '../../text/texts';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { Icon } from '../icon';
import { onDemand } from '../on-demand';
import { SourceList } from '../sources/source-list';
import { SunWords } from '../sun/sun-part';
import { SwitchTrack } from '../switch-track';
import style from './layers.module.css';
import { Legend, Swatch } from './legend';

const sendLiving = () =>
  Promise.all([import('./living-row'), loadPart('living', useStore.getState().language)]).then(
    ([part]) => part,
  );
const LiveBadge = onDemand(() => sendLiving().then((part) => part.LiveBadge));
const LiveDetails = onDemand(() => sendLiving().then((part) => part.LiveDetails));

/** One layer: its switch, and under it what it means and where it comes from. */
export const LayerRow = memo(function LayerRow({ layer }: { layer: OfferedLayer }) {
  const { t } = useTranslation();
  const on = useStore((s) => layerOn(layer, s));
  // What is off is not fetched for another moment only to say how old it would be.
  const live = useStore((s) => s.clock.kind === 'live');
  const name = t(`layer.${layer.id}.name`);
  const turn = (wanted: boolean) => {
    const now = useStore.getState();
    now.set({ layers: withLayer(layer, wanted, now) });
    announce(t(wanted ? 'layers.turnedOn' : 'layers.turnedOff', { name }), false);
  };
  return (
    <li className={style.row} data-layer={layer.id} data-on={on || undefined}>
      <Disclosure>
        <div className={style.line}>
          <Switch className={style.switch!} isSelected={on} onChange={turn}>
            <Swatch layer={layer} />
            <span className={style.name}>{name}</span>
            <SwitchTrack />
          </Switch>
          <Button slot="trigger" className={style.more!} aria-label={t('layers.aboutOf', { name })}>
            <Icon name="down" size={18} />
          </Button>
        </div>
        {layer.live && (on || live) && (
          <Suspense>
            <LiveBadge layer={layer} />
          </Suspense>
        )}
        <DisclosurePanel className={style.details!}>
          <LayerDetails layer={layer} name={name} on={on} />
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
});

function LayerDetails({ layer, name, on }: { layer: OfferedLayer; name: string; on: boolean }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const feeds = useStore((s) => s.feeds);
  const set = useStore((s) => s.set);
  if (!catalogue) return null;
  const lists = offeredLists(catalogue, feeds);
  const list = tablesOf(layer).find((id) => lists.includes(id));
  const asked = layer.id === 'buildings' ? 'building' : layer.id === 'districts' ? 'district' : null;
  return (
    <div className={style.inside}>
      <p className={style.about}>{t(`layer.${layer.id}.about`)}</p>
      <Legend layer={layer} />
      {layer.id === 'sun' && on && <SunWords />}
      {list && (
        <TextButton
          kind="quiet"
          icon="list"
          aria-label={t('layers.listOf', { name })}
          onPress={() => set({ list })}
        >
          {t('layers.list')}
        </TextButton>
      )}
      {asked && (
        <TextButton kind="quiet" icon={{ d: mdiPaletteOutline }} onPress={() => set({ asking: asked })}>
          {t('layers.ask')}
        </TextButton>
      )}
      {layer.live && (
        <Suspense>
          <LiveDetails layer={layer} />
        </Suspense>
      )}
      {layer.themes.length > 0 && (
        <>
          <h4 className={style.sourcesTitle}>{t('layers.about')}</h4>
          <SourceList themes={themesOf(layer, catalogue)} />
        </>
      )}
    </div>
  );
}

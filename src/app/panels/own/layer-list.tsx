// SPDX-License-Identifier: EUPL-1.2
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Switch } from 'react-aria-components/Switch';
import { useTranslation } from 'react-i18next';
import { type OwnLayer, ownListId } from '../../../own/own-layer';
import { THIN_FROM } from '../../../own/tiler';
import { changeLayer, moveLayer, removeLayer, useOwn, zoomTo } from '../../state/own';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import layers from '../layers/layers.module.css';
import { SwitchTrack } from '../switch-track';
import style from './own.module.css';
import { StyleForm } from './style-form';

/** What was brought, the uppermost first. */
export function LayerList() {
  const { t } = useTranslation();
  const ownLayers = useStore((s) => s.ownLayers);
  const notKept = useOwn((s) => s.notKept);
  return (
    <section className={style.list} aria-labelledby="own-layers">
      <h3 id="own-layers" className={style.subtitle}>
        {t('own.layers')}
      </h3>
      {notKept !== null && <p className={style.question}>{t('own.notKept')}</p>}
      {ownLayers.length === 0 ? (
        <p className={style.help}>{t('own.none')}</p>
      ) : (
        <ul>
          {[...ownLayers].reverse().map((layer) => (
            <Row key={layer.id} layer={layer} at={ownLayers.indexOf(layer)} of={ownLayers.length} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ layer, at, of }: { layer: OwnLayer; at: number; of: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const gone = useOwn((s) => s.gone.includes(layer.id));
  const meant = useOwn((s) => s.shown[layer.id]?.meant);
  const filtered = useStore((s) => (s.filters[ownListId(layer.id)]?.conditions.length ?? 0) > 0);
  const { name } = layer;
  const rows = t('own.confirm.rows', { count: layer.rows, n: format.number(layer.rows) });
  return (
    <li className={layers.row} data-own-layer={layer.id} data-on={layer.visible || undefined}>
      <Disclosure>
        <div className={layers.line}>
          <Switch
            className={layers.switch!}
            isSelected={layer.visible}
            onChange={(visible) => changeLayer(layer.id, { visible })}
            aria-label={t('own.show', { name })}
          >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <circle
                cx="8"
                cy="8"
                r="6.5"
                fill={layer.style.colour}
                stroke="currentColor"
                strokeOpacity="0.4"
              />
            </svg>
            <span className={layers.name}>{name}</span>
            <SwitchTrack />
          </Switch>
          <Button slot="trigger" className={layers.more!} aria-label={t('own.more', { name })}>
            <Icon name="down" size={18} />
          </Button>
        </div>
        <p className={style.about}>
          {t('own.summary', { rows, format: t(`own.format.${layer.format}`) })}
          {filtered && meant !== undefined && (
            <> · {t('own.meant', { n: format.number(meant), of: format.number(layer.rows) })}</>
          )}
        </p>
        {gone && <p className={style.question}>{t('own.gone')}</p>}
        <DisclosurePanel className={layers.details!}>
          <div className={style.details}>
            {layer.shapes.point > THIN_FROM && <p className={style.help}>{t('own.thinned')}</p>}
            <StyleForm layer={layer} />
            <div className={style.actions}>
              <TextButton
                kind="quiet"
                icon="list"
                onPress={() => useStore.getState().set({ list: ownListId(layer.id) })}
              >
                {t('own.table')}
              </TextButton>
              <TextButton kind="quiet" icon="focus" onPress={() => zoomTo(layer)}>
                {t('own.zoom')}
              </TextButton>
              <IconButton
                icon="up"
                label={t('own.up', { name })}
                isDisabled={at === of - 1}
                onPress={() => moveLayer(layer.id, 1)}
              />
              <IconButton
                icon="down"
                label={t('own.down', { name })}
                isDisabled={at === 0}
                onPress={() => moveLayer(layer.id, -1)}
              />
              <TextButton
                kind="quiet"
                icon="close"
                onPress={() => {
                  removeLayer(layer.id);
                  announce(t('own.removed', { name }));
                }}
              >
                {t('own.remove')}
              </TextButton>
            </div>
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { type OfferedLayer, offeredLayers } from '../../../layers/offered';
import { groupedLayers } from '../../state/offered-layers';
import { useStore } from '../../state/store';
import { IconButton, TextButton } from '../controls';
import panel from '../panel.module.css';
import { LayerRow } from './layer-row';
import style from './layers.module.css';

const NONE: readonly OfferedLayer[] = [];

/** What can be shown on the city, with its switches, legends and sources. */
export function LayerPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const changed = useStore((s) => Object.keys(s.layers).length > 0);
  const set = useStore((s) => s.set);
  // How feeds fare is told every few seconds; which layers they bring hardly ever changes.
  const offered = useStore(useShallow((s) => (s.catalogue ? offeredLayers(s.catalogue, s.feeds) : NONE)));
  const groups = groupedLayers(offered);
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="layers-title">
      <header className={panel.head}>
        <h2 id="layers-title" className={panel.title}>
          {t('layers.title')}
        </h2>
        {changed && (
          <TextButton kind="quiet" onPress={() => set({ layers: {} })}>
            {t('layers.reset')}
          </TextButton>
        )}
        <IconButton icon="close" label={t('layers.hide')} onPress={onClose} />
      </header>
      <div className={panel.body}>
        {catalogue && groups.length === 0 && <p className={style.none}>{t('layers.none')}</p>}
        {!catalogue && <Skeleton />}
        {groups.map(({ group, layers }) => (
          <section key={group} className={style.group} aria-labelledby={`layers-${group}`}>
            <h3 id={`layers-${group}`} className={style.groupTitle}>
              {t(`layers.group.${group}`)}
            </h3>
            <ul>
              {layers.map((layer) => (
                <LayerRow key={layer.id} layer={layer} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function Skeleton() {
  return (
    <div className={style.skeleton} aria-hidden="true">
      {[9, 12, 8, 11, 7, 10].map((width) => (
        <svg key={width} width={`${width}rem`} height="14" aria-hidden="true">
          <rect width="100%" height="14" rx="4" />
        </svg>
      ))}
    </div>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { LegendEntry } from '../../../layers/layer';
import type { OfferedLayer } from '../../../layers/offered';
import { useStore } from '../../state/store';
import style from './layers.module.css';
import { LEGEND_SHAPES } from './legend-shapes';

/** A symbol as the map draws it: shape and dash as well as colour. */
function LegendSymbol({ entry, size = 20 }: { entry: LegendEntry; size?: number }) {
  const look = useStore((s) => s.look);
  const colour = entry.colour(look);
  return (
    <svg
      className={style.symbol}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <Shape symbol={entry.symbol} colour={colour} />
    </svg>
  );
}

function Shape({ symbol, colour }: { symbol: LegendEntry['symbol']; colour: string }) {
  const { path, line, dash, edge } = LEGEND_SHAPES[symbol];
  if (line)
    return (
      <>
        {!dash && <path className={style.casing} d={path} />}
        <path className={style.stroke} d={path} stroke={colour} strokeDasharray={dash?.join(' ')} />
      </>
    );
  return (
    <>
      <path className={style.outlined} d={path} fill={colour} />
      {edge && <path className={style.edge} d={edge} />}
    </>
  );
}

/** The first symbol of the legend, before the name of the layer. */
export function Swatch({ layer }: { layer: OfferedLayer }) {
  const entry = layer.legend[0];
  return entry ? (
    <LegendSymbol entry={entry} />
  ) : (
    <svg className={style.symbol} width="1.25rem" height="1.25rem" viewBox="0 0 20 20" aria-hidden="true">
      <path className={style.letters} d="M4 16 9 4h2l5 12M6 12h8" />
    </svg>
  );
}

export function Legend({ layer }: { layer: OfferedLayer }) {
  const { t } = useTranslation();
  if (layer.legend.length === 0) return null;
  // The keys of a legend are those of its own layer: text.test.ts holds them complete.
  const text = (key: string) => t(`legend.${layer.id}.${key}` as 'legend.trees.plane');
  return (
    <ul className={style.legend} aria-label={t('layers.legend')}>
      {layer.legend.map((entry) => (
        <li key={entry.key}>
          <LegendSymbol entry={entry} size={18} />
          {text(entry.key)}
        </li>
      ))}
    </ul>
  );
}

// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { LegendEntry } from '../../../layers/layer';
import type { OfferedLayer } from '../../../layers/offered';
import { useStore } from '../../state/store';
import style from './layers.module.css';

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

const LINE = 'M2 14C7 14 6 6 10 6s3 8 8 8';

function Shape({ symbol, colour }: { symbol: LegendEntry['symbol']; colour: string }) {
  switch (symbol) {
    case 'fill':
      return <rect className={style.outlined} x="2" y="4" width="16" height="12" rx="2.5" fill={colour} />;
    case 'line':
      return (
        <>
          <path className={style.casing} d={LINE} />
          <path className={style.stroke} d={LINE} stroke={colour} />
        </>
      );
    case 'dashed-line':
      return <path className={style.stroke} d="M1 10h18" stroke={colour} strokeDasharray="4.4 2.4" />;
    case 'dot':
      return <circle className={style.outlined} cx="10" cy="10" r="5.5" fill={colour} />;
    case 'square':
      return (
        <rect className={style.outlined} x="4.5" y="4.5" width="11" height="11" rx="1.5" fill={colour} />
      );
    case 'diamond':
      return <path className={style.outlined} d="m10 3 7 7-7 7-7-7 7-7Z" fill={colour} />;
    case 'triangle':
      return <path className={style.outlined} d="m10 3.5 7 12.5H3L10 3.5Z" fill={colour} />;
    case 'solid':
      return (
        <>
          <path className={style.outlined} d="M3 7.5 10 4l7 3.5v6.5l-7 4-7-4V7.5Z" fill={colour} />
          <path className={style.edge} d="M3.2 7.7 10 11l6.8-3.3M10 11v6.8" />
        </>
      );
  }
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

// SPDX-License-Identifier: EUPL-1.2
/** What somebody brought, for the legend of a picture: as the panel «I miei dati» has it. Pure. */
import type { Shown } from '../../../../own/keep-protocol';
import type { OwnLayer } from '../../../../own/own-layer';
import type { Words } from '../../list/table';
import { classWords } from '../../own/own-words';
import type { SheetLayer } from './sheet';

/**
 * Layers that are drawn, the uppermost first. The words of the part `own` must have come.
 *
 * @param shown how each is drawn; one that is not there is not on the map
 */
export function ownLegend(
  ownLayers: readonly OwnLayer[],
  shown: Readonly<Record<string, Shown>>,
  gone: readonly string[],
  words: Words,
): { readonly layers: readonly SheetLayer[]; readonly notes: readonly string[] } {
  const drawn = ownLayers.filter(({ id, visible }) => visible && shown[id] && !gone.includes(id)).reverse();
  const files = words.format.list([...new Set(drawn.map(({ fileName }) => fileName))]);
  return {
    layers: drawn.map((layer) => sheetLayer(layer, shown[layer.id] as Shown, words)),
    notes: drawn.length > 0 ? [words.t('own.picture', { files })] : [],
  };
}

function sheetLayer(layer: OwnLayer, { legend, meant }: Shown, words: Words): SheetLayer {
  const { t, format } = words;
  const symbol = symbolOf(layer);
  const some = meant < layer.rows;
  const count = t('own.meant', { n: format.number(meant), of: format.number(layer.rows) });
  const named = legend ? `${layer.name}: ${legend.attribute.id}` : layer.name;
  const entries = legend
    ? legend.classes
        .filter(({ kind }) => kind !== 'withheld')
        .map((one) => ({
          entry: { symbol, colour: one.colour },
          text: classWords(one, legend.attribute.plain ?? false, words),
        }))
    : [{ entry: { symbol, colour: layer.style.colour }, text: layer.fileName }];
  return { name: some ? `${named} (${count})` : named, entries };
}

function symbolOf({ shapes, solid, heightBy }: OwnLayer): 'dot' | 'line' | 'fill' | 'solid' {
  if (shapes.area > 0) return solid || heightBy ? 'solid' : 'fill';
  return shapes.line > 0 ? 'line' : 'dot';
}

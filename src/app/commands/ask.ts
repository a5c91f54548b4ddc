// SPDX-License-Identifier: EUPL-1.2
import type { Colouring } from '../../query/colouring';
import { useStore } from '../state/store';
import type { Command, CommandSource } from './command';

type Ready = 'heightM' | 'year' | 'storeys' | 'use';
const CLASSES = { kind: 'classed', method: 'natural', classes: 5 } as const;
const READY: Readonly<Record<Ready, Omit<Colouring, 'attribute'>>> = {
  heightM: { scale: CLASSES, palette: 'viridis' },
  year: { scale: CLASSES, palette: 'cividis' },
  storeys: { scale: CLASSES, palette: 'blues' },
  use: { scale: { kind: 'categories' }, palette: 'okabe-ito' },
};

/** Ready-made colourings of the buildings. */
export const askCommands: CommandSource = (t, { quality }) =>
  quality.level === 'table'
    ? []
    : (Object.keys(READY) as Ready[]).map(
        (id): Command => ({
          id: `colour-${id}`,
          group: 'ask',
          title: t(`commands.colour.${id}`),
          words: t('commands.words.colour'),
          run: () => {
            const { colourings, set } = useStore.getState();
            set({ colourings: { ...colourings, building: { attribute: id, ...READY[id] } } });
          },
        }),
      );

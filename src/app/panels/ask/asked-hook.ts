// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../city/catalogue';
import type { Askable } from '../../../query/attribute';
import type { Colouring } from '../../../query/colouring';
import type { Filter } from '../../../query/filter';
import { type AskedList, askableOf } from '../../state/askables';
import { useStore } from '../../state/store';
import { type Loaded, useFormats, useLoaded } from '../hooks';
import type { Words } from './ask-words';

/** What a table can be asked, once its files have come; null asks nothing. */
export function useAskable(list: AskedList | null): [Loaded<Askable>, () => void] {
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  return useLoaded(catalogue && list ? `${cityUrl} ask ${list}` : null, () =>
    askableOf(list as AskedList, catalogue as Catalogue, cityUrl),
  );
}

export function useWords(): Words {
  const { t } = useTranslation();
  const format = useFormats();
  return { t, format };
}

/** Colours a table, or no longer. */
export function colourBy(list: AskedList, colouring: Colouring | null): void {
  const { colourings, set } = useStore.getState();
  const { [list]: _, ...rest } = colourings;
  set({ colourings: colouring ? { ...rest, [list]: colouring } : rest });
}

/** Filters a table, or no longer where no condition is left. */
export function filterBy(list: AskedList, filter: Filter | null): void {
  const { filters, set } = useStore.getState();
  const { [list]: _, ...rest } = filters;
  set({ filters: filter && filter.conditions.length > 0 ? { ...rest, [list]: filter } : rest });
}

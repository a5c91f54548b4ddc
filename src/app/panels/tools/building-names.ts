// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadRecord } from '../../../stream/buildings';
import { useStore } from '../../state/store';

/** Names of buildings by their number in this build; until they come, and where one has none, "building 1234". */
export function useBuildingNames(ids: readonly number[]): (id: number) => string {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map());
  const key = ids.join(',');
  useEffect(() => {
    if (!catalogue || key === '') return;
    const asked = new AbortController();
    const all = key.split(',').map(Number);
    // A record that does not come leaves the number: the figures stand without it.
    void Promise.allSettled(all.map((id) => loadRecord(catalogue, cityUrl, id, asked.signal))).then(
      (found) => {
        if (asked.signal.aborted) return;
        const known = found.flatMap((one, i): [number, string][] => {
          const name = one.status === 'fulfilled' ? (one.value.name ?? one.value.address) : undefined;
          return name ? [[all[i] as number, name]] : [];
        });
        setNames(new Map(known));
      },
    );
    return () => asked.abort();
  }, [catalogue, cityUrl, key]);
  return (id) => names.get(id) ?? t('building.numbered', { id });
}

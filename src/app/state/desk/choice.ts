// SPDX-License-Identifier: EUPL-1.2
/** Which scenarios are compared. */
import { useStore } from '../store';

/** More columns than that nobody reads. */
const MOST_COMPARED = 4;

/** Opens the comparison with these scenarios, those that are in it already staying; without any with what it had last. */
export function openDesk(...ids: readonly string[]): void {
  const { desk, set } = useStore.getState();
  const together = [...new Set([...desk, ...ids])].slice(0, MOST_COMPARED);
  // It needs the room of a list and of a card; and one map is for all, views that were compared give way.
  set({
    ...{ deskOpen: true, desk: together },
    ...{ compare: null, editing: null, drawing: null, selection: null, list: null },
  });
}

export const closeDesk = (): void => useStore.getState().set({ deskOpen: false });

/** Whether there is room for one more. */
export const hasRoom = (desk: readonly string[]): boolean => desk.length < MOST_COMPARED;

export function addToDesk(id: string): void {
  const { desk, set } = useStore.getState();
  if (hasRoom(desk) && !desk.includes(id)) set({ desk: [...desk, id] });
}

export function takeFromDesk(id: string): void {
  const { desk, set } = useStore.getState();
  set({ desk: desk.filter((one) => one !== id) });
}

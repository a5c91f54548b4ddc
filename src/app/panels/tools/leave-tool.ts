// SPDX-License-Identifier: EUPL-1.2

import { useStore } from '../../state/store';
import { layToolDown } from '../../state/tools';
import { focusSoon } from '../scenario/focus';

/** Lays down the tool in hand; the keyboard goes back to where it was taken up. */
export function leaveTool(): void {
  const { tool } = useStore.getState();
  layToolDown();
  if (tool) focusSoon(`[data-tool=${tool.kind}]`);
}

// SPDX-License-Identifier: EUPL-1.2
import { create } from 'zustand';

/** Whether two scenarios stand beside each other on two maps: all that the map, which comes before any scenario, has to know. */
export const useBeside = create<{ readonly on: boolean }>(() => ({ on: false }));

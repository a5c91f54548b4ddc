// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';
import type { Moment } from '../../../city/clock';
import { momentToMinute, onMinute } from '../../state/clock';

/** The clock's moment, to the minute. */
export const useMoment = (): Moment => useSyncExternalStore(onMinute, momentToMinute);

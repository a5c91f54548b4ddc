// SPDX-License-Identifier: EUPL-1.2
/** The demo's publisher reads the same week, so it is with the words that all share. */
export * from '../../city/typical-week';

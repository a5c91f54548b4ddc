// SPDX-License-Identifier: EUPL-1.2
export function ensureClient(): void;

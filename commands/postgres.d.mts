// SPDX-License-Identifier: EUPL-1.2
export function findPostgres(): string | undefined;
export function ensurePostgres(): void;

// SPDX-License-Identifier: EUPL-1.2
export function findPdfToPpm(): string | undefined;
export function ensurePdfToPpm(): void;

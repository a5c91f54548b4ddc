// SPDX-License-Identifier: EUPL-1.2
import { encode } from 'uqr';

/** An address as a QR code of vectors: dark on light in either look, so that a telephone reads it. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-qr
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#17324d" />
    </svg>
  );
}

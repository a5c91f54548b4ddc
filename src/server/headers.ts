// SPDX-License-Identifier: EUPL-1.2
/**
 * Security headers of every answer. `wasm-unsafe-eval` is the meshopt decoder's, the nonce the one
 * `<style>` of React Aria; nothing is fetched from anywhere else.
 */
export function securityHeaders(nonce?: string): Record<string, string> {
  const style = nonce ? `'self' 'nonce-${nonce}'` : "'self'";
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      `style-src ${style}`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
  };
}

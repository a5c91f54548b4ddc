// SPDX-License-Identifier: EUPL-1.2
import { isSoftwareRenderer } from './quality-ladder';

/** What this machine draws with. */
export interface Graphics {
  readonly webgl2: boolean;
  /** Drawn by the processor (SwiftShader, llvmpipe). */
  readonly software: boolean;
}

/** Asks the browser once, on a canvas that is given back at once. */
export function probeGraphics(): Graphics {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2');
  if (!gl) return { webgl2: false, software: false };
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { webgl2: true, software: isSoftwareRenderer(renderer) };
}

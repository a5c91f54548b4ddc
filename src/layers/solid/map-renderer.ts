// SPDX-License-Identifier: EUPL-1.2
/** three.js in the WebGL2 context of a map. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { Vector2, WebGLRenderer } from 'three';

/** A renderer that draws into the map's own buffer; its context is the map's, and is not lost with it. */
export function mapRenderer(map: MapLibreMap, gl: WebGL2RenderingContext): WebGLRenderer {
  const renderer = new WebGLRenderer({
    canvas: standInCanvas(map.getCanvas(), gl),
    context: gl,
    antialias: gl.getContextAttributes()?.antialias ?? false,
  });
  renderer.autoClear = false;
  // R3F calls it on unmount; the context is the map's.
  renderer.forceContextLoss = () => {};
  return renderer;
}

/** three.js draws to MapLibre's buffer, whatever its pixel ratio is now. */
export function fitTo(map: MapLibreMap, gl: WebGL2RenderingContext, renderer: WebGLRenderer): void {
  const { clientWidth, clientHeight } = map.getCanvas();
  const ratio = gl.drawingBufferWidth / clientWidth;
  const size = renderer.getSize(new Vector2());
  if (size.x === clientWidth && size.y === clientHeight && renderer.getPixelRatio() === ratio) return;
  renderer.setPixelRatio(ratio);
  renderer.setSize(clientWidth, clientHeight, false);
  renderer.setViewport(0, 0, clientWidth, gl.drawingBufferHeight / ratio);
}

/** three.js sets the size of its canvas; MapLibre's drawing buffer must never hear of it. */
function standInCanvas(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext): HTMLCanvasElement {
  return {
    get width() {
      return gl.drawingBufferWidth;
    },
    set width(_) {},
    get height() {
      return gl.drawingBufferHeight;
    },
    set height(_) {},
    style: {},
    setAttribute() {},
    addEventListener: canvas.addEventListener.bind(canvas),
    removeEventListener: canvas.removeEventListener.bind(canvas),
  } as unknown as HTMLCanvasElement;
}

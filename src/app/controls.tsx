// SPDX-License-Identifier: EUPL-1.2
/** What one does with the city: sent when the city is drawn, since the first view is what one waits for. */
export { Dock } from './panels/dock/dock';
export { Actions } from './panels/header/actions';
export { LayerPanel } from './panels/layers/layer-panel';
export { ViewControls } from './panels/view-controls/view-controls';

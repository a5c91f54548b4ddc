// SPDX-License-Identifier: EUPL-1.2
import { GLTFExtensionsPlugin, UpdateOnChangePlugin } from '3d-tiles-renderer/plugins';
import { TilesPlugin, TilesRenderer } from '3d-tiles-renderer/r3f';
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { type Ref, useMemo } from 'react';
import { type BuildingTilesOptions, BuildingTilesPlugin } from './building-tiles-plugin';
import type { Haze } from './haze';

const GLTF_ARGS = [{ meshoptDecoder: MeshoptDecoder, rtc: false, autoDispose: false }];

export interface CitySceneProps {
  /** Address of the buildings' tileset.json. */
  readonly tileset: string | null;
  readonly tiles: BuildingTilesOptions;
  readonly haze: Haze;
  readonly onPlugin: (plugin: BuildingTilesPlugin | null) => void;
}

/** What stands on the ground. Nothing here owns a loop: the map asks for frames. */
export function CityScene({ tileset, tiles, haze, onPlugin }: CitySceneProps) {
  const args = useMemo<[BuildingTilesOptions]>(() => [tiles], [tiles]);
  // The component's types ask for the class where it gives the instance.
  const ref = onPlugin as unknown as Ref<typeof BuildingTilesPlugin>;
  return (
    <>
      <primitive object={haze} />
      {tileset && (
        <TilesRenderer url={tileset} loadAncestors={false} loadSiblings={false}>
          <TilesPlugin plugin={GLTFExtensionsPlugin} args={GLTF_ARGS} />
          <TilesPlugin plugin={UpdateOnChangePlugin} />
          <TilesPlugin plugin={BuildingTilesPlugin} args={args} ref={ref} />
        </TilesRenderer>
      )}
    </>
  );
}

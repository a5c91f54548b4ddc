// SPDX-License-Identifier: EUPL-1.2
import { useFrame, useThree } from '@react-three/fiber';
import { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFExtensionsPlugin, UpdateOnChangePlugin } from '3d-tiles-renderer/three/plugins';
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { useEffect, useState } from 'react';
import type { Object3D } from 'three';
import { type BuildingTilesOptions, BuildingTilesPlugin } from './building-tiles-plugin';
import type { Haze } from './haze';

export interface CitySceneProps {
  readonly haze: Haze;
  /** What stands among the buildings. */
  readonly guests: readonly Object3D[];
  /** Null: the buildings are put away. */
  readonly buildings: BuildingsProps | null;
}

interface BuildingsProps {
  /** Address of the buildings' tileset.json. */
  readonly tileset: string;
  readonly options: BuildingTilesOptions;
  /** Asks the map for a frame. */
  readonly repaint: () => void;
  readonly onPlugin: (plugin: BuildingTilesPlugin | null) => void;
}

/** What stands on the ground. Nothing here owns a loop: the map asks for frames. */
export function CityScene({ haze, guests, buildings }: CitySceneProps) {
  return (
    <>
      <primitive object={haze} />
      {buildings && <Buildings {...buildings} />}
      {guests.map((guest) => (
        <primitive key={guest.uuid} object={guest} dispose={null} />
      ))}
    </>
  );
}

/** A tile takes about 4 ms to read. */
const PARSED_AT_ONCE = 10;

/**
 * A 3D tileset. The library's own React component does the same and brings its camera controls and
 * overlays along (13 kB compressed).
 */
function Buildings({ tileset, options, repaint, onPlugin }: BuildingsProps) {
  const camera = useThree((state) => state.camera);
  const renderer = useThree((state) => state.gl);
  const [tiles, setTiles] = useState<TilesRenderer | null>(null);

  useEffect(() => {
    const made = new TilesRenderer(tileset);
    // Only what is seen is fetched: no ancestors to stand in, no siblings (a third of the bytes).
    made.loadAncestors = false;
    made.loadSiblings = false;
    // Jobs are begun once a frame, five at a time: too few where a frame takes a quarter of a second.
    made.parseQueue.maxJobs = PARSED_AT_ONCE;
    made.registerPlugin(
      new GLTFExtensionsPlugin({ meshoptDecoder: MeshoptDecoder, rtc: false, autoDispose: false }),
    );
    made.registerPlugin(new UpdateOnChangePlugin());
    const plugin = new BuildingTilesPlugin(options);
    made.registerPlugin(plugin);
    made.setCamera(camera);
    made.addEventListener('needs-render', repaint);
    made.addEventListener('needs-update', repaint);
    setTiles(made);
    onPlugin(plugin);
    repaint();
    return () => {
      onPlugin(null);
      setTiles(null);
      made.removeEventListener('needs-render', repaint);
      made.removeEventListener('needs-update', repaint);
      made.dispose();
    };
  }, [tileset, options, camera, repaint, onPlugin]);

  useFrame(() => {
    tiles?.setResolutionFromRenderer(camera, renderer);
    tiles?.update();
  });

  return tiles && <primitive object={tiles.group} />;
}

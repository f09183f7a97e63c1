import type { MapParts } from './maplibre.client.ts'

export type EngineName = 'maplibre' | 'mapbox'

/** Loads the map components of one library. Only pages that show a map load one, and never both. */
export async function loadEngine(name: EngineName): Promise<MapParts> {
  const { load } = name === 'mapbox' ? await import('./mapbox.client.ts') : await import('./maplibre.client.ts')
  return load()
}

/** Whether this browser can draw a map. It needs WebGL 2. */
export function canDraw(): boolean {
  try {
    const gl = document.createElement('canvas').getContext('webgl2')
    gl?.getExtension('WEBGL_lose_context')?.loseContext()
    return gl !== null
  } catch {
    return false
  }
}

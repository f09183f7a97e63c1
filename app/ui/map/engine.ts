import type { MapParts } from './maplibre.client.ts'

export type EngineName = 'maplibre' | 'mapbox'

/** The same components over either library; only one of them is ever fetched, and only where a map is shown. */
export async function loadEngine(name: EngineName): Promise<MapParts> {
  const { load } = name === 'mapbox' ? await import('./mapbox.client.ts') : await import('./maplibre.client.ts')
  return load()
}

/** Whether this browser can draw a map at all. */
export function canDraw(): boolean {
  try {
    const gl = document.createElement('canvas').getContext('webgl2')
    gl?.getExtension('WEBGL_lose_context')?.loseContext()
    return gl !== null
  } catch {
    return false
  }
}

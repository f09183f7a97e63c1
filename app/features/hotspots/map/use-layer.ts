import { useEffect, useState } from 'react'
import type { MapLayer } from '../../../domain/hotspots/map/map-layer.ts'

/** Fetches the layer to draw. The previous one stays until then, so that moving through time does not flicker. */
export function useLayer(href: string): { layer: MapLayer | null; failed: boolean } {
  const [state, setState] = useState<{ layer: MapLayer | null; failed: boolean }>({ layer: null, failed: false })
  useEffect(() => {
    const leaving = new AbortController()
    fetch(href, { signal: leaving.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        setState({ layer: (await answer.json()) as MapLayer, failed: false })
      })
      .catch(() => {
        if (!leaving.signal.aborted) setState((before) => ({ ...before, failed: true }))
      })
    return () => leaving.abort()
  }, [href])
  return state
}

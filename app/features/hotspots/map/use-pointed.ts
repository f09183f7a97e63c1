import { useCallback, useRef, useState } from 'react'
import type { MapLayerMouseEvent } from '../../../ui/map/maplibre.client.ts'
import type { Pointed } from './area-hover.tsx'

type DrawnLibraryMap = MapLayerMouseEvent['target']
type Found = { at: number; cell: string }

const foundIn = (features: readonly { properties: unknown }[] | undefined) =>
  features?.[0]?.properties as Found | undefined

/** The area a person points at: with the pointer, or by moving the map under its middle with the arrow keys. */
export function usePointed() {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const isByKeyboard = useRef(false)
  const pointAt = useCallback((map: DrawnLibraryMap, found: Found | undefined, point: { x: number; y: number }) => {
    const { clientWidth, clientHeight } = map.getContainer()
    const side = { isRight: point.x > clientWidth / 2, isLow: point.y > clientHeight / 2 }
    const by = isByKeyboard.current ? 'keyboard' : 'pointer'
    setPointed(found ? { at: found.at, x: point.x, y: point.y, by, ...side } : null)
  }, [])
  const inTheMiddle = (map: DrawnLibraryMap) => {
    const { clientWidth, clientHeight } = map.getContainer()
    const middle = { x: clientWidth / 2, y: clientHeight / 2 }
    const layers = map.getLayer('areas-fill') ? ['areas-fill'] : []
    return {
      middle,
      found: foundIn(layers.length > 0 ? map.queryRenderedFeatures([middle.x, middle.y], { layers }) : []),
    }
  }
  return {
    pointed,
    onMouseMove: (event: MapLayerMouseEvent) => {
      isByKeyboard.current = false
      pointAt(event.target, foundIn(event.features), event.point)
    },
    onMouseOut: () => setPointed(null),
    /** Waits until the map is at rest: while it moves, the area under its middle keeps changing. */
    onRest: (map: DrawnLibraryMap) => {
      if (!isByKeyboard.current) return
      const { middle, found } = inTheMiddle(map)
      pointAt(map, found, middle)
    },
    onKey: () => {
      isByKeyboard.current = true
    },
    cellInTheMiddle: (map: DrawnLibraryMap) => inTheMiddle(map).found?.cell ?? null,
    cellAt: (event: MapLayerMouseEvent) => foundIn(event.features)?.cell ?? null,
  }
}

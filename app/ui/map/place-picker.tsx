import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { PickerMapProps } from './picker-map.client.tsx'

interface PlacePickerProps {
  /** The chosen point, as the form sends it. */
  lat: string
  lng: string
}

/** A point on a map, in the fields pointLat and pointLng. The map loads when it is opened. */
export function PlacePicker({ lat, lng }: PlacePickerProps) {
  const fields = useRef<HTMLDivElement>(null)
  const [PickerMap, setPickerMap] = useState<ComponentType<PickerMapProps>>()
  const [point, setPoint] = useState({ lat, lng })
  const isAnnounced = useRef(true)
  const choose = (chosen: { lat: number; lng: number } | null) => {
    isAnnounced.current = false
    setPoint(chosen ? { lat: chosen.lat.toFixed(5), lng: chosen.lng.toFixed(5) } : { lat: '', lng: '' })
  }
  // Sends an input event after the fields have the value, because drafts are saved on input events.
  useEffect(() => {
    if (isAnnounced.current || point.lat === undefined) return
    isAnnounced.current = true
    fields.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [point])
  const open = () => import('./picker-map.client.tsx').then((loaded) => setPickerMap(() => loaded.PickerMap))
  return (
    <div ref={fields}>
      <input type="hidden" name="pointLat" value={point.lat} />
      <input type="hidden" name="pointLng" value={point.lng} />
      {PickerMap ? (
        <PickerMap lat={point.lat} lng={point.lng} onChoose={choose} />
      ) : (
        <button type="button" className="govuk-button govuk-button--secondary accord-needs-script" onClick={open}>
          {lat ? 'Show the place on a map' : 'Choose on a map'}
        </button>
      )}
    </div>
  )
}

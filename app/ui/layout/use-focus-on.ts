import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Moves the focus to an element each time `cause` becomes another object or text, so that it is read out. */
export function useFocusOn<Element extends HTMLElement>(cause: unknown): RefObject<Element> {
  const element = useRef<Element>(null)
  useEffect(() => {
    if (cause) element.current?.focus()
  }, [cause])
  return element
}

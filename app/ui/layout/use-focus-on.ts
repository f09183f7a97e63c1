import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Moves the focus to an element whenever `cause` changes to a new value, so that a screen reader reads the element. */
export function useFocusOn<Element extends HTMLElement>(cause: unknown): RefObject<Element> {
  const element = useRef<Element>(null)
  useEffect(() => {
    if (cause) element.current?.focus()
  }, [cause])
  return element
}

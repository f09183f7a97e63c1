import { useEffect, useRef, useState } from 'react'

const SAID_AFTER_MS = 1000

/** The sentence of GOV.UK's character count. A negative number means too many characters. */
export function charactersLeft(left: number): string {
  const many = Math.abs(left)
  return `You have ${many} ${many === 1 ? 'character' : 'characters'} ${left < 0 ? 'too many' : 'remaining'}`
}

/**
 * The number of characters that a text area can still take, and the sentence that a screen reader announces when typing
 * pauses. Both are empty until the script runs. We do not use GOV.UK Frontend's count because it would add five
 * kilobytes to every page.
 */
export function useCharactersLeft(maxLength: number | undefined) {
  const textArea = useRef<HTMLTextAreaElement>(null)
  const [left, setLeft] = useState<number>()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const area = textArea.current
    if (!area || maxLength === undefined) return
    let clock: ReturnType<typeof setTimeout> | undefined
    const count = () => setLeft(maxLength - area.value.length)
    const typed = () => {
      count()
      clearTimeout(clock)
      clock = setTimeout(() => setSaid(charactersLeft(maxLength - area.value.length)), SAID_AFTER_MS)
    }
    count()
    area.addEventListener('input', typed)
    // When a person comes back to a page, the browser fills its form without an input event.
    window.addEventListener('pageshow', count)
    return () => {
      clearTimeout(clock)
      area.removeEventListener('input', typed)
      window.removeEventListener('pageshow', count)
    }
  }, [maxLength])
  return { textArea, left, said }
}

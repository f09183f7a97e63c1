import { useEffect, useRef, useState } from 'react'

const SAID_AFTER_MS = 1000

/** The sentence that GOV.UK's character count says. */
export function charactersLeft(left: number): string {
  const many = Math.abs(left)
  return `You have ${many} ${many === 1 ? 'character' : 'characters'} ${left < 0 ? 'too many' : 'remaining'}`
}

/**
 * How many characters a text area may still take, and what a screen reader announces once the typing pauses. Nothing
 * before the page has its script. GOV.UK Frontend's own count would bring every page five kilobytes.
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
    // The browser fills a form that one comes back to, without a word to the page.
    window.addEventListener('pageshow', count)
    return () => {
      clearTimeout(clock)
      area.removeEventListener('input', typed)
      window.removeEventListener('pageshow', count)
    }
  }, [maxLength])
  return { textArea, left, said }
}

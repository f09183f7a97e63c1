import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'
import { usePageErrors } from './page-errors.ts'

const QUESTION = 'You have not saved what you typed. Leave this page without saving it?'

// Of the page that is open; only ever touched in the browser.
let typed: HTMLFormElement | null = null
let sent: EventTarget | null = null

/** A form on the page that was typed in, or refused, and not sent since. A form that saves its own draft is none. */
function unsaved(): HTMLFormElement | null {
  const form = typed?.isConnected ? typed : document.querySelector<HTMLFormElement>('form[data-refused]')
  return form === sent || form?.dataset.kept ? null : form
}

/**
 * Asks before typed text is lost: by closing or reloading the page, by a link, by going back, or by sending another form
 * of the same page.
 */
export function useLeaveWarning(): void {
  const errors = usePageErrors()
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    Boolean(currentLocation.pathname !== nextLocation.pathname && unsaved()),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (!confirm(QUESTION)) return blocker.reset()
    typed = null
    blocker.proceed()
  }, [blocker])
  useEffect(() => {
    // An answer with errors shows the form that was sent again, and it is not saved.
    if (errors.length > 0) sent = null
  }, [errors])
  useEffect(listen, [])
}

function listen(): () => void {
  const stop = new AbortController()
  const on = (name: string, heard: (event: Event) => void) =>
    addEventListener(name, heard, { capture: true, signal: stop.signal })
  on('input', ({ target }) => {
    const { form, type, autocomplete } = target as HTMLInputElement
    // A field that names what the browser may fill in is the user's own, and typed again in a moment.
    if (form?.method !== 'post' || !/^(text|email|tel)/.test(type) || /[^of]/.test(autocomplete)) return
    typed = form
    sent = null
  })
  on('submit', (event) => {
    const form = unsaved()
    if (form && form !== event.target && !confirm(QUESTION)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (form !== event.target) typed = null
    sent = event.target
  })
  on('beforeunload', (event) => {
    if (unsaved()) event.preventDefault()
  })
  return () => stop.abort()
}

import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'
import { usePageErrors } from './page-errors.ts'

const QUESTION = 'You have not saved what you typed. Leave this page without saving it?'

// About the open page. Only the browser uses these variables.
let typed: HTMLFormElement | null = null
let sent: EventTarget | null = null

/** A form typed in or refused, and not sent since. Null for a form that saves its own draft. */
function unsaved(): HTMLFormElement | null {
  const form = typed?.isConnected ? typed : document.querySelector<HTMLFormElement>('form[data-refused]')
  return form === sent || form?.dataset.kept ? null : form
}

/** Asks before unsaved text is lost: on closing, reloading, links, going back, or sending another form. */
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
    // The answer has errors, so the sent form is shown again and is unsaved.
    if (errors.length > 0) sent = null
  }, [errors])
  useEffect(listen, [])
}

function listen(): () => void {
  const stop = new AbortController()
  const on = (name: string, listener: (event: Event) => void) =>
    addEventListener(name, listener, { capture: true, signal: stop.signal })
  on('input', ({ target }) => {
    const { form, type, autocomplete } = target as HTMLInputElement
    // A field with an autocomplete name is about the user, who can quickly type it again.
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

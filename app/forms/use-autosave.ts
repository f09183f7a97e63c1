import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { usePageErrors } from './page-errors.ts'

/** With `signed-out` and `failed`, the typed text stays in the page. After `failed`, saving is tried again. */
export type DraftState = { kind: 'untouched' | 'typing' | 'failed' | 'signed-out' } | { kind: 'saved'; at: Date }

const PAUSE_MS = 2_000
const RETRY_MS = 15_000

/**
 * Saves an unfinished form on the server two seconds after the last change. It POSTs the fields to `url` on the same
 * origin with the session's cookie; the route answers 2xx. Nothing is stored on the device.
 */
export function useAutosave(url: string): { formRef: RefObject<HTMLFormElement>; draft: DraftState } {
  const formRef = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<DraftState>({ kind: 'untouched' })
  const errors = usePageErrors()
  const saveNow = useRef<() => void>()

  useEffect(() => {
    const form = formRef.current
    if (!form) return
    let timer = 0
    // Answers may arrive in another order. Only the answer to the latest request counts.
    let latest = 0
    let unsent = false
    // Leaving this form needs no warning, unless saving failed.
    form.dataset.kept = 'yes'

    const saveIn = (wait: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => save(), wait)
    }
    const save = async (isLeaving = false) => {
      latest += 1
      const own = latest
      unsent = false
      const state = await sendDraft(url, new FormData(form), isLeaving)
      if (own !== latest) return
      form.dataset.kept = state.kind === 'saved' ? 'yes' : ''
      setDraft(state)
      if (state.kind === 'failed') saveIn(RETRY_MS)
    }
    saveNow.current = () => saveIn(0)
    const onInput = () => {
      unsent = true
      setDraft({ kind: 'typing' })
      saveIn(PAUSE_MS)
    }
    // The form itself is being sent. A draft saved afterwards would reappear as unfinished.
    const onSubmit = () => {
      latest += 1
      unsent = false
      form.dataset.kept = ''
      window.clearTimeout(timer)
    }

    form.addEventListener('input', onInput)
    const onLeave = () => {
      window.clearTimeout(timer)
      if (unsent) save(true)
    }

    form.addEventListener('submit', onSubmit)
    window.addEventListener('pagehide', onLeave)
    return () => {
      onLeave()
      window.removeEventListener('pagehide', onLeave)
      form.removeEventListener('input', onInput)
      form.removeEventListener('submit', onSubmit)
    }
  }, [url])

  // Sending the form stopped its draft, and the form came back: what was typed is nowhere else.
  useEffect(() => {
    if (errors.length > 0) saveNow.current?.()
  }, [errors])

  return { formRef, draft }
}

async function sendDraft(url: string, fields: FormData, keepalive: boolean): Promise<DraftState> {
  try {
    // The only redirect is to the sign-in page.
    const answer = await fetch(url, { method: 'POST', body: fields, redirect: 'manual', keepalive })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'signed-out' }
    if (!answer.ok) return { kind: 'failed' }
    return { kind: 'saved', at: new Date(answer.headers.get('date') ?? Date.now()) }
  } catch {
    return { kind: 'failed' }
  }
}

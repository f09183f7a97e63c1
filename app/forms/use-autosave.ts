import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'

/** `signed-out` and `failed` keep what was typed in the page; `failed` is tried again by itself. */
export type DraftState = { kind: 'untouched' | 'typing' | 'failed' | 'signed-out' } | { kind: 'saved'; at: Date }

const PAUSE_MS = 2_000
const RETRY_MS = 15_000

/**
 * Saves a half-filled form on the server while it is being typed: POSTs its fields to `url` (same origin, the session's
 * cookie) two seconds after the last key. The route answers 2xx. Nothing is kept on the device.
 */
export function useAutosave(url: string): { formRef: RefObject<HTMLFormElement>; draft: DraftState } {
  const formRef = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<DraftState>({ kind: 'untouched' })

  useEffect(() => {
    const form = formRef.current
    if (!form) return
    let timer = 0
    // Answers can overtake each other; only the answer to the latest counts.
    let latest = 0
    let unsent = false
    // Leaving such a form needs no warning, unless what was typed could not be saved.
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
    const onInput = () => {
      unsent = true
      setDraft({ kind: 'typing' })
      saveIn(PAUSE_MS)
    }
    // The form is being sent for good: a draft written after it would come back as a ghost.
    const onSubmit = () => {
      latest += 1
      unsent = false
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

  return { formRef, draft }
}

async function sendDraft(url: string, fields: FormData, keepalive: boolean): Promise<DraftState> {
  try {
    // A redirect can only lead to the sign-in page.
    const answer = await fetch(url, { method: 'POST', body: fields, redirect: 'manual', keepalive })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'signed-out' }
    if (!answer.ok) return { kind: 'failed' }
    return { kind: 'saved', at: new Date(answer.headers.get('date') ?? Date.now()) }
  } catch {
    return { kind: 'failed' }
  }
}

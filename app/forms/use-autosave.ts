import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { usePageErrors } from './page-errors.ts'

/** With `signed-out`, `ended` and `failed`, the typed text stays in the page. After `failed`, saving is tried again. */
export type DraftState =
  | { kind: 'untouched' | 'typing' | 'failed' | 'signed-out' | 'ended' }
  | { kind: 'saved'; at: Date }

const PAUSE_MS = 2_000
const RETRY_MS = 15_000

/**
 * Saves an unfinished form on the server two seconds after the last change. It POSTs the fields to `url` on the same
 * origin with the session's cookie; the route answers 2xx, or 410 once the form was sent elsewhere. Nothing is stored on the device.
 */
export function useAutosave(url: string): { formRef: RefObject<HTMLFormElement>; draft: DraftState } {
  const formRef = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<DraftState>({ kind: 'untouched' })
  const errors = usePageErrors()
  const saving = useRef<Autosave | null>(null)

  useEffect(() => {
    if (!formRef.current) return
    saving.current = autosave(formRef.current, url, setDraft)
    return () => saving.current?.stop()
  }, [url])

  // Sending the form stopped its draft, and the form came back: what was typed is nowhere else.
  useEffect(() => {
    if (errors.length > 0) saving.current?.saveNow()
  }, [errors])

  return { formRef, draft }
}

interface Autosave {
  saveNow: () => void
  stop: () => void
}

function autosave(form: HTMLFormElement, url: string, say: (draft: DraftState) => void): Autosave {
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
    say(state)
    if (state.kind === 'failed') saveIn(RETRY_MS)
  }
  const onInput = () => {
    unsent = true
    say({ kind: 'typing' })
    saveIn(PAUSE_MS)
  }
  // The form itself is being sent. A draft saved afterwards would reappear as unfinished.
  const onSubmit = () => {
    latest += 1
    unsent = false
    form.dataset.kept = ''
    window.clearTimeout(timer)
  }
  const onLeave = () => {
    window.clearTimeout(timer)
    if (unsent) save(true)
  }

  const listening = new AbortController()
  form.addEventListener('input', onInput, listening)
  form.addEventListener('submit', onSubmit, listening)
  window.addEventListener('pagehide', onLeave, listening)
  return {
    saveNow: () => saveIn(0),
    stop: () => {
      onLeave()
      listening.abort()
    },
  }
}

async function sendDraft(url: string, fields: FormData, keepalive: boolean): Promise<DraftState> {
  try {
    // The only redirect is to the sign-in page.
    const answer = await fetch(url, { method: 'POST', body: fields, redirect: 'manual', keepalive })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'signed-out' }
    if (answer.status === 410) return { kind: 'ended' }
    if (!answer.ok) return { kind: 'failed' }
    return { kind: 'saved', at: new Date(answer.headers.get('date') ?? Date.now()) }
  } catch {
    return { kind: 'failed' }
  }
}

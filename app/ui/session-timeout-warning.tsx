import { useEffect, useRef, useState } from 'react'
import type { InstantValue } from './say-time.ts'
import { sayTimeOfDay } from './say-time.ts'

interface SessionTimeoutWarningProps {
  /** When the session ends if nobody does anything. */
  idleEndsAt: InstantValue
  /** When it ends whatever happens. */
  absoluteEndsAt: InstantValue
  /** The server's time when it rendered the page, because the device's clock may be wrong. */
  now: InstantValue
  /** Answers a POST with JSON `{ idleEndsAt, now }`, ISO 8601, when the session goes on; 401 or a redirect when not. */
  stayUrl: string
  signInHref: string
  warnMinutes?: number
}

type Phase = 'quiet' | 'warning' | 'ended'

/**
 * Warns before the session ends and keeps the form that is being filled in: the page stays as it is behind the dialog,
 * out of sight once the session has ended. Without JavaScript it shows nothing.
 */
export function SessionTimeoutWarning(props: SessionTimeoutWarningProps) {
  const { absoluteEndsAt, stayUrl, signInHref, warnMinutes = 2 } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [idle, setIdle] = useState({ endsAt: props.idleEndsAt, now: props.now })
  const [phase, setPhase] = useState<Phase>('quiet')
  const endsAt = earlier(idle.endsAt, absoluteEndsAt)
  const canStay = endsAt < time(absoluteEndsAt)

  useEffect(() => setIdle({ endsAt: props.idleEndsAt, now: props.now }), [props.idleEndsAt, props.now])

  useEffect(() => {
    setPhase('quiet')
    const left = endsAt - time(idle.now)
    const warn = window.setTimeout(() => setPhase('warning'), Math.max(0, left - warnMinutes * 60_000))
    const end = window.setTimeout(() => setPhase('ended'), Math.max(0, left))
    return () => {
      window.clearTimeout(warn)
      window.clearTimeout(end)
    }
  }, [endsAt, idle.now, warnMinutes])

  useEffect(() => {
    if (phase === 'quiet') dialog.current?.close()
    else if (!dialog.current?.open) dialog.current?.showModal()
  }, [phase])

  const stay = async () => {
    const next = await askToStay(stayUrl)
    if (next) setIdle(next)
    else setPhase('ended')
  }

  return (
    <dialog
      ref={dialog}
      className={phase === 'ended' ? 'accord-timeout accord-timeout--ended' : 'accord-timeout'}
      aria-labelledby="timeout-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="timeout-title" className="govuk-heading-m">
        {phase === 'ended' ? 'You have been signed out' : `You will be signed out at ${sayTimeOfDay(new Date(endsAt))}`}
      </h2>
      {phase === 'ended' ? <EndedText signInHref={signInHref} /> : <WarningBody canStay={canStay} />}
      <div className="govuk-button-group">
        {phase === 'ended' || canStay ? (
          <button type="button" className="govuk-button" onClick={stay}>
            {phase === 'ended' ? 'I have signed in again: carry on' : 'Stay signed in'}
          </button>
        ) : (
          <button type="button" className="govuk-button" onClick={() => dialog.current?.close()}>
            Back to the page
          </button>
        )}
      </div>
    </dialog>
  )
}

function WarningBody({ canStay }: { canStay: boolean }) {
  return (
    <p className="govuk-body">
      {canStay
        ? 'You have not done anything for a while. What you have typed stays on the page.'
        : 'Everybody signs in anew after some hours. Save what you have typed now.'}
    </p>
  )
}

function EndedText({ signInHref }: { signInHref: string }) {
  return (
    <p className="govuk-body">
      What you typed is still here, behind this message.{' '}
      <a className="govuk-link" href={signInHref} target="_blank" rel="noreferrer">
        Sign in again in a new tab
      </a>
      , then come back.
    </p>
  )
}

async function askToStay(stayUrl: string): Promise<{ endsAt: string; now: string } | null> {
  try {
    const answer = await fetch(stayUrl, { method: 'POST', redirect: 'manual' })
    if (!answer.ok) return null
    const { idleEndsAt, now } = (await answer.json()) as { idleEndsAt: string; now: string }
    return { endsAt: idleEndsAt, now }
  } catch {
    return null
  }
}

function earlier(a: InstantValue, b: InstantValue): number {
  return Math.min(time(a), time(b))
}

function time(at: InstantValue): number {
  return new Date(at).getTime()
}

import { useEffect, useRef, useState } from 'react'
import type { InstantValue } from '../time/say-time.ts'
import { sayTimeOfDay } from '../time/say-time.ts'

/** When the session ends. `now` comes from the server, because the device's clock may be wrong. */
interface SessionTimes {
  /** The end if the person does nothing more. */
  idleEndsAt: InstantValue
  /** The end in any case. */
  absoluteEndsAt: InstantValue
  now: InstantValue
}

interface SessionTimeoutWarningProps extends SessionTimes {
  /**
   * Where to ask for more time, with a POST. The answer is JSON with the three times (ISO 8601), or 401 or a redirect
   * when the session has ended. The address names the page's user; another person who has signed in on the same device
   * gets 401.
   */
  stayUrl: string
  signInHref: string
  warnMinutes?: number
}

type Phase = 'quiet' | 'warning' | 'ended'

/**
 * Warns before the session ends and keeps a form that the person is filling in: the page stays behind the dialog, and
 * becomes invisible when the session ends. It needs JavaScript.
 */
export function SessionTimeoutWarning(props: SessionTimeoutWarningProps) {
  const { idleEndsAt, absoluteEndsAt, now, stayUrl, signInHref, warnMinutes = 2 } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [times, setTimes] = useState<SessionTimes>(props)
  const [phase, setPhase] = useState<Phase>('quiet')
  const canStay = time(times.idleEndsAt) < time(times.absoluteEndsAt)
  const endsAt = Math.min(time(times.idleEndsAt), time(times.absoluteEndsAt))

  // Every page that the server sends extends the session.
  useEffect(() => setTimes({ idleEndsAt, absoluteEndsAt, now }), [idleEndsAt, absoluteEndsAt, now])

  useEffect(() => {
    const left = endsAt - time(times.now)
    const warn = window.setTimeout(() => setPhase('warning'), Math.max(0, left - warnMinutes * 60_000))
    const end = window.setTimeout(() => setPhase('ended'), Math.max(0, left))
    setPhase('quiet')
    return () => {
      window.clearTimeout(warn)
      window.clearTimeout(end)
    }
  }, [endsAt, times.now, warnMinutes])

  useEffect(() => {
    if (phase === 'quiet') dialog.current?.close()
    else if (!dialog.current?.open) dialog.current?.showModal()
  }, [phase])

  const stay = async () => {
    const next = await askToStay(stayUrl)
    if (next) setTimes(next)
    else setPhase('ended')
  }

  return (
    <dialog
      ref={dialog}
      className={phase === 'ended' ? 'accord-timeout accord-timeout--ended' : 'accord-timeout'}
      aria-labelledby="timeout-title"
      // Escape closes the warning, but must not reveal the page after the session has ended.
      onClose={() => (phase === 'ended' ? dialog.current?.showModal() : undefined)}
    >
      <h2 id="timeout-title" className="govuk-heading-m">
        {phase === 'ended' ? 'You have been signed out' : `You will be signed out at ${sayTimeOfDay(new Date(endsAt))}`}
      </h2>
      <p className="govuk-body">
        {phase === 'ended' ? <HowToCarryOn signInHref={signInHref} /> : WARNINGS[canStay ? 'idle' : 'absolute']}
      </p>
      {phase === 'ended' || canStay ? (
        <button type="button" className="govuk-button" onClick={stay}>
          {phase === 'ended' ? 'I have signed in again, continue' : 'Stay signed in'}
        </button>
      ) : (
        <button type="button" className="govuk-button" onClick={() => dialog.current?.close()}>
          Back to the page
        </button>
      )}
    </dialog>
  )
}

const WARNINGS = {
  idle: 'You have not done anything for a while. What you have typed stays on the page.',
  absolute: 'You must sign in again after some hours. Save what you have typed now.',
} as const

function HowToCarryOn({ signInHref }: { signInHref: string }) {
  return (
    <>
      What you typed is still here, behind this message.{' '}
      <a className="govuk-link" href={signInHref} target="_blank" rel="noreferrer">
        Sign in again in a new tab
      </a>
      , then come back.
    </>
  )
}

async function askToStay(stayUrl: string): Promise<SessionTimes | null> {
  try {
    const answer = await fetch(stayUrl, { method: 'POST', redirect: 'manual' })
    return answer.ok ? ((await answer.json()) as SessionTimes) : null
  } catch {
    return null
  }
}

function time(at: InstantValue): number {
  return new Date(at).getTime()
}

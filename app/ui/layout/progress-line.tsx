import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** Shorter waits pass unnoticed, and a word at each click would only be noise. */
const NOTICED_AFTER_MS = 600

/**
 * Says that the next page, or the answer to a form, is on its way: a page that is changed in place has no spinner of the
 * browser's. Names in `data-page` which entry of the history stands on the screen, once it does.
 */
export function ProgressLine() {
  const { state } = useNavigation()
  const { key } = useLocation()
  const [shown, setShown] = useState({ page: '', late: false })
  const isIdle = state === 'idle'

  useEffect(() => setShown({ page: key, late: false }), [key])

  useEffect(() => {
    if (isIdle) return setShown((before) => ({ ...before, late: false }))
    const timer = window.setTimeout(() => setShown((before) => ({ ...before, late: true })), NOTICED_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [isIdle])

  const words = state === 'submitting' ? 'Sending…' : 'Loading…'
  return (
    <div className="accord-progress" role="status" data-page={shown.page || undefined}>
      {shown.late && !isIdle ? <span className="accord-progress__words">{words}</span> : null}
    </div>
  )
}

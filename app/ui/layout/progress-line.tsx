import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** People do not notice shorter waits, and a message at each click would be noise. */
const NOTICED_AFTER_MS = 600

/**
 * Announces that the next page or the answer to a form is loading, because the browser shows no progress when a page
 * changes in place. `data-page` names the history entry that is shown.
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

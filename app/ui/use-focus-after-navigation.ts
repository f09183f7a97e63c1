import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

// Outlives the layout, which an error page may replace. Only ever touched in the browser.
let pathnameBefore: string | undefined

/**
 * After a move to another page without a full load, puts the focus on that page's heading, as a full load would start
 * at the top; otherwise a screen reader says nothing and the keyboard stays where the old page was.
 */
export function useFocusAfterNavigation(): void {
  const { pathname, hash } = useLocation()
  useEffect(() => {
    const moved = pathnameBefore !== undefined && pathnameBefore !== pathname
    pathnameBefore = pathname
    // A banner or an error summary has taken the focus already, and says more.
    if (!moved || hash || document.activeElement?.closest('[role=alert], .govuk-error-summary')) return
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }, [pathname, hash])
}

import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

// It outlives the layout, which an error page may replace. Only ever touched in the browser.
let before: { pathname: string; address: string; step: string | undefined } | undefined

/**
 * After a move to another page without a full load, puts the focus on that page's heading, as a full load would start
 * at the top; otherwise a screen reader says nothing and the keyboard stays where the old page was. After a choice on
 * the same page it goes to the heading of the step that the choice opened, which has `data-next-step`.
 */
export function useFocusAfterNavigation(): void {
  const { pathname, search, hash } = useLocation()
  useEffect(() => {
    const next = document.querySelector<HTMLElement>('main [data-next-step]')
    const now = { pathname, address: pathname + search, step: next?.dataset.nextStep }
    const was = before
    before = now
    // A banner or an error summary has taken the focus already, and says more.
    if (!was || was.address === now.address || hash) return
    if (document.activeElement?.closest('[role=alert], .govuk-error-summary')) return
    const isOtherPage = was.pathname !== pathname
    const heading = isOtherPage ? document.querySelector<HTMLElement>('main h1') : was.step === now.step ? null : next
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: isOtherPage })
  }, [pathname, search, hash])
}

import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

// Outside the component, because an error page may replace the layout. Only the browser uses it.
let before: { pathname: string; address: string; step: string | undefined } | undefined

/**
 * Moves the focus to the heading of a new page that was opened without a full load. Otherwise a screen reader stays
 * silent and the keyboard focus stays where the old page was. After a choice on the same page, the focus moves to the
 * heading of the step that the choice opened, marked with `data-next-step`.
 */
export function useFocusAfterNavigation(): void {
  const { pathname, search, hash } = useLocation()
  useEffect(() => {
    const next = document.querySelector<HTMLElement>('main [data-next-step]')
    const now = { pathname, address: pathname + search, step: next?.dataset.nextStep }
    const was = before
    before = now
    // A banner or an error summary may already have the focus; both say more than the heading.
    if (!was || was.address === now.address || hash) return
    if (document.activeElement?.closest('[role=alert], .govuk-error-summary')) return
    const isOtherPage = was.pathname !== pathname
    const heading = isOtherPage ? document.querySelector<HTMLElement>('main h1') : was.step === now.step ? null : next
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: isOtherPage })
  }, [pathname, search, hash])
}

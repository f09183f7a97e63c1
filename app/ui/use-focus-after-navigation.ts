import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

// These outlive the layout, which an error page may replace. Only ever touched in the browser.
let pathnameBefore: string | undefined
let stepBefore: string | undefined

/**
 * After a move to another page without a full load, puts the focus on that page's heading, as a full load would start
 * at the top; otherwise a screen reader says nothing and the keyboard stays where the old page was. After a choice on
 * the same page it goes to the heading of the step that the choice opened, which has `data-next-step`.
 */
export function useFocusAfterNavigation(): void {
  const { pathname, search, hash } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice changes the search alone.
  useEffect(() => {
    const [page, step] = [pathnameBefore, stepBefore]
    const next = document.querySelector<HTMLElement>('main [data-next-step]')
    pathnameBefore = pathname
    stepBefore = next?.dataset.nextStep
    const heading =
      page !== pathname ? document.querySelector<HTMLElement>('main h1') : step !== stepBefore ? next : null
    // A banner or an error summary has taken the focus already, and says more.
    if (!page || hash || document.activeElement?.closest('[role=alert], .govuk-error-summary')) return
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: page !== pathname })
  }, [pathname, search, hash])
}

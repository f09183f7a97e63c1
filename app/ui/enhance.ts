import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'

const MODULES = {
  'govuk-character-count': CharacterCount,
  'govuk-checkboxes': Checkboxes,
  'govuk-error-summary': ErrorSummary,
  'govuk-service-navigation': ServiceNavigation,
} as const

/**
 * Gives the page GOV.UK Frontend's behaviour, now and for everything that comes into it later. Call it once, after
 * hydration: the modules change the document, and React would take an earlier change for a mismatch. Gives back what
 * undoes it, as an effect does: an error page may replace the whole document.
 */
export function enhance(): () => void {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  startModules()
  const newcomers = new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length > 0)) startModules()
  })
  newcomers.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('click', closeMenuAfterChoice)
  return () => {
    newcomers.disconnect()
    document.removeEventListener('click', closeMenuAfterChoice)
  }
}

function startModules(): void {
  for (const [name, Module] of Object.entries(MODULES)) {
    // A module marks what it has started, so nothing is started twice.
    for (const root of document.querySelectorAll(`[data-module="${name}"]:not([data-${name}-init])`)) new Module(root)
  }
}

// The navigation stays in the document from page to page, so its open menu would stay open over the next page.
function closeMenuAfterChoice({ target }: MouseEvent): void {
  if (!(target instanceof Element) || !target.closest('.govuk-service-navigation__link')) return
  document.querySelector<HTMLElement>('.govuk-service-navigation__toggle[aria-expanded="true"]')?.click()
}

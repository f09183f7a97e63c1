/** Modules of GOV.UK Frontend that only some pages need. A page loads them when it contains their elements. */
const MODULES = {
  'govuk-checkboxes': async () =>
    (await import('govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs')).Checkboxes,
} as const

/**
 * Adds GOV.UK Frontend's behaviour to the page, and to elements that are added later. Call it once, after hydration:
 * the modules change the document, and React would report an earlier change as a mismatch.
 * @returns a function that undoes it, for an error page that replaces the document
 */
export function enhance(): () => void {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  startModules()
  const newcomers = new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length > 0)) startModules()
  })
  newcomers.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('keydown', goToSearch)
  return () => {
    newcomers.disconnect()
    document.removeEventListener('keydown', goToSearch)
  }
}

/** The key in localStorage that means the user has turned the shortcut off. */
export const SEARCH_KEY = 'search-key'

/** Moves the focus to the search box when / is pressed outside a field. */
function goToSearch(event: KeyboardEvent): void {
  const { key, target, ctrlKey, altKey, metaKey } = event
  if (key !== '/' || ctrlKey || altKey || metaKey || localStorage.getItem(SEARCH_KEY)) return
  if ((target as Element).closest('input,textarea,select')) return
  const box = document.getElementById('find')
  if (!box) return
  event.preventDefault()
  box.focus()
}

function startModules(): void {
  for (const [name, load] of Object.entries(MODULES)) {
    // A module marks the elements it has started on, so none is started twice.
    const notStarted = `[data-module="${name}"]:not([data-${name}-init])`
    if (!document.querySelector(notStarted)) continue
    load().then(
      (Module) => {
        for (const root of document.querySelectorAll(notStarted)) new Module(root)
      },
      // If the module cannot be loaded, the page works as it does without JavaScript.
      () => {},
    )
  }
}

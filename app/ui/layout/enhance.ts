/** Of GOV.UK Frontend, what only some pages need, fetched by those. */
const MODULES = {
  'govuk-checkboxes': async () =>
    (await import('govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs')).Checkboxes,
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
  document.addEventListener('keydown', goToSearch)
  return () => {
    newcomers.disconnect()
    document.removeEventListener('keydown', goToSearch)
  }
}

/** Where a browser remembers that its user wants no shortcut. */
export const SEARCH_KEY = 'search-key'

/** The key / moves to the search box, where nothing else takes what is typed. */
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
    // A module marks what it has started, so nothing is started twice.
    const notStarted = `[data-module="${name}"]:not([data-${name}-init])`
    if (!document.querySelector(notStarted)) continue
    load().then(
      (Module) => {
        for (const root of document.querySelectorAll(notStarted)) new Module(root)
      },
      // Without the line to fetch it, the page works as it does without JavaScript.
      () => {},
    )
  }
}

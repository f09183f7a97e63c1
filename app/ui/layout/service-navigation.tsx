import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'

export interface NavigationItem {
  label: string
  href: string
  current?: boolean
}

/** The sections of the portal that this person may open. On a phone they are behind "Menu", if JavaScript runs. */
export function ServiceNavigation({ items }: { items: readonly NavigationItem[] }) {
  const isNarrow = useNarrow()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="govuk-service-navigation accord-no-print">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
              aria-controls="navigation"
              aria-expanded={isOpen}
              hidden={!isNarrow}
              onClick={() => setOpen(!isOpen)}
            >
              Menu
            </button>
            <ul className="govuk-service-navigation__list" id="navigation" hidden={isNarrow && !isOpen}>
              {items.map((item) => (
                <li
                  key={item.href}
                  className={`govuk-service-navigation__item${item.current ? ' govuk-service-navigation__item--active' : ''}`}
                >
                  <Link
                    to={item.href}
                    className="govuk-service-navigation__link"
                    aria-current={item.current ? 'page' : undefined}
                    // The navigation stays when the page changes. If it stayed open, it would cover the next page.
                    onClick={() => setOpen(false)}
                  >
                    {item.current ? (
                      <strong className="govuk-service-navigation__active-fallback">{item.label}</strong>
                    ) : (
                      item.label
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  )
}

// GOV.UK's tablet breakpoint, where the sections fit beside each other.
const WIDE = '(min-width: 40.0625rem)'

/** Whether the screen is narrower than that. False until the script runs. */
function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useEffect(() => {
    const wide = window.matchMedia(WIDE)
    const look = () => setNarrow(!wide.matches)
    look()
    wide.addEventListener('change', look)
    return () => wide.removeEventListener('change', look)
  }, [])
  return isNarrow
}

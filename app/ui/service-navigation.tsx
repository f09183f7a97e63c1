import { Link } from '@remix-run/react'

export interface NavigationItem {
  label: string
  href: string
  current?: boolean
}

/** The sections of the portal this person may open. On a phone they fold behind "Menu", if there is JavaScript. */
export function ServiceNavigation({ items }: { items: readonly NavigationItem[] }) {
  return (
    <div className="govuk-service-navigation accord-no-print" data-module="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
              aria-controls="navigation"
              hidden
            >
              Menu
            </button>
            <ul className="govuk-service-navigation__list" id="navigation">
              {items.map((item) => (
                <li
                  key={item.href}
                  className={`govuk-service-navigation__item${item.current ? ' govuk-service-navigation__item--active' : ''}`}
                >
                  <Link
                    to={item.href}
                    className="govuk-service-navigation__link"
                    aria-current={item.current ? 'page' : undefined}
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

import { Link } from '@remix-run/react'

interface SubNavigationProps {
  /** The name of the region for screen readers: "Parts of the case". */
  label: string
  items: readonly { label: string; href: string; current?: boolean }[]
}

/** Tabs that are links to pages. Leave out tabs that would be empty. */
export function SubNavigation({ label, items }: SubNavigationProps) {
  return (
    <nav className="moj-sub-navigation" aria-label={label}>
      <ul className="moj-sub-navigation__list">
        {items.map((item) => (
          <li key={item.href} className="moj-sub-navigation__item">
            <Link to={item.href} className="moj-sub-navigation__link" aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

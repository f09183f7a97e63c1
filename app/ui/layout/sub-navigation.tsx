import { Link } from '@remix-run/react'

interface SubNavigationProps {
  /** Names the region: "Parts of the case". */
  label: string
  items: readonly { label: string; href: string; current?: boolean }[]
}

/** Tabs that are links, each a page of its own. Leave out the tabs that would be empty. */
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

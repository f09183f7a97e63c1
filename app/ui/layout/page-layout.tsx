import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { usePageErrors } from '../../forms/page-errors.ts'
import type { InstantValue } from '../time/say-time.ts'
import { sayFullInstant } from '../time/say-time.ts'
import { PageFooter } from './page-footer.tsx'
import type { SignedInPerson } from './page-header.tsx'
import { PageHeader } from './page-header.tsx'
import { ProgressLine } from './progress-line.tsx'
import type { NavigationItem } from './service-navigation.tsx'
import { ServiceNavigation } from './service-navigation.tsx'
import { useFocusAfterNavigation } from './use-focus-after-navigation.ts'

interface PageLayoutProps {
  /** The sections for this role. `current` defaults to whether the address is within the section. */
  navigation: readonly NavigationItem[]
  signedIn?: SignedInPerson
  demo?: boolean
  now: InstantValue
  /** Shown above the page's content: the result of an action. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of every page: skip link, header, navigation, the errors of its form, content, footer. */
export function PageLayout({ navigation, signedIn, demo, now, banner, children }: PageLayoutProps) {
  const { pathname } = useLocation()
  const errors = usePageErrors()
  useFocusAfterNavigation()
  const items = navigation.map((item) => ({ ...item, current: item.current ?? isWithin(pathname, item.href) }))
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      <ProgressLine />
      <header>
        <PageHeader signedIn={signedIn} />
        {items.length > 0 ? <ServiceNavigation items={items} /> : null}
        {demo ? <DemonstrationLine /> : null}
      </header>
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" id="main-content">
          <ErrorSummary errors={errors} />
          {banner}
          {children}
        </main>
      </div>
      <PageFooter printLine={signedIn ? printLine(signedIn, now) : undefined} />
    </>
  )
}

function DemonstrationLine() {
  return (
    <div className="govuk-phase-banner govuk-width-container accord-no-print">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-phase-banner__content__tag">Demonstration</strong>
        <span className="govuk-phase-banner__text">All people here are invented. Nothing leaves this computer.</span>
      </p>
    </div>
  )
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || (href !== '/' && pathname.startsWith(`${href}/`))
}

function printLine({ name, agencyName }: SignedInPerson, now: InstantValue): string {
  return `Printed by ${name}, ${agencyName}, on ${sayFullInstant(now)}. “Today” means that day. Keep it safe: it may hold personal data.`
}

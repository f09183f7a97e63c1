import { Link } from '@remix-run/react'
import { href } from '../../href.ts'

interface PageFooterProps {
  /** Only on paper, who printed the page and when: "Printed by Sam Okafor, Northgate Housing, on …". */
  printLine?: string
}

export function PageFooter({ printLine }: PageFooterProps) {
  return (
    <footer className="govuk-footer">
      <div className="govuk-width-container">
        <div className="govuk-footer__meta accord-no-print">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            <h2 className="govuk-visually-hidden">Support links</h2>
            <ul className="govuk-footer__inline-list">
              <li className="govuk-footer__inline-list-item">
                <Link to={href('/standards')} className="govuk-footer__link">
                  Our standards
                </Link>
              </li>
              <li className="govuk-footer__inline-list-item">
                <Link to={href('/accessibility')} className="govuk-footer__link">
                  Accessibility statement
                </Link>
              </li>
              <li className="govuk-footer__inline-list-item accord-needs-script">
                <button type="button" className="accord-footer__print" onClick={() => window.print()}>
                  Print this page
                </button>
              </li>
            </ul>
          </div>
        </div>
        {printLine ? <p className="accord-print-only">{printLine}</p> : null}
      </div>
    </footer>
  )
}

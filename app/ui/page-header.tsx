import { Link } from '@remix-run/react'

/** Who is signed in, as the header shows it. */
export interface SignedIn {
  name: string
  agencyName: string
  accountHref: string
  signOutHref: string
}

/** The wordmark, and who is signed in with the way out. Signing out is a form: a link could be followed by accident. */
export function PageHeader({ signedIn }: { signedIn?: SignedIn }) {
  return (
    <div className="accord-header">
      <div className="govuk-width-container accord-header__container">
        <Link to="/" className="accord-header__wordmark">
          Accord
        </Link>
        {signedIn ? (
          <div className="accord-header__person accord-no-print">
            <Link to={signedIn.accountHref} className="accord-header__link">
              <span className="govuk-visually-hidden">Your account: </span>
              {signedIn.name}, {signedIn.agencyName}
            </Link>
            <form method="post" action={signedIn.signOutHref} autoComplete="off">
              <button type="submit" className="accord-header__link accord-header__sign-out">
                Sign out
              </button>
            </form>
          </div>
        ) : null}
      </div>
    </div>
  )
}

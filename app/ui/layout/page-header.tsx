import { Link } from '@remix-run/react'

export interface SignedInPerson {
  name: string
  agencyName: string
  accountHref: string
  signOutHref: string
  /** The address that a search is sent to. Empty for people who do not work with cases. */
  searchHref: string
}

/** Wordmark, search, account, sign-out. Signing out is a form: browsers may follow a link by accident. */
export function PageHeader({ signedIn }: { signedIn?: SignedInPerson }) {
  return (
    <div className="accord-header">
      <div className="govuk-width-container accord-header__container">
        <Link to="/" className="accord-header__wordmark">
          Accord
        </Link>
        {signedIn?.searchHref ? <SearchBox href={signedIn.searchHref} /> : null}
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

/** A POST form: browsers and proxies remember addresses, so a name must not be in one. */
function SearchBox({ href }: { href: string }) {
  return (
    <search className="accord-header__find accord-no-print">
      <form method="post" action={href} autoComplete="off" className="accord-header__search">
        <label htmlFor="find" className="govuk-visually-hidden">
          Find a case or referral by name, reference or phone
        </label>
        <input
          id="find"
          name="search"
          type="search"
          className="govuk-input"
          placeholder="Name, reference or phone"
          autoComplete="off"
        />
        <button type="submit" className="govuk-button govuk-button--inverse">
          Search
        </button>
      </form>
    </search>
  )
}

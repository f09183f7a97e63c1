import { ButtonLink } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { WarningText } from '../../ui/warning-text.tsx'

interface RecoveryCodesProps {
  title: string
  codes: string[]
  onwardHref: string
}

/** Ten codes, shown once, on a page that prints well. */
export function RecoveryCodes({ title, codes, onwardHref }: RecoveryCodesProps) {
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <WarningText>These recovery codes are shown once. Keep them on paper, away from your phone.</WarningText>
      <p className="govuk-body">
        If you lose your phone, type one of them in place of the app’s code. Each works once. Your earlier codes no
        longer work.
      </p>
      <ol className="govuk-list govuk-list--number">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="govuk-body accord-no-print">To print them, use “Print this page” at the bottom of the page.</p>
      <div className="accord-no-print">
        <ButtonLink href={onwardHref}>I have saved the codes, continue</ButtonLink>
      </div>
    </>
  )
}

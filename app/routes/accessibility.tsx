import type { MetaFunction } from '@remix-run/node'
import { href } from '../href.ts'
import { documentTitle } from '../ui/layout/document-title.ts'
import { PageTitle } from '../ui/layout/page-title.tsx'
import { TextLink } from '../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Accessibility statement') }]

export default function AccessibilityPage() {
  return (
    <>
      <PageTitle>Accessibility statement</PageTitle>
      <p className="govuk-body">
        Accord is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every task works without
        JavaScript, by keyboard alone, at 400 % zoom and on a screen 320 pixels wide.
      </p>
      <h2 className="govuk-heading-m">How we check it</h2>
      <p className="govuk-body">
        After each change, an automatic check tests every page at two widths. It must find no problems. People who use
        assistive technology every day have not tested it yet, so there may be barriers that the automatic check cannot
        find.
      </p>
      <h2 className="govuk-heading-m">If something stops you</h2>
      <p className="govuk-body">
        Tell your agency’s manager or the partnership’s coordinator. Their addresses are in the{' '}
        <TextLink href={href('/agencies')}>list of agencies</TextLink>. A report can always be taken by telephone or in
        person.
      </p>
    </>
  )
}

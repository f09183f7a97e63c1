import { TextLink } from '../text-link.tsx'

/** Below a list: its rows as a file, with the filters and at the place that `href` has. */
export function DownloadLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="govuk-body accord-no-print">
      <TextLink href={href} reload>
        {children}
      </TextLink>
    </p>
  )
}

import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { WantedOption } from './read-wanted-options.server.ts'

/** What the client wants of the five options, and what followed, beside the plan that is made of it. */
export function WantedOptions({ caseId, wanted }: { caseId: string; wanted: readonly WantedOption[] }) {
  const options = <TextLink href={href('/cases/:caseId/options', { caseId })}>See the five options</TextLink>
  return (
    <>
      <h2 className="govuk-heading-m">Options that the client wants</h2>
      {wanted.length === 0 ? (
        <EmptyState why="No option is wanted yet. The client decides about each of the five.">{options}</EmptyState>
      ) : (
        <>
          <ul className="govuk-list govuk-list--bullet">
            {wanted.map(({ option, label, record }) => (
              <li key={option}>
                {label}
                {record.map(({ id, href: to, label: what, state }) => (
                  <div key={id}>
                    <TextLink href={to}>{what}</TextLink>: {state}
                  </div>
                ))}
              </li>
            ))}
          </ul>
          <p className="govuk-body">{options}</p>
        </>
      )}
    </>
  )
}

import { Button } from '../../ui/button.tsx'
import { DemoCard, DemoCards } from '../../ui/demo-card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form } from '../../ui/form.tsx'
import { HiddenField } from '../../ui/hidden-field.tsx'
import type { DemoAgency } from './read-demo-people.server.ts'

/** The invented people of the demonstration as cards, an agency after the other; one click signs in. */
export function DemoPeople({ agencies, to }: { agencies: DemoAgency[]; to: string }) {
  return (
    <>
      {agencies.length === 0 ? <EmptyState why="The demonstration has no people yet." /> : null}
      {agencies.map((agency) => (
        <section key={agency.agencyId} aria-labelledby={`agency-${agency.agencyId}`}>
          <h2 className="govuk-heading-m" id={`agency-${agency.agencyId}`}>
            {agency.name}
          </h2>
          <DemoCards>
            {agency.people.map(({ staffId, name, role, shows }) => (
              <DemoCard key={staffId} name={name} role={role} shows={shows}>
                <Form action="/sign-in/demo">
                  <HiddenField name="staffId" value={staffId} />
                  <HiddenField name="to" value={to} />
                  <Button variant="secondary">Sign in as {name}</Button>
                </Form>
              </DemoCard>
            ))}
          </DemoCards>
        </section>
      ))}
    </>
  )
}

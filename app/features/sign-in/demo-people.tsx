import { Form } from '../../forms/form.tsx'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { DemoCard, DemoCards } from '../../ui/demo-card.tsx'
import { Details } from '../../ui/details.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import type { DemoPeopleData } from './read-demo-people.server.ts'

interface DemoPeopleProps {
  demo: DemoPeopleData
  to: string
}

/** The demo's invented people as cards; one click signs in. The people to start with come first. */
export function DemoPeople({ demo: { first, agencies }, to }: DemoPeopleProps) {
  if (agencies.length === 0) return <EmptyState why="The demonstration has no people yet." />
  const everybody = <ByAgency agencies={agencies} to={to} />
  if (first.length === 0) return everybody
  return (
    <>
      <h2 className="govuk-heading-m">People to start with</h2>
      <Cards people={first} to={to} />
      <Details summary="All people of the demo">{everybody}</Details>
    </>
  )
}

function ByAgency({ agencies, to }: { agencies: DemoPeopleData['agencies']; to: string }) {
  return agencies.map((agency) => (
    <section key={agency.agencyId} aria-labelledby={`agency-${agency.agencyId}`}>
      <h2 className="govuk-heading-m" id={`agency-${agency.agencyId}`}>
        {agency.name}
      </h2>
      <Cards people={agency.people} to={to} />
    </section>
  ))
}

function Cards({ people, to }: { people: DemoPeopleData['first']; to: string }) {
  return (
    <DemoCards>
      {people.map(({ staffId, name, role, shows }) => (
        <DemoCard key={staffId} name={name} role={role} shows={shows}>
          <Form action={href('/sign-in/demo')}>
            <HiddenField name="staffId" value={staffId} />
            <HiddenField name="to" value={to} />
            <Button variant="secondary">Sign in as {name}</Button>
          </Form>
        </DemoCard>
      ))}
    </DemoCards>
  )
}

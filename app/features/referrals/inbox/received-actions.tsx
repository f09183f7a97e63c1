import { moveOf } from '../../../domain/referrals/referral.ts'
import { Form } from '../../../forms/form.tsx'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { moveHref, PLAIN_MOVES, RECIPIENT_MOVE_IDS, type RecipientMove } from '../recipient-moves.ts'
import { whenPossible } from './answer-page.tsx'
import type { ReceivedReferral } from './read-received.server.ts'
import { dueWords } from './received-due.ts'

interface ActionsProps {
  page: ReceivedReferral
  idempotencyKey: string
}

/** The moves that this agency has now, from the table of moves, and why it has no others. */
export function ReceivedActions({ page, idempotencyKey }: ActionsProps) {
  const possible = RECIPIENT_MOVE_IDS.filter((move) => page.moves.includes(move))
  const others = RECIPIENT_MOVE_IDS.filter((move) => !page.moves.includes(move))
  return (
    <section aria-labelledby="what-now" className="accord-no-print">
      <h2 className="govuk-heading-m" id="what-now">
        {possible.length > 0 ? 'What else you can do now' : 'What you can do now'}
      </h2>
      {possible.length === 0 && !page.stopContact ? (
        <p className="govuk-body">Your agency has nothing more to do.</p>
      ) : null}
      {possible.slice(1).map((move) => (
        <MoveButton key={move} move={move} first={false} page={page} idempotencyKey={idempotencyKey} />
      ))}
      <Details summary="What is not possible now, and why">
        <ul className="govuk-list govuk-list--bullet">
          {others.map((move) => (
            <li key={move}>
              {moveOf(move).label}. {whenPossible(move)}
            </li>
          ))}
          <li>Send to another agency instead. Only {page.sender.name} can, with the client’s new consent.</li>
        </ul>
      </Details>
    </section>
  )
}

/** The next step, above everything else. On a phone it stays in view while the page scrolls. */
export function ReceivedNext({ page, idempotencyKey }: ActionsProps) {
  const next = RECIPIENT_MOVE_IDS.find((move) => page.moves.includes(move))
  if (!next) return null
  return (
    <div className="accord-next accord-next--stays accord-no-print">
      <MoveButton move={next} first page={page} idempotencyKey={idempotencyKey} />
    </div>
  )
}

/** When the next step is due, with its tag. Renders nothing once the referral has ended. */
export function DueLine({ page, now }: { page: ReceivedReferral; now: string }) {
  const { dueStatus: status } = page
  if (!status) return null
  return (
    <p className="govuk-body">
      {status === 'running' ? null : <StatusTag status={status} />} {dueWords(page, now)} (a local target, not a
      deadline of the standard).{' '}
      <a href="#what-now" className="govuk-link accord-no-print">
        What you can do now
      </a>
    </p>
  )
}

interface MoveButtonProps extends ActionsProps {
  move: RecipientMove
  first: boolean
}

function MoveButton({ move, first, page, idempotencyKey }: MoveButtonProps) {
  const { label, ownPage } = moveOf(move)
  const variant = ownPage ? 'warning' : first ? 'primary' : 'secondary'
  const href = moveHref(page.referralId, move)
  if (!PLAIN_MOVES.includes(move)) {
    return (
      <div>
        <ButtonLink href={href} variant={variant}>
          {label}
        </ButtonLink>
      </div>
    )
  }
  return (
    <Form action={href} idempotencyKey={idempotencyKey}>
      <HiddenField name="seenVersion" value={String(page.version)} />
      <Button variant={variant}>{label}</Button>
    </Form>
  )
}

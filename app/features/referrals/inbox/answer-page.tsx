import type { ReactNode } from 'react'
import { type MoveId, moveOf } from '../../../domain/referrals/referral.ts'
import { referralStatusInSentence, STATE_NAMES } from '../../../domain/referrals/referral-status.ts'
import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { moveHref, RECIPIENT_MOVE_IDS } from '../recipient-moves.ts'
import type { AnswerPageData } from './read-answer-page.server.ts'

interface AnswerPageProps {
  title: string
  move: MoveId
  page: AnswerPageData
  form: FormState
  idempotencyKey: string
  button: string
  variant?: 'primary' | 'warning'
  consequence?: ReactNode
  children?: ReactNode
}

/** The page of one move of the recipient: its form if the move is possible, otherwise the moves that are. */
export function AnswerPage({
  title,
  move,
  page,
  form,
  idempotencyKey,
  consequence,
  children,
  ...act
}: AnswerPageProps) {
  const { referralId, reference, fromName, version } = page
  const possible = page.possible.includes(move)
  return (
    <>
      <BackLink href={href('/inbox/:referralId', { referralId })}>Back to the referral</BackLink>
      <PageTitle caption={`Referral from ${fromName}`} reference={reference}>
        {title}
      </PageTitle>
      {possible ? consequence : <NotPossible page={page} move={move} />}
      <Form idempotencyKey={idempotencyKey} form={form}>
        {possible ? (
          <>
            <HiddenField name="seenVersion" value={String(version)} />
            {children}
            <ButtonGroup>
              <Button variant={act.variant}>{act.button}</Button>
              <TextLink href={href('/inbox/:referralId', { referralId })}>Go back without changing anything</TextLink>
            </ButtonGroup>
          </>
        ) : null}
      </Form>
    </>
  )
}

function NotPossible({ page, move }: Pick<AnswerPageProps, 'page' | 'move'>) {
  const { referralId, possible } = page
  const offered = RECIPIENT_MOVE_IDS.filter((id) => possible.includes(id))
  return (
    <InsetText>
      <p className="govuk-body">
        You cannot do this now. The referral is: {referralStatusInSentence(page)}. {whenPossible(move)}
      </p>
      {offered.length > 0 ? (
        <>
          <p className="govuk-body">What you can do now:</p>
          <ul className="govuk-list govuk-list--bullet">
            {offered.map((id) => (
              <li key={id}>
                <TextLink href={moveHref(referralId, id)}>{moveOf(id).label}</TextLink>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="govuk-body">Your agency has nothing more to do.</p>
      )}
    </InsetText>
  )
}

/** 'You can do this only while the status is “Accepted” or “In contact”.' */
export function whenPossible(move: MoveId): string {
  const states = moveOf(move).from.map((state) => `“${STATE_NAMES[state]}”`)
  return `You can do this only while the status is ${states.join(' or ')}.`
}

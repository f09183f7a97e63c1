import type { ReactNode } from 'react'
import type { ReasonTable } from '../../../domain/referrals/referral-reason.ts'
import { referralStatusInSentence } from '../../../domain/referrals/referral-status.ts'
import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import type { Choice } from '../../../ui/fields/choice.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import type { SentBrief } from './read-sent-brief.server.ts'

interface MovePageProps {
  sent: SentBrief
  title: string
  consequence: ReactNode
  possible: boolean
  button: string
  warning?: boolean
  form: FormState
  idempotencyKey: string
  children?: ReactNode
  /** Replaces the form if the state allows the move but the client does not. */
  notAllowed?: ReactNode
}

/** One change of a sent referral on its own page: the consequence first, then the reason, then the button. */
export function MovePage(props: MovePageProps) {
  const { sent, title, consequence, possible, button, warning, form, idempotencyKey, children, notAllowed } = props
  const back = href('/sent/:referralId', { referralId: sent.referralId })
  return (
    <>
      <BackLink href={back}>Back to the referral</BackLink>
      <PageTitle caption={`${sent.clientName}, referral to ${sent.recipientName}`} reference={sent.reference}>
        {title}
      </PageTitle>
      {possible ? (
        <>
          <div className="govuk-body">{consequence}</div>
          {notAllowed ?? (
            <Form idempotencyKey={idempotencyKey} form={form}>
              <HiddenField name="seenVersion" value={String(sent.version)} />
              {children}
              <ButtonGroup>
                <Button variant={warning ? 'warning' : 'primary'}>{button}</Button>
                <TextLink href={back}>Go back without changing anything</TextLink>
              </ButtonGroup>
            </Form>
          )}
        </>
      ) : (
        <p className="govuk-body">
          You cannot do this now. The referral is: {referralStatusInSentence(sent)}.{' '}
          <TextLink href={back}>See the referral</TextLink>.
        </p>
      )}
    </>
  )
}

/** Reasons as radios, with a gap before each further table. */
export function reasonChoices(...tables: ReasonTable[]): Choice[] {
  return tables.flatMap((table, group) =>
    Object.entries(table).map(([value, { label }], position) => ({
      value,
      label,
      divider: group > 0 && position === 0 ? 'or' : undefined,
    })),
  )
}

import { Form } from '../../../forms/form.tsx'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import type { SentReferral } from './read-sent-referral.server.ts'

interface SentActionsProps {
  sent: SentReferral
  idempotencyKey: string
}

/** Other moves of the sender, as links to pages that ask why. */
export function SentActions({ sent, idempotencyKey }: SentActionsProps) {
  const links = unsafeMoves(sent)
  const { referralId, recipient } = sent
  return (
    <div className="accord-no-print">
      {sent.chaseable ? (
        <Form action={href('/sent/:referralId/chase', { referralId })} idempotencyKey={idempotencyKey}>
          <Button variant="secondary">Remind {recipient.name}</Button>
        </Form>
      ) : null}
      {links.length > 0 ? (
        <>
          <h2 className="govuk-heading-s">Change or end it</h2>
          <ul className="govuk-list">
            {links.map(({ href, label }) => (
              <li key={href}>
                <TextLink href={href}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

/** The next step, above everything else. On a phone it stays in view while the page scrolls. */
export function SentNext(props: SentActionsProps) {
  const next = nextStep(props)
  return next ? <div className="accord-next accord-next--stays accord-no-print">{next}</div> : null
}

function nextStep({ sent, idempotencyKey }: SentActionsProps) {
  const { referralId, moves, version, recipient, otherHelp } = sent
  if (moves.includes('send')) {
    return (
      <ButtonGroup>
        <ButtonLink href={href('/sent/:referralId/send', { referralId })}>
          {sent.sharing?.basis === 'none' ? 'See what is missing' : `Check and send to ${recipient.name}`}
        </ButtonLink>
      </ButtonGroup>
    )
  }
  if (otherHelp) return <ButtonLink href={otherHelp.href}>{otherHelp.words}</ButtonLink>
  if (moves.includes('give_more'))
    return <ButtonLink href={href('/sent/:referralId/answer', { referralId })}>Answer their question</ButtonLink>
  if (moves.includes('close')) {
    return (
      <Form action={href('/sent/:referralId/close', { referralId })} idempotencyKey={idempotencyKey}>
        <HiddenField name="seenVersion" value={String(version)} />
        <Button>Close this referral</Button>
      </Form>
    )
  }
  return null
}

function unsafeMoves({ referralId, moves, amendable, otherHelp }: SentReferral) {
  const at = (page: 'amend' | 'cancel' | 'error' | 'reroute' | 'withdraw') =>
    href(`/sent/:referralId/${page}`, { referralId })
  const all = [
    { may: amendable, href: at('amend'), label: 'Amend what was shared' },
    { may: moves.includes('reroute') && !otherHelp, href: at('reroute'), label: 'Send to another agency instead' },
    { may: moves.includes('withdraw_for_client'), href: at('withdraw'), label: 'Withdraw it' },
    { may: moves.includes('cancel'), href: at('cancel'), label: 'Cancel it before it is sent' },
    { may: moves.includes('enter_in_error'), href: at('error'), label: 'Mark as entered in error' },
  ]
  return all.filter(({ may }) => may)
}

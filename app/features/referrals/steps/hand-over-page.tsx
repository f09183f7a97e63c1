import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import type { AnswerPageData } from '../inbox/read-answer-page.server.ts'

interface HandOverPageProps {
  page: AnswerPageData
  form: FormState
  idempotencyKey: string
}

/** Chooses the colleague who continues with an accepted referral. */
export function HandOverPage({ page, form, idempotencyKey }: HandOverPageProps) {
  const { referralId, reference, fromName, workers, lane } = page
  return (
    <>
      <BackLink href={href('/inbox/:referralId', { referralId })}>Back to the referral</BackLink>
      <PageTitle caption={`Referral from ${fromName}`} reference={reference}>
        Hand over to a colleague
      </PageTitle>
      {lane === 'in_hand' ? (
        <Form idempotencyKey={idempotencyKey} form={form}>
          <Select
            form={form}
            name="staffId"
            label="Who works with the client from now on?"
            hint="They are notified immediately. Tell the client, if they expect you to call"
            options={workers.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
          <ButtonGroup>
            <Button>Hand over</Button>
            <TextLink href={href('/inbox/:referralId', { referralId })}>Go back without changing anything</TextLink>
          </ButtonGroup>
        </Form>
      ) : (
        <InsetText>You can hand over only a referral that your agency has accepted and not finished.</InsetText>
      )}
    </>
  )
}

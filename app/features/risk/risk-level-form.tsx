import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { RiskTag } from '../../ui/risk-tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { LevelForm } from './read-risk-form.server.ts'

interface RiskLevelPageProps {
  caseId: string
  /** Null before the first check. */
  part: LevelForm | null
  form: FormState
}

/** Raises or lowers the level, and says who may. */
export function RiskLevelForm({ caseId, part, form }: RiskLevelPageProps) {
  if (!part) {
    return (
      <EmptyState why="There is no level yet. A risk check gives one.">
        <ButtonLink href={href('/cases/:caseId/risk/new', { caseId })}>Check the risk</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="govuk-body">
        The level now: <RiskTag level={part.level} provisional={part.provisional} />
      </p>
      <WhoMayLower caseId={caseId} part={part} />
      {part.levels.length > 0 ? <LevelFields part={part} form={form} /> : null}
    </>
  )
}

function WhoMayLower({ caseId, part: { level, warning, mayLower } }: { caseId: string; part: LevelForm }) {
  if (level === 'standard') return null
  if (warning) {
    return (
      <InsetText>
        The level stays High while a warning answer applies.{' '}
        <TextLink href={href('/cases/:caseId/risk/new', { caseId })}>Check the risk again with the client</TextLink> if
        the answer has changed.
      </InsetText>
    )
  }
  if (mayLower) return null
  return (
    <InsetText>
      Only a manager can lower the level.{' '}
      <TextLink href={href('/cases/:caseId/options/ask/:kind', { caseId, kind: 'lower_risk' })}>
        Ask a manager to lower it
      </TextLink>
      , and say why.
    </InsetText>
  )
}

function LevelFields({ part, form }: { part: LevelForm; form: FormState }) {
  const { levels, raises, lowers, raiseReasons, lowerReasons, seen, idempotencyKey } = part
  const both = raises && lowers
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seen" value={seen} />
      <Radios form={form} name="to" label="New level" labelSize="m" choices={levels} />
      {raises ? (
        <Radios
          form={form}
          name="raiseReason"
          label={both ? 'If you raise it: why?' : 'Why do you raise it?'}
          labelSize="m"
          choices={raiseReasons}
        />
      ) : null}
      {lowers ? (
        <Radios
          form={form}
          name="lowerReason"
          label={both ? 'If you lower it: why?' : 'Why do you lower it?'}
          labelSize="m"
          choices={lowerReasons}
        />
      ) : null}
      <TextArea
        form={form}
        name="note"
        label="What you know"
        hint="This stays in the case. Another agency never sees it."
        rows={4}
        maxLength={2_000}
      />
      <Button>Save the new level</Button>
    </Form>
  )
}

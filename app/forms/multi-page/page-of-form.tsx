import { type ReactNode, useMemo } from 'react'
import type { AutosavedKey } from '../../domain/drafts/draft-form.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { draftAddress } from '../draft-address.ts'
import { DraftedForm } from '../drafted-form.tsx'
import { type FormState, fieldValue, filledWith } from '../form-state.ts'
import { HiddenField } from '../hidden-field.tsx'
import { KeptDraft } from '../kept-draft.tsx'
import type { FormPart } from './form-part.ts'
import { FormParts } from './form-parts.tsx'

interface PageOfFormProps {
  /** The form, what it is about, and this page of it. */
  draftOf: AutosavedKey
  title: string
  caption: string
  /** The list of pages: its address, and its name on the link. */
  list: { href: string; title: string }
  parts: readonly FormPart[]
  /** As it was sent, when something was wrong with it. */
  answer: FormState | undefined
  saved: FormState['values']
  draft: { fields: FormState['values']; savedAt: Date } | null
  idempotencyKey: string
  now: string
  /** The version that the writer sees, where two people may save the page: sent as `seenVersion`. */
  seenVersion?: string
  /** Shown before the questions. */
  children?: ReactNode
}

/** One page of a form of several: its questions, and two ways on, of which the second keeps what is unfinished. */
export function PageOfForm({ draftOf, title, caption, list, parts, ...page }: PageOfFormProps) {
  const { answer, saved, draft, idempotencyKey, now, seenVersion, children } = page
  // The same object until something else is shown: the rows of a group start again with another.
  const form = useMemo(() => answer ?? filledWith(draft?.fields ?? saved), [answer, draft, saved])
  return (
    <>
      <BackLink href={list.href}>{list.title}</BackLink>
      {draft && !answer ? <KeptDraft of={draftOf} savedAt={draft.savedAt} now={now} /> : null}
      <PageTitle caption={caption}>{title}</PageTitle>
      {children}
      <DraftedForm
        // Another page, or a draft that was deleted, begins with other answers.
        key={`${draftOf.page} ${draft?.savedAt.getTime()}`}
        draftOf={draftOf}
        form={form}
        idempotencyKey={idempotencyKey}
        buttons={
          <ButtonGroup>
            <Button>Save and continue</Button>
            <Button variant="secondary" formAction={draftAddress(draftOf, 'later')}>
              Save and come back later
            </Button>
          </ButtonGroup>
        }
      >
        {seenVersion === undefined ? null : (
          <HiddenField name="seenVersion" value={fieldValue(form, 'seenVersion') || seenVersion} />
        )}
        <FormParts form={form} parts={parts} />
      </DraftedForm>
    </>
  )
}

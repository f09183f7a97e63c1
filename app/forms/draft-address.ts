import type { AutosavedKey } from '../domain/drafts/draft-form.ts'
import { href } from '../href.ts'

/** Where the draft of a form is kept, and what follows: nothing, or the form without its draft. */
export function draftAddress({ form, subject, page }: AutosavedKey, then?: 'delete'): string {
  return href('/drafts', { form, subject, page, then })
}

import type { AutosavedKey } from '../domain/drafts/draft-form.ts'
import { href } from '../href.ts'

/**
 * Where the draft of a form is kept, and what follows: nothing, the list of the form's pages with the draft kept, or the
 * form with its draft deleted.
 */
export function draftAddress({ form, subject, page }: AutosavedKey, then?: 'later' | 'delete'): string {
  return href('/drafts', { form, subject, page, then })
}

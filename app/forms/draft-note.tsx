import { sayTimeOfDay } from '../ui/time/say-time.ts'
import type { DraftState } from './use-autosave.ts'

/** Shows beside the button whether the draft is saved. Screen readers announce it without interrupting. */
export function DraftNote({ draft }: { draft: DraftState }) {
  return (
    <p className="accord-draft" role="status">
      {noteOf(draft)}
    </p>
  )
}

function noteOf(draft: DraftState): string {
  switch (draft.kind) {
    case 'saved':
      return `Draft saved ${sayTimeOfDay(draft.at)}`
    case 'failed':
      return 'Draft not saved: no connection. We keep trying; do not close this page.'
    case 'signed-out':
      return 'Draft not saved: you have been signed out. Sign in again in another tab, then continue here.'
    case 'ended':
      return 'Draft not saved: this form was sent or deleted in another window. Open the form again to write more.'
    default:
      return ''
  }
}

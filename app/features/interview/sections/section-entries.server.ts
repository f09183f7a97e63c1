import { draftEntries, typedText } from '../../../forms/form-fields.server.ts'

/** Of every section: its draft, and the mark of what its writer saw (`seenMark`). */
export const sectionEntries = {
  ...draftEntries,
  seenVersion: typedText(60),
}

import type { Tx } from '../../../db/as-actor.ts'
import { refused } from '../../domain/result.ts'
import { hintsByField, type PersonalHint } from '../../domain/text/personal-name-hint.ts'
import { readAgencyNames } from '../../facts/read-agency-names.server.ts'
import { tickedBox } from '../../forms/form-fields.server.ts'

export interface NamesRefusal {
  kind: 'looks-personal'
  fields: { field: string; hints: PersonalHint[] }[]
}

/** Ticked where the writer confirms that the text names no person. */
export const nobodyNamedField = { nobodyNamed: tickedBox() }

/** The refusal of free text that looks personal, until its writer says that it is not; null where nothing does. */
export async function refuseNames(tx: Tx, texts: Readonly<Record<string, string>>, nobodyNamed: boolean) {
  if (nobodyNamed) return null
  const fields = hintsByField(texts, await readAgencyNames(tx))
  return fields.length > 0 ? refused<NamesRefusal>({ kind: 'looks-personal', fields }) : null
}

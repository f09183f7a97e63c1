import type { Tx } from '../../../db/as-actor.ts'
import { readAgencyNames } from '../../../db/read-agency-names.ts'
import { hintsByField, type PersonalHint } from '../../domain/personal-name-hint.ts'
import { refused } from '../../domain/result.ts'
import { tickedBox } from '../../ui/form-fields.server.ts'

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

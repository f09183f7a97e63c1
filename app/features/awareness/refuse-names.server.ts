import type { Tx } from '../../../db/as-actor.ts'
import { refused } from '../../domain/result.ts'
import { hintsByField, type PersonalHint } from '../../domain/text/personal-name-hint.ts'
import { readAgencyNames } from '../../facts/read-agency-names.server.ts'
import { tickedBox } from '../../forms/form-fields.server.ts'

export interface NamesRefusal {
  kind: 'looks-personal'
  fields: { field: string; hints: PersonalHint[] }[]
}

/** The writer ticks this to confirm that the text names no person. */
export const nobodyNamedField = { nobodyNamed: tickedBox() }

/** Refuses free text that looks personal until the writer confirms that it is not; null if nothing does. */
export async function refuseNames(tx: Tx, texts: Readonly<Record<string, string>>, nobodyNamed: boolean) {
  if (nobodyNamed) return null
  const fields = hintsByField(texts, await readAgencyNames(tx))
  return fields.length > 0 ? refused<NamesRefusal>({ kind: 'looks-personal', fields }) : null
}

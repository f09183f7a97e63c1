import type { Tx } from '../../../../db/as-actor.ts'
import { placeByInWords } from '../../../domain/hotspots/places/place-in-words.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { hasPostcodes } from '../../../facts/find-postcodes.server.ts'
import { readStrandsOffered } from '../../../facts/read-strands.server.ts'
import { findIncident } from './read-incident.server.ts'

export async function readIncidentForm(tx: Tx) {
  return { offered: await readStrandsOffered(tx), postcodes: await hasPostcodes(tx) }
}

/** The data for correcting an incident; undefined if the case has none with this id. */
export async function findIncidentForm(tx: Tx, actor: Actor, ids: { caseId: string; incidentId: string }) {
  const incident = await findIncident(tx, actor, ids)
  if (!incident) return undefined
  const { offered, postcodes } = await readIncidentForm(tx)
  return {
    incident,
    knownPlace: placeByInWords(incident),
    offered: [...new Set([...offered, ...incident.strands])],
    postcodes,
  }
}

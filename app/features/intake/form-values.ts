import type { ClientFacts } from '../../domain/referrals/merge-client-facts.ts'
import { dayFields } from '../../forms/day-fields.ts'
import { type FormState, filledWith } from '../../forms/form-state.ts'

export function detailsForm(client: ClientFacts, { wishes, summary }: { wishes: string; summary: string }): FormState {
  const { name, dateOfBirth, safeContact, interpreterNeeded, ...rest } = client
  const { preferredMethod, safeToCall, safeToVoicemail, safeToText, safeToEmail, safeToPost, ...words } = safeContact
  const answers = { preferredMethod, safeToCall, safeToVoicemail, safeToText, safeToEmail, safeToPost }
  return filledWith({
    ...words,
    ...Object.fromEntries(Object.entries(answers).map(([question, answer]) => [question, answer ?? ''])),
    clientName: name,
    ...(dateOfBirth ? dayFields('dateOfBirth', dateOfBirth) : {}),
    language: rest.language,
    interpreterNeeded: interpreterNeeded ? 'yes' : '',
    interpreterNote: rest.interpreterNote,
    communicationNeeds: rest.communicationNeeds,
    communicationNote: rest.communicationNote,
    counted: rest.counted ? 'yes' : 'no',
    wishes,
    summary,
  })
}

interface KnownIncident {
  occurredOn: string | null
  occurredWhen: string
  ongoing: boolean
  locationType: string
  place: string
  ward: string
  lat: number | null
  lng: number | null
  strands: string[]
  primaryStrand: string
  perceivedBy: string[]
  types: string[]
  violence: boolean
  injuries: string
  policeStatus: string
  crimeReference: string
}

export function incidentForm(incident: KnownIncident): FormState {
  const { occurredOn, ongoing, violence, occurredWhen, locationType, place, ward, strands, primaryStrand } = incident
  const { lat, lng, perceivedBy, types, injuries, policeStatus, crimeReference } = incident
  return filledWith({
    ...(occurredOn ? dayFields('occurredOn', occurredOn) : {}),
    ongoing: ongoing ? 'yes' : '',
    violence: violence ? 'yes' : 'no',
    locationType: locationType === 'not_known' ? '' : locationType,
    ...{ occurredWhen, place, ward, strands, primaryStrand, perceivedBy, types, injuries },
    ...{ policeStatus: policeStatus === 'not_asked' ? '' : policeStatus, crimeReference },
    ...(lat === null || lng === null ? {} : { pointLat: String(lat), pointLng: String(lng) }),
  })
}

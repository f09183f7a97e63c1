import { type CommunicationNeedId, languageTags, needTags } from '../../../domain/cases/communication-need.ts'
import { PREFERRED_METHODS, type SafeContact, warningsOf } from '../../../domain/cases/safe-contact.ts'
import { PhoneNumbers } from '../../../ui/phone-numbers.tsx'
import { SafeContactSummary } from '../../../ui/safe-contact.tsx'

export interface ReachableClient {
  name: string
  safeContact: SafeContact
  language: string
  interpreterNeeded: boolean
  communicationNeeds: CommunicationNeedId[]
  communicationNote: string
  counted: boolean
}

/** How to reach the client safely: warnings and needs come before any number. */
export function ClientCard({ client }: { client: ReachableClient }) {
  const { safeContact, communicationNote } = client
  const needs = [...languageTags(client), ...needTags(client), ...(communicationNote ? [communicationNote] : [])]
  const { preferredMethod, phone, email, address } = safeContact
  return (
    <SafeContactSummary
      heading={client.name ? `How to reach ${client.name} safely` : 'How to reach the client safely'}
      warnings={warningsOf(safeContact)}
      needs={needs}
      channels={[
        ...(preferredMethod ? [{ label: 'They prefer', value: PREFERRED_METHODS[preferredMethod].label }] : []),
        ...(phone ? [{ label: 'Phone', value: <PhoneNumbers text={phone} /> }] : []),
        ...(email ? [{ label: 'E-mail', value: email }] : []),
        ...(address ? [{ label: 'Address', value: address }] : []),
        ...(client.counted ? [] : [{ label: 'Anonymous map', value: 'Not counted: the client said no' }]),
      ]}
    />
  )
}

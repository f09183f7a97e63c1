import type { ContactChannel } from '../../../domain/cases/contact.ts'
import type { PreferredMethod } from '../../../domain/cases/safe-contact.ts'

const CHANNELS: Readonly<Record<PreferredMethod, ContactChannel>> = {
  call: 'phone',
  text: 'text',
  email: 'email',
  post: 'letter',
  in_person: 'in_person',
  trusted_person: 'trusted_person',
}

/** The channel to propose: the one the client prefers, otherwise the phone. */
export function usualChannel(preferred: PreferredMethod | null): ContactChannel {
  return preferred ? CHANNELS[preferred] : 'phone'
}

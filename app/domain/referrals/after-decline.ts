/** What can be done for a client whose referral was declined: the suggestion of the agency that declined comes first. */
export function afterDecline(clientName: string, suggested: string | null): string {
  if (!suggested) return 'Choose another agency'
  return `${suggested} is suggested: ask ${clientName || 'the client'} and send it there`
}

/** What can be done after a referral was declined. The declining agency's suggestion comes first. */
export function afterDecline(clientName: string, suggested: string | null): string {
  if (!suggested) return 'Choose another agency'
  return `${suggested} is suggested: ask ${clientName || 'the client'} and send it there`
}

/** The note about the case's seriousness mark, as recorded when it was set or removed. */
export function whySerious({ serious, seriousReason }: { serious: boolean; seriousReason: string }) {
  if (!seriousReason) return []
  return [{ key: serious ? 'Why it is serious' : 'Why it is not serious', value: seriousReason }]
}

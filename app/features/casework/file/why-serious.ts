/** The note that was typed when the case was marked as serious, or when that mark was taken back. */
export function whySerious({ serious, seriousReason }: { serious: boolean; seriousReason: string }) {
  if (!seriousReason) return []
  return [{ key: serious ? 'Why it is serious' : 'Why it is not serious', value: seriousReason }]
}

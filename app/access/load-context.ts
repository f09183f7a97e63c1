/** What the web process hands to Remix with each request. */
// An alias, not an interface: Remix's own type has an index signature, which only an alias fits.
export type LoadContext = {
  /** What was read once for this request, by key, so that nested loaders do not read it again. */
  memo: Map<string, unknown>
  /** Of the Content-Security-Policy: base64 of 16 random bytes. */
  nonce: string
  /** The address that rate limits count by; never a header's word unless PROXY_HOPS says that a proxy wrote it. */
  clientAddress: string
  /** The form that was posted, also when it has been read before; null where it cannot be read. */
  readPosted: () => Promise<FormData | null>
  /** Puts an error into the log, without the words that people typed. */
  report: (error: unknown) => void
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}

/** What the web process passes to Remix with each request. */
// A type alias, because Remix's own type has an index signature, which an interface does not satisfy.
export type LoadContext = {
  /** Values already read for this request, so that nested loaders do not read them again. */
  memo: Map<string, unknown>
  /** The nonce for the Content-Security-Policy: base64 of 16 random bytes. */
  nonce: string
  /** The address that rate limits count. X-Forwarded-For counts only as PROXY_HOPS allows. */
  clientAddress: string
  /** The posted form, even if it has been read before; null if it cannot be read. */
  readPosted: () => Promise<FormData | null>
  /** Logs an error, without any text that people typed. */
  report: (error: unknown) => void
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}

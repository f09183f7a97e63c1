/** Exit code of a process that would fail again in the same way. The supervisor then stops instead of restarting it. */
export const EXIT_UNUSABLE = 78

/** The message of a web process to its supervisor when it accepts requests. */
export const LISTENING = 'listening'

/** Ends a process when its supervisor is gone. */
export function endsWithParent(end: () => void): void {
  process.once('disconnect', end)
}

/** The exit code of a process that would fail the same way again: the supervisor ends instead of restarting it. */
export const EXIT_UNUSABLE = 78

/** What a web process tells its supervisor when it can be asked. */
export const LISTENING = 'listening'

/** A process started with a channel to its supervisor must not outlive it. */
export function endsWithParent(end: () => void): void {
  process.once('disconnect', end)
}

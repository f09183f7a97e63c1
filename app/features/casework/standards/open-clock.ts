const OPEN = ['overdue', 'due-today', 'soon', 'running']

/** Whether something is still owed by a clock that stands like this. */
export function isOpen(status: string): boolean {
  return OPEN.includes(status)
}

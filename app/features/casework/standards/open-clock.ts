const OPEN = ['overdue', 'due-today', 'soon', 'running']

/** Whether a clock with this status still needs action. */
export function isActionNeeded(status: string): boolean {
  return OPEN.includes(status)
}

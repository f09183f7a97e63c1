import type { FormPart } from '../../forms/multi-page/form-part.ts'

/** Several bank holidays at once. England and Wales have eight or nine a year, so two years fit. */
export const HOLIDAYS_PART = {
  kind: 'group',
  name: 'holidays',
  heading: 'Add bank holidays',
  hint: 'Open deadlines that run over these days move to the next working day. The timeline of each case shows the change. You cannot undo this.',
  item: 'Holiday',
  most: 20,
  parts: [
    { kind: 'date', name: 'on', label: 'Day', hint: 'For example, 7 5 2029' },
    { kind: 'text', name: 'name', label: 'Name' },
  ],
} as const satisfies FormPart

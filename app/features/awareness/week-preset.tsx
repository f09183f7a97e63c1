import { InsetText } from '../../ui/inset-text.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { sayFullDay } from '../../ui/time/say-time.ts'

interface WeekPresetProps {
  from: string
  to: string
  /** The address of the form, with the first day and a title filled in. */
  href: string
}

export function WeekPreset({ from, to, href }: WeekPresetProps) {
  return (
    <InsetText>
      National Hate Crime Awareness Week runs from {sayFullDay(from)} to {sayFullDay(to)}.{' '}
      <TextLink href={href}>Plan an event for that week</TextLink>
    </InsetText>
  )
}

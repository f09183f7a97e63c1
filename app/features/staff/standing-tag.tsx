import { Tag, type TagColour } from '../../ui/tag.tsx'
import type { PersonStanding } from './read-people.server.ts'

const STANDINGS: Record<PersonStanding, { word: string; colour: TagColour }> = {
  joined: { word: 'Joined', colour: 'green' },
  invited: { word: 'Invited', colour: 'blue' },
  'link-over': { word: 'Link expired', colour: 'orange' },
  left: { word: 'Left', colour: 'grey' },
}

/** Whether a person has joined, has an open invitation, or has left. */
export function StandingTag({ standing }: { standing: PersonStanding }) {
  const { word, colour } = STANDINGS[standing]
  return <Tag colour={colour}>{word}</Tag>
}

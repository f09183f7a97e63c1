import type { Story } from '../play-stories.ts'
import { quietStory } from '../quiet-case.ts'
import { ALBION_STORIES } from './albion.ts'
import { AWARENESS_STORIES } from './awareness.ts'
import { CONSTABULARY_STORIES } from './constabulary.ts'
import { HARTHILL_DUE } from './harthill-due.ts'
import { HARTHILL_REFERRED } from './harthill-referred.ts'
import { NORTHGATE_STORIES } from './northgate.ts'
import { OTHER_STORIES } from './others.ts'
import { QUIET_ALBION } from './quiet-albion.ts'
import { QUIET_LANDLORDS } from './quiet-landlords.ts'
import { QUIET_OTHERS } from './quiet-others.ts'

export const STORIES: readonly Story[] = [
  ...HARTHILL_DUE,
  ...HARTHILL_REFERRED,
  ...NORTHGATE_STORIES,
  ...ALBION_STORIES,
  ...CONSTABULARY_STORIES,
  ...OTHER_STORIES,
  ...AWARENESS_STORIES,
  ...QUIET_LANDLORDS.map(quietStory),
  ...QUIET_ALBION.map(quietStory),
  ...QUIET_OTHERS.map(quietStory),
]

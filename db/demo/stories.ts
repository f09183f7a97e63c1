import { HARTHILL_STORIES } from './stories-of-harthill.ts'
import type { Story } from './telling.ts'

export const STORIES: readonly Story[] = [...HARTHILL_STORIES]

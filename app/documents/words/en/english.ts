import { LEAFLET_WORDS } from './leaflet-words.ts'
import { PACK_WORDS } from './pack-words.ts'
import { PLAN_WORDS } from './plan-words.ts'
import { REPORT_RECEIVED_WORDS } from './report-received-words.ts'
import { CHANNEL_WORDS, PICTURE_WORDS, SHARED_WORDS } from './shared-words.ts'

/** Every text of every paper in English. */
export const ENGLISH = {
  shared: SHARED_WORDS,
  channels: CHANNEL_WORDS,
  pictures: PICTURE_WORDS,
  reportReceived: REPORT_RECEIVED_WORDS,
  leaflet: LEAFLET_WORDS,
  plan: PLAN_WORDS,
  pack: PACK_WORDS,
}

import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { StoryInterview } from '../interview-acts.ts'
import type { Stage } from '../play-stories.ts'
import type { StoryCase } from '../story-types.ts'

/** All that the standard asks for, said with a telephone interpreter in one hour. */
export async function interviewAtTheOffice(
  play: Stage['play'],
  file: StoryCase,
  interview: StoryInterview,
  today: CalendarDay,
) {
  const explained = { explainedOn: today, ways: ['said', 'interpreted'], format: 'spoken' }
  await play.talkAbout(interview, 'process', { ...explained, processQuestions: 'Who sees what I say?' })
  await play.talkAbout(interview, 'needs', { need_interpreter: 'met' })
  await play.talkAbout(interview, 'account', {
    what: 'Three times in two months, always at night. He found the note under the wiper on the last morning.',
    where: 'Outside his house, where he parks the van he works with',
    words: 'No more Romanians',
    accountDone: 'yes',
  })
  const effect = 'He lost four days of work and sleeps by the window.'
  await play.talkAbout(interview, 'background', {
    effect,
    evidence: 'The note, and photos of the van',
    backgroundDone: 'yes',
  })
  const response = { response: 'wants_to_continue', encouragementNote: 'He had thought that nobody would listen.' }
  await play.talkAbout(interview, 'encouragement', { givenOn: today, benefits: ['safer', 'pattern'], ...response })
  await play.talkAbout(interview, 'support', { supportDiscussed: 'yes', wantsReferral: 'yes' })
  await play.checkRisk(file, 'medium', 'interpreter')
  await play.discussOptions(file, {
    target_hardening: ['wants'],
    referral: ['wants'],
    perpetrator_action: ['not_now'],
  })
  await play.declinePack(file)
  await play.finishInterview(interview)
}

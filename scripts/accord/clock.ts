import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { calculateDeadline } from '../../app/domain/standards/clock.ts'
import { explainDeadline } from '../../app/domain/standards/clock-explanation.ts'
import {
  CLAUSE_IDS,
  type ClauseId,
  findTimedClause,
  getStandard,
  wordingOf,
} from '../../app/domain/standards/service-standard.ts'
import { BANK_HOLIDAYS } from '../../app/domain/time/bank-holidays.ts'
import { dayInWords, londonIsoOf, readInstant } from '../../app/domain/time/calendar-day.ts'

/** Wrong input. The message says what to write instead. */
class Unreadable extends Error {}

const EXAMPLES = `
Clauses: ${CLAUSE_IDS.join(', ')}

Examples:
  accord clock R3 --from 2026-11-20T16:45
  accord clock I2 --from 2026-11-20T16:45:00Z --json
  accord clock - < instants.jsonl        one {"clause","from"} a line

"due" is the last instant that still keeps the standard. For C4, which is a condition and not a deadline, it is the end
of the two months: the reason for closing is open from the day after. Bank holidays are those of this release, without the
days an administrator has added.`

export function describe(command: Command) {
  command
    .argument(
      '<clause>',
      'a timed clause of the standard, or - to read JSON lines {"clause","from"} from standard input',
    )
    .option('--from <instant>', "ISO 8601 with an offset or Z, or London's wall time as YYYY-MM-DDTHH:mm")
    .option('--json', 'print {"clause","from","due","unit","skipped":[{"on","why"}]}')
    .addHelpText('after', EXAMPLES)
    .action(async (clause: string, { from, json }: { from?: string; json?: boolean }) => {
      if (clause === '-') {
        if (from !== undefined) command.error('With - each line brings its own instant: leave --from out.')
        return answerLines()
      }
      if (from === undefined) command.error('Say from when: --from 2026-11-20T16:45')
      try {
        const standard = getStandard(readClause(clause))
        const startedAt = readFrom(from ?? '')
        process.stdout.write(
          json ? `${answer(standard.clause, from ?? '', startedAt)}\n` : inWords(standard.clause, startedAt),
        )
      } catch (error) {
        if (error instanceof Unreadable) command.error(error.message)
        throw error
      }
    })
}

function readClause(text: string): ClauseId {
  const clause = findTimedClause(text)
  if (clause === null)
    throw new Unreadable(`${JSON.stringify(text)} carries no clock. Clauses that do: ${CLAUSE_IDS.join(', ')}.`)
  return clause
}

function readFrom(text: string): Date {
  const instant = readInstant(text)
  if (instant.ok) return instant.value
  const written = JSON.stringify(text)
  switch (instant.refusal.why) {
    case 'happens-twice':
      throw new Unreadable(
        `${written} happens twice in London, because the clocks go back: add +01:00 for the first or +00:00 for the second.`,
      )
    case 'does-not-exist':
      throw new Unreadable(
        `${written} does not exist in London, because the clocks go forward: give the time with its offset.`,
      )
    case 'unreadable':
      throw new Unreadable(`${written} is not an instant: write 2026-11-20T16:45 (London) or 2026-11-20T16:45:00Z.`)
  }
}

function answer(clause: ClauseId, from: string, startedAt: Date): string {
  const { within } = getStandard(clause)
  const { dueAt, skipped } = calculateDeadline({ within }, startedAt, BANK_HOLIDAYS)
  return JSON.stringify({ clause, from, due: dueText(within.unit, dueAt), unit: within.unit, skipped })
}

/** The end of a day is shown as 23:59:59, without milliseconds. Elapsed hours keep the milliseconds of the start. */
function dueText(unit: string, dueAt: Date): string {
  return londonIsoOf(dueAt, unit === 'hours' && dueAt.getMilliseconds() > 0 ? 'millisecond' : 'second')
}

function inWords(clause: ClauseId, startedAt: Date): string {
  const standard = getStandard(clause)
  const { dueOn, dueAt } = calculateDeadline(standard, startedAt, BANK_HOLIDAYS)
  return [
    `${clause}  ${standard.title}: ${standard.within.count} ${standard.within.unit}`,
    `Due ${dayInWords(dueOn)}, ${dueText(standard.within.unit, dueAt)}`,
    explainDeadline(standard, startedAt, BANK_HOLIDAYS),
    `The standard: “${wordingOf(clause)}”`,
    '',
  ].join('\n')
}

async function answerLines() {
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    try {
      await print(answerLine(line))
    } catch (error) {
      process.exitCode = 1
      await print(
        JSON.stringify({ error: `Line ${number}: ${error instanceof Error ? error.message : String(error)}` }),
      )
    }
  }
}

function answerLine(line: string): string {
  const asked = readLine(line)
  return answer(readClause(asked.clause), asked.from, readFrom(asked.from))
}

function readLine(line: string): { clause: string; from: string } {
  const asked = parseLine(line)
  if (typeof asked !== 'object' || asked === null || !('clause' in asked) || !('from' in asked)) {
    throw new Unreadable('write {"clause":"R3","from":"2026-11-20T16:45"}')
  }
  const { clause, from } = asked
  if (typeof clause !== 'string' || typeof from !== 'string') throw new Unreadable('clause and from are both text')
  return { clause, from }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Unreadable('not JSON')
  }
}

async function print(line: string) {
  if (process.stdout.write(`${line}\n`)) return
  await new Promise((resolve) => process.stdout.once('drain', resolve))
}

import { type Command, Option } from 'commander'
import { DOCUMENT_KIND_IDS, type DocumentKind } from '../../app/domain/papers/document-kind.ts'
import { PAPER_FORMAT_IDS, PAPER_LANGUAGES } from '../../app/domain/papers/paper-format.ts'
import type { SampleAsked } from './paper-sample.ts'

export function describe(command: Command) {
  const sample = command.command('sample')
  sample
    .description('write a paper with invented data to a file')
    .addArgument(sample.createArgument('<paper>', 'which paper').choices(DOCUMENT_KIND_IDS))
    .addOption(new Option('--language <language>', 'its language').choices(Object.keys(PAPER_LANGUAGES)).default('en'))
    .addOption(new Option('--format <format>', 'how it is set').choices(PAPER_FORMAT_IDS).default('standard'))
    .requiredOption('--out <file>', 'the file to write: a .pdf, or for Braille a .brf')
    .addHelpText('after', SAMPLE_HELP)
    .action(async (paper: DocumentKind, asked: SampleAsked) => {
      const { writeSample } = await import('./paper-sample.ts')
      await writeSample(paper, asked)
    })
}

const SAMPLE_HELP = `
No database is needed. Braille needs the program lou_translate of liblouis (Debian: liblouis-bin). Without it the command
says so and writes nothing.

Example:
  accord paper sample support_pack --format large_print --out pack.pdf`

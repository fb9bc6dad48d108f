import type { AiProvider } from '#shared/ai.ts'
import type { DocumentContent, ResumeContent } from '#shared/documents.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine } from './output.ts'
import { writtenByModel } from './tailor-with-model.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface TailorFlags extends GlobalFlags {
  readonly job: number
  /** False with `--no-ai`. */
  readonly ai: boolean
  readonly provider?: AiProvider
  readonly kind: string
  readonly length: string
  readonly tone: string
  readonly language?: string
  readonly from?: number
  readonly json?: boolean
}

/** Composes with the same calls as the screen, by rules or with a language model; no document is stored. */
export function tailorCommand(flags: TailorFlags): Promise<number> {
  const { kind, length, tone, language = null } = flags
  const provider = flags.ai ? flags.provider : undefined
  if (flags.ai && provider === undefined) {
    throw new CliFailure('Say who writes: --no-ai for the rules, or --provider for a language model.', EXIT.usage)
  }
  const options = tailoringOptionsSchema.safeParse({ kind, length, tone, language })
  if (!options.success) {
    const named = options.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`)
    throw new CliFailure(`That does not fit: ${named.join('; ')}`, EXIT.usage)
  }
  return withCore(flags, async (core) => {
    const input = { jobId: jobIdSchema.parse(flags.job), documentId: flags.from ?? null, options: options.data }
    const written = provider === undefined ? null : await writtenByModel(core, { ...input, provider })
    const result = written?.result ?? (await core.client.tailoring.compose(input))
    if (flags.json === true) {
      printJson(written === null ? result : { ...result, findings: written.findings, costUsd: written.costUsd })
      return EXIT.ok
    }
    for (const line of linesOf(result.content)) printLine(line)
    printList(
      'Why',
      result.reasons.map(({ message }) => message),
    )
    printList('Asked for and not in your career', result.gaps)
    printList(
      'Not backed by your career',
      (written?.findings ?? []).map(({ message, text }) => `${message} ${text}`),
    )
    return EXIT.ok
  })
}

function printList(heading: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  printLine('')
  printLine(`${heading}:`)
  for (const line of lines) printLine(`  ${line}`)
}

function linesOf(content: DocumentContent): string[] {
  if (content.kind === 'resume') return [content.header.name, ...resumeLines(content)]
  const { subject, greeting, paragraphs, closing, signature } = content
  const body = paragraphs.filter(({ isShown }) => isShown).flatMap(({ text }) => [text, ''])
  return [subject, '', greeting, '', ...body, closing, signature]
}

function resumeLines({ sections }: ResumeContent): string[] {
  return sections
    .filter(({ isShown }) => isShown)
    .flatMap(({ kind, title, paragraphs, items, groups }) => [
      '',
      (title === '' ? kind : title).toUpperCase(),
      ...paragraphs.filter(({ isShown }) => isShown).map(({ text }) => text),
      ...items
        .filter(({ isShown }) => isShown)
        .flatMap((item) => [
          [item.title, item.organisation].filter((part) => part !== '').join(', '),
          ...item.bullets.filter(({ isShown }) => isShown).map(({ text }) => `  - ${text}`),
        ]),
      ...groups
        .filter(({ isShown }) => isShown)
        .map(({ label, words }) => `${label === '' ? '' : `${label}: `}${words.join(', ')}`),
    ])
}

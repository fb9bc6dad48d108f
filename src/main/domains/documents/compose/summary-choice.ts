import type { ClaimText, ResumeSection } from '#shared/documents.ts'
import { splitSentences } from '../../jobs/enrich/reading-words.service.ts'
import type { Choosing } from './choosing.ts'

const SENTENCES = { short: 2, usual: 4, long: Infinity } as const

/** The user's own sentences about themselves that fit best, in the order in which they were written. Pure. */
export function chooseSummary(section: ResumeSection, { relevance, options, tell }: Choosing): ResumeSection {
  const shown = section.paragraphs.filter(({ isShown }) => isShown)
  const sentences = shown.flatMap((paragraph) =>
    splitSentences(paragraph.text).map(({ text }) => ({ paragraph, text })),
  )
  const most = SENTENCES[options.length]
  if (sentences.length <= most) return section
  const weighed = sentences.map((sentence, at) => ({ ...sentence, at, score: relevance.fitOf(sentence.text).score }))
  const kept = new Set(
    weighed
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
      .map(({ at }) => at),
  )
  const paragraphs = shown.flatMap((paragraph): ClaimText[] => {
    const own = weighed.filter((sentence) => sentence.paragraph === paragraph && kept.has(sentence.at))
    return own.length === 0 ? [] : [{ ...paragraph, text: own.map(({ text }) => text.trim()).join(' ') }]
  })
  tell(section.id, `${most} of the ${sentences.length} sentences about you are shown: those nearest to the posting.`)
  return { ...section, paragraphs: [...paragraphs, ...section.paragraphs.filter(({ isShown }) => !isShown)] }
}

import type { Career } from '#shared/career.ts'
import type { ClaimText, DocumentLanguage, ResumeContent, ResumeItem, ResumeSection } from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import type { TailoringOptions, TailoringResult } from '#shared/tailoring.ts'
import type { AskedPosting } from './asked-posting.ts'
import { findGaps } from './find-gaps.ts'
import { type Fit, createRelevance, type Relevance } from './relevance.ts'
import { orderSections } from './section-order.ts'
import { composeSkills } from './skill-order.ts'
import { chooseSummary } from './summary-choice.ts'
import type { Choosing } from './choosing.ts'

export interface ResumeInput {
  readonly posting: AskedPosting
  readonly career: Career
  readonly profile: Profile
  /** What is chosen from: all of the career, or a document of the user. */
  readonly base: ResumeContent
  readonly options: TailoringOptions
  readonly language: DocumentLanguage
}

export type Reason = TailoringResult['reasons'][number]

/** Points shown of the post that fits best, of each other, and of all together. */
const POINTS = {
  short: { best: 4, other: 2, optional: 1 },
  usual: { best: 6, other: 3, optional: 3 },
  long: { best: Infinity, other: Infinity, optional: Infinity },
} as const

/** A résumé for one posting out of what the base has: points, skills, sentences and sections are ordered and chosen, none is written
 *  anew. Posts and degrees stay in their order and all stay, so that no gap opens in the years; what is left out is only hidden. Every
 *  choice has its reason. Pure. */
export function composeResume({ posting, career, profile, base, options, language }: ResumeInput): TailoringResult {
  const relevance = createRelevance(posting, options)
  const gaps = findGaps(posting, { career, profile })
  const reasons: Reason[] = []
  const tell = (at: string, message: string) => reasons.push({ at, message })
  const known = { relevance, options, tell }
  const sections = base.sections.map((section): ResumeSection => {
    if (!section.isShown) return section
    if (section.kind === 'summary') return chooseSummary(section, known)
    if (section.kind === 'skills') return composeSkills(section, { ...known, career, profile })
    if (section.kind === 'experience') return choosePoints(section, known)
    return section.items.length > 0 && section.kind !== 'education' ? chooseItems(section, known) : section
  })
  const content: ResumeContent = { ...base, sections: orderSections(sections, { posting, ...known }) }
  return { content, language, reasons, gaps: [...gaps.all] }
}

interface Weighed<T> {
  readonly part: T
  readonly fit: Fit
  readonly isKept: boolean
}

function weigh(bullets: readonly ClaimText[], { relevance }: Choosing): Weighed<ClaimText>[] {
  return bullets
    .filter(({ isShown }) => isShown)
    .map((part) => ({ part, fit: relevance.fitOf(part.text), isKept: isMarked(part, relevance) }))
    .toSorted((one, other) => Number(other.isKept) - Number(one.isKept) || other.fit.score - one.fit.score)
}

function isMarked({ id, text, cites }: ClaimText, { isHighlight }: Relevance): boolean {
  return isHighlight({ id, text }) || cites.some((cited) => isHighlight({ id: cited, text: '' }))
}

function choosePoints(section: ResumeSection, known: Choosing): ResumeSection {
  const fits = new Map(section.items.map((item) => [item.id, itemFit(item, known)]))
  const best = section.items.toSorted((one, other) => (fits.get(other.id) ?? 0) - (fits.get(one.id) ?? 0))[0]?.id
  const { length } = known.options
  const items = section.items.map((item) =>
    limited(item, { ...known, most: item.id === best ? POINTS[length].best : POINTS[length].other }),
  )
  return { ...section, items }
}

function itemFit({ title, bullets }: ResumeItem, known: Choosing): number {
  const points = weigh(bullets, known).slice(0, POINTS.usual.best)
  return known.relevance.titleFit(title) + points.reduce((sum, { fit }) => sum + fit.score, 0)
}

/** The points that fit best, first; those beyond `most` are hidden. */
function limited(item: ResumeItem, { most, ...known }: Choosing & { readonly most: number }): ResumeItem {
  const weighed = weigh(item.bullets, known)
  const shown = weighed.filter(({ isKept }, at) => isKept || at < most)
  const hidden = weighed.filter((one) => !shown.includes(one))
  const isReordered = shown.some(({ part }, at) => part.id !== item.bullets.filter(({ isShown }) => isShown)[at]?.id)
  const skills = [...new Set(shown.flatMap(({ fit }) => fit.skills))].slice(0, 4)
  const why =
    skills.length > 0
      ? ` What shows ${skills.join(', ')} comes first.`
      : ' What is nearest to the words of the posting comes first.'
  if (hidden.length > 0)
    known.tell(item.id, `${nameOf(item)}: ${shown.length} of ${weighed.length} points are shown.${why}`)
  else if (isReordered) known.tell(item.id, `${nameOf(item)}: the points are in another order.${why}`)
  for (const { part, isKept } of shown) if (isKept) known.tell(part.id, 'Stands first because you marked it.')
  for (const { part, fit } of hidden)
    known.tell(
      part.id,
      fit.skills.length > 0
        ? `Left out: other points fit better than what shows ${fit.skills.join(', ')}.`
        : 'Left out: it shows nothing that the posting asks for.',
    )
  const bullets = [
    ...shown.map(({ part }) => part),
    ...hidden.map(({ part }) => ({ ...part, isShown: false })),
    ...item.bullets.filter(({ isShown }) => !isShown),
  ]
  return { ...item, bullets }
}

function nameOf({ title, organisation }: ResumeItem): string {
  return organisation === '' ? title : organisation
}

/** Projects, certificates and the like: those that fit first; a short résumé leaves out what fits nothing. */
function chooseItems(section: ResumeSection, known: Choosing): ResumeSection {
  const { relevance, options, tell } = known
  const weighed = section.items
    .filter(({ isShown }) => isShown)
    .map((item) => {
      const fit = relevance.fitOf([item.title, item.organisation, ...item.bullets.map(({ text }) => text)].join('. '))
      const isKept =
        relevance.isHighlight({ id: item.id, text: item.title }) ||
        item.cites.some((id) => relevance.isHighlight({ id, text: '' }))
      return { item, fit, isKept }
    })
  const sorted = weighed.toSorted(
    (one, other) =>
      Number(other.isKept) - Number(one.isKept) ||
      other.fit.skills.length - one.fit.skills.length ||
      other.fit.score - one.fit.score,
  )
  const isShort = options.length === 'short'
  const items = sorted.map(({ item, fit, isKept }) => {
    if (isShort && !isKept && fit.skills.length === 0) {
      tell(item.id, `Left out: "${item.title}" shows nothing that the posting asks for, and the résumé is to be short.`)
      return { ...item, isShown: false }
    }
    return limited(item, { ...known, most: POINTS[options.length].optional })
  })
  const first = sorted[0]
  if (first && first.item.id !== weighed[0]?.item.id && first.fit.skills.length > 0) {
    tell(section.id, `"${first.item.title}" comes first: it shows ${first.fit.skills.slice(0, 3).join(', ')}.`)
  }
  return { ...section, items: [...items, ...section.items.filter(({ isShown }) => !isShown)] }
}

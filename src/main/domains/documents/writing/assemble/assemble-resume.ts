import type { FactId } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import type { ResumeContent, ResumeItem, ResumeSection, SectionKind } from '#shared/documents.ts'
import { sectionOf } from '../../resume-from-career.ts'
import type { ResumeAnswer } from '../answer/answers.ts'
import type { Reason, Sentences } from './sentences.ts'
import { takeSkills } from './take-skills.ts'

const BULLET_CHARS = 500
const SUMMARY_CHARS = 1200
const GAP_CHARS = 120

export interface ResumeAssembly {
  /** What the answer is laid over. */
  readonly base: ResumeContent
  /** Everything the career holds, in the same language. */
  readonly whole: ResumeContent
  /** For each fact the entry that it belongs to. */
  readonly facts: ReadonlyMap<FactId, FactId>
  /** Skills that the career or the profile has, by their names. */
  readonly skills: ReadonlySet<string>
  readonly sentences: Sentences
  /** It was stopped: what it does not speak of stays as it is. */
  readonly isPart: boolean
}

export interface Assembled<Content> {
  readonly content: Content
  readonly reasons: Reason[]
  readonly gaps: string[]
  /** What the model named and nothing backs; it is not in the content. */
  readonly refused: Finding[]
}

/** Entries of these never go: a model that forgets one makes no gap in a life. */
const NEVER_HIDDEN: ReadonlySet<SectionKind> = new Set(['experience', 'education'])
/** Sections that do not consist of entries with sentences. */
const WITHOUT_ITEMS: ReadonlySet<SectionKind> = new Set(['summary', 'skills', 'languages'])

/** A résumé as a model would have it. Headings of entries, with employers, titles and dates, are those of the career or of the document it
 *  starts from; of the answer come sentences, which skills are named, and the order of sections. What it leaves out is hidden, not lost.
 *  Pure but for new ids. */
export function assembleResume(answer: ResumeAnswer, assembly: ResumeAssembly): Assembled<ResumeContent> {
  const { base, sentences, isPart } = assembly
  const reasons: Reason[] = []
  const refused: Finding[] = []
  const wanted = wantedItems(answer, { ...assembly, reasons, refused })
  const sections = withMissingItems(assembly, wanted).map((section): ResumeSection => {
    if (WITHOUT_ITEMS.has(section.kind)) return section
    const items = section.items.map((item) => {
      const owner = ownerOf(item, assembly.facts)
      const bullets = owner === null ? undefined : wanted.get(owner)
      if (owner !== null && bullets !== undefined)
        return rewrittenItem(item, { owner, bullets, sentences, reasons, isPart })
      const isHidden = !isPart && owner !== null && !NEVER_HIDDEN.has(section.kind) && item.isShown
      if (isHidden) reasons.push({ at: item.id, message: 'Left out: it does not help for this posting.' })
      return isHidden ? { ...item, isShown: false } : item
    })
    return { ...section, items }
  })
  const summarised = withSummary(sections, { answer, sentences, reasons })
  const skilled = takeSkills(summarised, { answer, isPart, known: assembly.skills })
  const content = { ...base, sections: inOrder(skilled.sections, isPart ? [] : answer.order) }
  const gaps = answer.gaps.map((gap) => sentences.clean(gap, GAP_CHARS)).filter((gap) => gap !== '')
  return {
    content,
    reasons: [...reasons, ...skilled.reasons],
    gaps: [...new Set(gaps)],
    refused: [...refused, ...skilled.refused],
  }
}

type Bullets = ResumeAnswer['items'][number]['bullets']

function wantedItems(
  { items }: ResumeAnswer,
  { facts, reasons, refused }: ResumeAssembly & { reasons: Reason[]; refused: Finding[] },
): Map<FactId, Bullets> {
  const wanted = new Map<FactId, Bullets>()
  for (const { fact, bullets } of items) {
    const owner = facts.get(fact.replaceAll(/[[\]\s]/g, ''))
    if (owner === undefined) {
      const words = fact.replaceAll(/[^a-z0-9]/gi, '').slice(0, 40)
      const message = `The model wrote an entry for a fact that does not exist${words === '' ? '' : ` (${words})`}. It was left out.`
      reasons.push({ at: 'document', message })
      refused.push({ kind: 'citation', at: 'document', text: words, words, message, nearest: null })
      continue
    }
    wanted.set(owner, [...(wanted.get(owner) ?? []), ...bullets])
  }
  return wanted
}

function ownerOf({ id, cites }: ResumeItem, facts: ReadonlyMap<FactId, FactId>): FactId | null {
  return [...cites, id].map((cited) => facts.get(cited)).find((owner) => owner !== undefined) ?? null
}

/** Entries that the answer names and the base lacks come in as the career has them. */
function withMissingItems(
  { base, whole, facts }: ResumeAssembly,
  wanted: ReadonlyMap<FactId, Bullets>,
): readonly ResumeSection[] {
  const owners = new Set(base.sections.flatMap(({ items }) => items.map((item) => ownerOf(item, facts))))
  return whole.sections.reduce<readonly ResumeSection[]>((sections, section) => {
    const missing = section.items.filter((item) => {
      const owner = ownerOf(item, facts)
      return owner !== null && wanted.has(owner) && !owners.has(owner)
    })
    if (missing.length === 0) return sections
    const there = sections.find(({ id }) => id === section.id) ?? sections.find(({ kind }) => kind === section.kind)
    if (there === undefined) return [...sections, { ...section, items: missing }]
    return sections.map((one) => (one === there ? { ...one, isShown: true, items: [...one.items, ...missing] } : one))
  }, base.sections)
}

interface Rewriting {
  readonly owner: FactId
  readonly bullets: Bullets
  readonly sentences: Sentences
  readonly reasons: Reason[]
  /** The model may not have come to its other sentences. */
  readonly isPart: boolean
}

function rewrittenItem(item: ResumeItem, { owner, bullets, sentences, reasons, isPart }: Rewriting): ResumeItem {
  const placed = sentences.place(bullets, {
    at: item.id,
    mostChars: BULLET_CHARS,
    base: item.bullets,
    needsFact: true,
    owner,
  })
  reasons.push(...placed.reasons)
  const ids = new Set(placed.sentences.map(({ id }) => id))
  const others = item.bullets
    .filter(({ id }) => !ids.has(id))
    .map((bullet) => (isPart ? bullet : { ...bullet, isShown: false }))
  return { ...item, isShown: true, bullets: [...placed.sentences, ...others] }
}

function withSummary(
  sections: readonly ResumeSection[],
  { answer, sentences, reasons }: { answer: ResumeAnswer; sentences: Sentences; reasons: Reason[] },
): ResumeSection[] {
  const old = sections.find(({ kind }) => kind === 'summary')
  const base = old?.paragraphs ?? []
  const placed = sentences.place([answer.summary], {
    at: 'sectionsummary',
    mostChars: SUMMARY_CHARS,
    base,
    needsFact: false,
    owner: null,
  })
  reasons.push(...placed.reasons)
  const [written] = placed.sentences
  if (written === undefined) return [...sections]
  const [first, ...rest] = base
  const isNew = base.every(({ id }) => id !== written.id)
  const paragraph = isNew && first !== undefined ? { ...written, id: first.id } : written
  const others = (isNew ? rest : base.filter(({ id }) => id !== paragraph.id)).map((one) => ({
    ...one,
    isShown: false,
  }))
  const section = { ...(old ?? sectionOf('summary', {})), isShown: true, paragraphs: [paragraph, ...others] }
  return old === undefined ? [section, ...sections] : sections.map((one) => (one === old ? section : one))
}

/** Sections of the kinds named come first, in that order; the others keep theirs. */
function inOrder(sections: readonly ResumeSection[], order: readonly SectionKind[]): ResumeSection[] {
  const rank = new Map(order.toReversed().map((kind) => [kind, order.indexOf(kind)]))
  return sections.toSorted(
    (one, other) => (rank.get(one.kind) ?? order.length) - (rank.get(other.kind) ?? order.length),
  )
}

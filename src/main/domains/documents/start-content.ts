import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Career } from '#shared/career.ts'
import {
  type DocumentContent,
  type DocumentHeader,
  type DocumentKind,
  type DocumentLanguage,
  type documentStartSchema,
  type LetterContent,
  type ResumeContent,
  type SectionKind,
} from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import { resumeFromCareer, sectionOf } from './resume-from-career.ts'

export type Start = z.infer<typeof documentStartSchema>

export interface Beginning {
  readonly kind: DocumentKind
  readonly start: Start
  /** The content of the document that it starts from. */
  readonly source: DocumentContent | null
}

export interface KnownOfUser {
  readonly career: Career
  readonly profile: Profile
  readonly language: DocumentLanguage
}

/** What a new document says at first. A letter takes no more than the lines on top from a career or a résumé; of a
 *  career that holds nothing comes a blank one. Pure but for new ids. */
export function beginContent({ kind, start, source }: Beginning, known: KnownOfUser): DocumentContent {
  if (start.from === 'content') return withOwnIds(start.content)
  if (source !== null && source.kind === kind) return withOwnIds(source)
  const header = source?.header ?? { ...known.career.person, isPlaceShown: true }
  if (kind === 'letter') return blankLetter(header)
  if (start.from !== 'career') return blankResume(header)
  const told = resumeFromCareer(known.career, known.profile, known.language)
  return told.sections.length === 0 ? blankResume(header) : withOwnIds(told)
}

/** The parts that nearly every résumé has, to be filled. */
const USUAL_SECTIONS: readonly SectionKind[] = ['summary', 'experience', 'education', 'skills', 'languages']

function blankResume(header: DocumentHeader): ResumeContent {
  return { kind: 'resume', header, sections: USUAL_SECTIONS.map((kind) => sectionOf(kind, {})) }
}

function blankLetter(header: DocumentHeader): LetterContent {
  return {
    kind: 'letter',
    header,
    recipient: { name: '', company: '', address: '' },
    dateLine: '',
    subject: '',
    greeting: '',
    paragraphs: [],
    closing: '',
    signature: header.name,
  }
}

/** The same content with every part under an id of its own: what comes second under one that is taken gets a new one. What it cites
 *  stays. Pure but for new ids. */
function withOwnIds(content: DocumentContent): DocumentContent {
  const taken = new Set<string>()
  const own = <T extends { readonly id: string }>(part: T): T => {
    const id = taken.has(part.id) ? randomBytes(8).toString('hex') : part.id
    taken.add(id)
    return id === part.id ? part : { ...part, id }
  }
  if (content.kind === 'letter') return { ...content, paragraphs: content.paragraphs.map(own) }
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...own(section),
      paragraphs: section.paragraphs.map(own),
      items: section.items.map((item) => ({ ...own(item), bullets: item.bullets.map(own) })),
      groups: section.groups.map(own),
    })),
  }
}

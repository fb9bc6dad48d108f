import type { AiMessage } from '#main/infra/ai/provider.ts'
import type { AiPurpose } from '#shared/ai.ts'
import type { Career } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import {
  DOCUMENT_LANGUAGES,
  type DocumentContent,
  type DocumentLanguage,
  type LetterContent,
  type ResumeContent,
} from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import type { TailoringOptions, TailoringResult } from '#shared/tailoring.ts'
import { countFunctionWords } from '../../jobs/enrich/reading-words.service.ts'
import type { AskedPosting } from '../compose/asked-posting.ts'
import { resumeFromCareer } from '../resume-from-career.ts'
import type { LetterAnswer, ResumeAnswer } from './answer/answers.ts'
import { ownContacts } from './ask/contacts/own-contacts.ts'
import { withoutOwnContacts } from './ask/contacts/without-contacts.ts'
import { factOwners, factsSheet } from './ask/facts-sheet.ts'
import { optionsText } from './ask/options-text.ts'
import { postingText } from './ask/posting-text.ts'
import { assembleLetter, dateLine } from './assemble/assemble-letter.ts'
import { type Assembled, assembleResume } from './assemble/assemble-resume.ts'
import { Sentences } from './assemble/sentences.ts'
import { skillKey } from './assemble/take-skills.ts'

export interface WritingGround {
  readonly posting: AskedPosting
  readonly career: Career
  readonly profile: Profile
  /** The document that it starts from. */
  readonly source: DocumentContent | null
  /** The user's, newest first: their headers may say more of the user than the career does. */
  readonly documents: readonly DocumentContent[]
  readonly options: TailoringOptions
  readonly now: number
  readonly zone: string
}

export interface Made {
  readonly result: TailoringResult
  readonly refused: readonly Finding[]
}

/** What the posting is written in where documents can be, else English; unless the user chose. Pure. */
export function writingLanguage({ posting, options }: Pick<WritingGround, 'posting' | 'options'>): DocumentLanguage {
  return options.language ?? DOCUMENT_LANGUAGES.find((known) => known === posting.facts.language) ?? 'en'
}

/** What fills the places of the prompt. Pure. */
export function promptValues(ground: WritingGround): { facts: string; posting: string; options: string } {
  const { career, profile, posting, options } = ground
  const facts = new Set(factOwners(career).keys())
  return {
    facts: factsSheet(career, { profile, posting }),
    posting: postingText(posting),
    options: optionsText(options, { language: writingLanguage(ground), facts }),
  }
}

/** The messages as they may be sent: what the user or a stranger wrote into prompt or posting may hold the user's own contacts. Pure. */
export function sendable(
  messages: readonly AiMessage[],
  { career, documents, posting: { company, title } }: WritingGround,
): readonly AiMessage[] {
  const own = ownContacts({ career, documents })
  return messages.map(({ role, text }) => ({ role, text: withoutOwnContacts(text, { own, company, title }) }))
}

export function purposeOf({ kind }: TailoringOptions): Exclude<AiPurpose, 'test' | 'interview'> {
  return kind
}

/** The sentences of a model, as they may be taken in. Pure. */
export function sentencesOf(ground: WritingGround, instructions: string): Sentences {
  const { career, posting } = ground
  return new Sentences({
    career,
    names: [posting.company],
    facts: factOwners(career),
    instructions,
    isTranslated: isTranslated(career, writingLanguage(ground)),
  })
}

/** Pure but for new ids. */
export function madeResume(
  answer: ResumeAnswer,
  { ground, instructions, isPart }: { ground: WritingGround; instructions: string; isPart: boolean },
): Made {
  const { career, profile, source } = ground
  const language = writingLanguage(ground)
  const whole = resumeFromCareer(career, profile, language)
  const base: ResumeContent = source?.kind === 'resume' ? source : whole
  const skills = [
    ...profile.skills.map(({ name }) => name),
    ...[...career.experiences, ...career.projects].flatMap((fact) => fact.skills),
  ]
  const assembled = assembleResume(answer, {
    base,
    whole,
    facts: factOwners(career),
    skills: new Set(skills.map(skillKey)),
    sentences: sentencesOf(ground, instructions),
    isPart,
  })
  return made(assembled, language)
}

/** Pure but for new ids. */
export function madeLetter(
  answer: LetterAnswer,
  { ground, instructions, isPart }: { ground: WritingGround; instructions: string; isPart: boolean },
): Made {
  const { posting, source, career, now, zone } = ground
  const language = writingLanguage(ground)
  const header = source?.header ?? { ...career.person, isPlaceShown: true }
  const blank: LetterContent = {
    kind: 'letter',
    header,
    recipient: { name: '', company: '', address: '' },
    dateLine: dateLine({ city: header.city, now, zone, language }),
    subject: '',
    greeting: '',
    paragraphs: [],
    closing: '',
    signature: header.name,
  }
  const base = source?.kind === 'letter' ? source : blank
  const sentences = sentencesOf(ground, instructions)
  return made(assembleLetter(answer, { base, company: posting.company, sentences, isPart }), language)
}

function made({ content, reasons, gaps, refused }: Assembled<DocumentContent>, language: DocumentLanguage): Made {
  return { result: { content, language, reasons, gaps }, refused }
}

/** Words by which a language is known; so few say nothing. */
const FEW_WORDS = 3

function isTranslated({ summary, experiences, projects }: Career, language: DocumentLanguage): boolean {
  const lines = [...experiences, ...projects].flatMap(({ bullets }) => bullets.map(({ text }) => text))
  const counts = countFunctionWords([summary, ...lines].join('\n'))
  const [main] = [...counts].toSorted(([, one], [, other]) => other - one)
  return main !== undefined && main[1] >= FEW_WORDS && main[0] !== language
}

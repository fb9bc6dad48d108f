import type { Career, FactId } from '#shared/career.ts'
import { factIdSchema } from '#shared/career.ts'
import type { ClaimText } from '#shared/documents.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import { newFactId } from '../../../profile/career/career.service.ts'
import { cleanText } from '../answer/clean-text.ts'

export interface Written {
  readonly text: string
  readonly cites: readonly string[]
}

export interface SentenceGround {
  readonly career: Career
  /** All ids that may be cited. */
  readonly facts: ReadonlyMap<FactId, FactId>
  /** What the model was told; a sentence that repeats it is none of a résumé. */
  readonly instructions: string
  /** Names that are not the career's and may stand: the employer that is written to. */
  readonly names?: readonly string[]
  /** Written in another language than the career is: its words are then no longer those of the facts. */
  readonly isTranslated: boolean
}

export interface Placing {
  readonly at: FactId
  readonly mostChars: number
  /** What stands at the place now. */
  readonly base: readonly ClaimText[]
  /** A sentence without a fact is left out. */
  readonly needsFact: boolean
  /** The entry under which it stands: only its own facts count, and what was confirmed beside them. Null: all of the career. */
  readonly owner: FactId | null
}

export interface Reason {
  readonly at: string
  readonly message: string
}

export interface Placed {
  readonly sentences: ClaimText[]
  readonly reasons: Reason[]
}

/** Words in a row that nobody writes by chance. */
const REPEATED_WORDS = 7

/** Takes sentences of a model into a document. What says the same as one that stands there is that one; what rewords it bears its id.
 *  Left out, with the reason: what rests on no fact of the career where it has to, what has nothing in common with the facts it names,
 *  what belongs under another entry, what cannot stand without an address or code, and what repeats the instructions. Pure but for new ids. */
export class Sentences {
  private readonly ground: SentenceGround
  private readonly known: string
  private readonly textOf: ReadonlyMap<FactId, string>
  private readonly bySaying: ReadonlyMap<string, FactId>
  private readonly instructed: ReadonlySet<string>
  private readonly anywhere: ReadonlySet<string>
  private readonly confirmed: ReadonlySet<FactId>

  constructor(ground: SentenceGround) {
    this.ground = ground
    const { career } = ground
    this.known = [JSON.stringify(career), ...(ground.names ?? [])].join('\n').toLowerCase()
    this.textOf = factTexts(career)
    this.bySaying = new Map([...bulletTexts(career)].map(([id, text]) => [saying(text), id]))
    this.confirmed = new Set(career.confirmed.map(({ id }) => id))
    this.instructed = new Set(runsOf(ground.instructions))
    this.anywhere = stemsOf(
      [career.summary, career.person.headline, ...career.confirmed.map(({ text }) => text)].join(' '),
    )
  }

  /** Empty where it would say something else without what has no place in a document. */
  clean(text: string, mostChars: number): string {
    const cleaned = cleanText(text, { known: this.known, mostChars })
    return cleaned.isAltered ? '' : cleaned.text
  }

  place(written: readonly Written[], placing: Placing): Placed {
    const taken = new Set<FactId>()
    const sentences: ClaimText[] = []
    const reasons: Reason[] = []
    for (const one of written) {
      const placed = this.placeOne(one, { ...placing, taken })
      reasons.push(...placed.reasons)
      if (placed.sentence === null || taken.has(placed.sentence.id)) continue
      taken.add(placed.sentence.id)
      sentences.push(placed.sentence)
    }
    return { sentences, reasons }
  }

  private placeOne(
    written: Written,
    placing: Placing & { readonly taken: ReadonlySet<FactId> },
  ): { sentence: ClaimText | null; reasons: Reason[] } {
    const { at, base, taken } = placing
    const { text, isAltered } = cleanText(written.text, { known: this.known, mostChars: placing.mostChars })
    if (text === '' && !isAltered) return { sentence: null, reasons: [] }
    const left = (why: string) => ({
      sentence: null,
      reasons: [{ at, message: `Left out, ${why}: “${text.slice(0, 160)}”` }],
    })
    if (isAltered) return left('it holds an address or code')
    const same = base.find((sentence) => saying(sentence.text) === saying(text) && !taken.has(sentence.id))
    if (same !== undefined) return { sentence: { ...same, isShown: true }, reasons: [] }
    if (runsOf(text).some((run) => this.instructed.has(run))) return left('it repeats what the model was told')
    const { cites: named, reasons } = this.cited(written, { at, text })
    const cites = this.ownOf(named, placing.owner)
    if (named.length > 0 && !this.hasOwn(cites, placing.owner)) return left('it rests on another entry of your career')
    if (placing.needsFact && cites.length === 0) return left('it rests on no fact of your career')
    if (placing.needsFact && !this.isAboutFacts(text, cites))
      return left('it has nothing in common with the facts it names')
    const reworded = base.find(({ id }) => cites.includes(id) && !taken.has(id))
    return { sentence: { id: reworded?.id ?? newFactId(), text, isShown: true, cites: [...cites] }, reasons }
  }

  /** Facts of another entry back nothing under this one. */
  private ownOf(cites: readonly FactId[], owner: FactId | null): readonly FactId[] {
    if (owner === null) return cites
    return cites.filter((id) => this.ground.facts.get(id) === owner || this.confirmed.has(id))
  }

  private hasOwn(cites: readonly FactId[], owner: FactId | null): boolean {
    return owner === null || cites.some((id) => this.ground.facts.get(id) === owner)
  }

  private cited(written: Written, { at, text }: { at: FactId; text: string }): { cites: FactId[]; reasons: Reason[] } {
    const named = [...new Set(written.cites.map((id) => id.replaceAll(/[[\]\s]/g, '')))]
    const known = named.filter((id) => factIdSchema.safeParse(id).success && this.ground.facts.has(id))
    const reasons =
      known.length === named.length
        ? []
        : [{ at, message: `The model named a fact that does not exist, for “${text.slice(0, 120)}”.` }]
    const own = known.length === 0 ? this.bySaying.get(saying(text)) : undefined
    return { cites: own === undefined ? known : [own], reasons }
  }

  private isAboutFacts(text: string, cites: readonly FactId[]): boolean {
    if (this.ground.isTranslated) return true
    const facts = stemsOf(
      cites
        .map((id) => `${this.textOf.get(id) ?? ''} ${this.textOf.get(this.ground.facts.get(id) ?? '') ?? ''}`)
        .join(' '),
    )
    return [...stemsOf(text)].some((stem) => facts.has(stem) || this.anywhere.has(stem))
  }
}

/** The letters and digits alone: whether two sentences say the same, word for word. Pure. */
export function saying(text: string): string {
  return foldLetters(text)
    .replaceAll(/[^\p{L}\p{N}%+#]+/gu, ' ')
    .trim()
}

function runsOf(text: string): string[] {
  const words = saying(text).split(' ')
  return words.flatMap((_, at) =>
    at + REPEATED_WORDS > words.length ? [] : [words.slice(at, at + REPEATED_WORDS).join(' ')],
  )
}

const STEM_CHARS = 5
const SHORTEST_STEM = 3
const COMMON = new Set(
  'and the for with from that this have has had was were are been will our your their his her its into over und der die das mit von für auf dem den ein eine ist'.split(
    ' ',
  ),
)

function stemsOf(text: string): ReadonlySet<string> {
  const words = saying(text)
    .split(' ')
    .filter((word) => (word.length >= SHORTEST_STEM || /\d/.test(word)) && !COMMON.has(word))
  return new Set(words.map((word) => word.slice(0, STEM_CHARS)))
}

function* bulletTexts({ experiences, education, projects, confirmed }: Career): Generator<readonly [FactId, string]> {
  for (const { bullets } of [...experiences, ...education, ...projects])
    for (const { id, text } of bullets) yield [id, text]
  for (const { id, text } of confirmed) yield [id, text]
}

function factTexts(career: Career): ReadonlyMap<FactId, string> {
  const { experiences, education, projects, extras } = career
  return new Map([
    ...experiences.map(
      ({ id, company, title, summary, skills, bullets }) =>
        [id, line([title, company, summary, ...skills, ...bullets.map(({ text }) => text)])] as const,
    ),
    ...education.map(
      ({ id, degree, field, institution, bullets }) =>
        [id, line([degree, field, institution, ...bullets.map(({ text }) => text)])] as const,
    ),
    ...projects.map(
      ({ id, name, role, skills, bullets }) =>
        [id, line([name, role, ...skills, ...bullets.map(({ text }) => text)])] as const,
    ),
    ...extras.map(({ id, name, by, text }) => [id, line([name, by, text])] as const),
    ...bulletTexts(career),
  ])
}

function line(parts: readonly string[]): string {
  return parts.join(' ')
}

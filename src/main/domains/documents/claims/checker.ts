import type { Career, FactId } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import type { ClaimText } from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import { type FactBook, readFactBook } from './fact-book.ts'
import { type Ground, groundOf, wholeGround } from './ground.ts'
import { messageOf } from './messages.ts'
import { nearestOf } from './nearest.ts'
import { glossOf } from './read/gloss/gloss.ts'
import { languageOf } from './read/sentence-language.ts'
import { checkText, type TextToCheck } from './text-claims.ts'
import type { Unbacked } from './unbacked.ts'
import { plainText } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'

export interface Claim extends Pick<ClaimText, 'id' | 'text' | 'cites'> {
  /** Words that may stand there for another reason than a fact. */
  readonly allowed?: ReadonlySet<string>
  readonly isTitle?: boolean
  readonly isList?: boolean
  /** All of the career backs it: a list of skills is no sentence about one post. */
  readonly isWhole?: boolean
}

const MONTHS_OF_YEAR = 12

/** Holds sentences of one document against one career. What the facts back is read once. */
export class Checker {
  readonly book: FactBook
  private readonly grounds = new Map<string, Ground>()
  private readonly careerYears: readonly number[]
  private readonly skillYears: ReadonlyMap<string, number>
  private ownLines: ReadonlySet<string> | null = null
  /** What not even the whole career backs, by sentence: it is asked once for each finding. */
  private readonly unbackedByAll = new Map<string, readonly Unbacked[]>()
  private language = 'en'

  constructor({ career, profile, now }: { career: Career; profile: Profile; now: number }) {
    this.book = readFactBook({ career, profile, now })
    const total = totalYears(career, now)
    this.careerYears = [
      ...(profile.yearsOfExperience === null ? [] : [profile.yearsOfExperience]),
      ...(total === null ? [] : [total]),
    ]
    this.skillYears = new Map(
      profile.skills.flatMap(({ name, years }) => (years === null ? [] : [[skillNameOf(name), years]])),
    )
  }

  /** The language of the whole document, for sentences that do not tell. */
  speaks(text: string): void {
    this.language = languageOf(text, 'en')
  }

  languageOf(text: string): string {
    return languageOf(text, this.language)
  }

  get whole(): Ground {
    return this.ground('*', () => wholeGround(this.book))
  }

  groundOf(cites: readonly FactId[]): Ground {
    return this.ground(cites.toSorted().join(' '), () => groundOf(this.book, cites))
  }

  private ground(key: string, build: () => Ground): Ground {
    const known = this.grounds.get(key)
    if (known) return known
    const fresh = build()
    this.grounds.set(key, fresh)
    return fresh
  }

  /** What a sentence or field claims and its facts do not back. */
  check(claim: Claim): Finding[] {
    const unknown = claim.cites.filter((cited) => !this.book.facts.has(cited))
    return [
      ...unknown.map((cited) => this.finding(claim, { kind: 'citation', words: cited })),
      ...this.checkWords(claim),
    ]
  }

  private checkWords(claim: Claim): Finding[] {
    const text = plainText(claim.text)
    if (text.trim() === '') return []
    if (claim.isWhole === true) return this.findings(claim, this.unbacked(claim, { text, ground: this.whole }))
    const ground = this.groundOf(claim.cites)
    const missing = this.unbacked(claim, { text, ground })
    if (missing.length === 0) return []
    if (claim.cites.length > 0) return this.findings(claim, missing)
    if (this.isOwnSentence(text)) return []
    const nowhere = this.unbacked(claim, { text, ground: this.whole })
    if (nowhere.length > 0) return this.findings(claim, nowhere)
    return [this.finding(claim, { kind: 'uncited', words: missing[0]?.words ?? '' })]
  }

  private unbacked(claim: Claim, { text, ground }: { text: string; ground: Ground }): Unbacked[] {
    const language = languageOf(text, this.language)
    const isOfCareer =
      claim.cites.length === 0 ||
      (EXPERIENCE.test(glossOf(text, language).text) &&
        !wordsOf(text).some((word) => ground.organisationWords.has(word)))
    const input: TextToCheck = {
      text,
      ground,
      language,
      allowed: claim.allowed ?? NOTHING,
      careerYears: isOfCareer ? this.careerYears : [],
      skillYears: this.skillYears,
      isTitle: claim.isTitle ?? false,
      isList: claim.isList ?? false,
    }
    return checkText(
      claim.cites.length === 0 ? { ...input, ground: { ...ground, stretches: [], workStretches: [] } } : input,
    )
  }

  /** A whole sentence as the career itself has it needs no citation. */
  private isOwnSentence(text: string): boolean {
    const { facts, always } = this.book
    this.ownLines ??= new Set(
      [...facts.values(), always].flatMap(({ lines }) => lines.map((line) => bareText(plainText(line)))),
    )
    return this.ownLines.has(bareText(text))
  }

  findings(claim: Claim, unbacked: readonly Unbacked[]): Finding[] {
    return unbacked.map((one) => this.finding(claim, one))
  }

  finding({ id, text, cites }: Pick<Claim, 'id' | 'text' | 'cites'>, unbacked: Unbacked): Finding {
    const isElsewhere = cites.length > 0 && unbacked.kind !== 'citation' && this.isInWhole(text, unbacked)
    const nearest = nearestOf(unbacked, { text, cited: this.groundOf(cites), whole: this.whole, book: this.book })
    return {
      ...unbacked,
      at: id,
      text,
      message: messageOf(unbacked, { hasCites: cites.length > 0, isElsewhere }),
      nearest,
    }
  }

  /** The career says it, in another fact than those cited. */
  private isInWhole(text: string, { kind, words }: Unbacked): boolean {
    const all =
      this.unbackedByAll.get(text) ??
      checkText({
        text: plainText(text),
        ground: this.whole,
        language: languageOf(text, this.language),
        allowed: NOTHING,
        careerYears: [],
        skillYears: this.skillYears,
      })
    this.unbackedByAll.set(text, all)
    return !all.some((one) => one.kind === kind && one.words === words)
  }
}

const NOTHING: ReadonlySet<string> = new Set()
const EXPERIENCE = /experien|erfahr|career|beruf/iu

function bareText(text: string): string {
  return foldLetters(text)
    .replaceAll(/[^\p{L}\p{N}%€$£]+/gu, ' ')
    .trim()
}

/** From the first post to now or the last one, without the gaps; null without a dated post. */
function totalYears({ experiences }: Career, now: number): number | null {
  const today = new Date(now)
  const spans = experiences.flatMap(({ start, end }) =>
    start === null
      ? []
      : [
          [
            monthsOf(start),
            end === null ? today.getUTCFullYear() * MONTHS_OF_YEAR + today.getUTCMonth() : monthsOf(end),
          ] as const,
        ],
  )
  if (spans.length === 0) return null
  let [total, reached] = [0, -Infinity]
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    total += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return total / MONTHS_OF_YEAR
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * MONTHS_OF_YEAR + (date.length > 4 ? Number(date.slice(5, 7)) - 1 : 0)
}

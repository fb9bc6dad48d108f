import type { Career, Experience, FactId } from '#shared/career.ts'
import type { ClaimText, LetterContent } from '#shared/documents.ts'
import type { TailoringResult } from '#shared/tailoring.ts'
import { findClaims } from '../claims/find-claims.ts'
import { worthOf } from './asked-skills.ts'
import { begunCareer, monthOf, spanState } from './begun-career.ts'
import { findGaps } from './find-gaps.ts'
import { provenSkills, type Proof } from './proven-skills.ts'
import type { LetterInput } from './letter-input.ts'
import { choosePoints } from './letter-points.ts'
import { block, type LetterLanguage, letterLanguage, listed, tonedBlock } from './letter-words.ts'
import { createRelevance } from './relevance.ts'

const SKILLS_NAMED = { short: 3, usual: 5, long: 7 } as const
const GAPS_NAMED = { short: 0, usual: 2, long: 3 } as const

/** A letter for one posting: blocks that claim nothing, and the career's own points word for word, each with the fact that it is. Where
 *  a sentence would not hold against the career, it is left out, as is what has not begun. In German and English; for another language it is in English. Pure. */
export function composeLetter(asked: LetterInput): TailoringResult {
  const input = { ...asked, career: begunCareer(asked.career, monthOf(asked)) }
  const language = letterLanguage(input.language)
  const draft = new Draft(input, language)
  if (language !== input.language)
    draft.tell('letter', 'Letters can be put together in English and German; this one is in English.')
  draft.open()
  draft.skills()
  draft.points()
  draft.missing()
  draft.end()
  return draft.result()
}

class Draft {
  private readonly paragraphs: ClaimText[] = []
  private readonly reasons: TailoringResult['reasons'] = []
  private readonly input: LetterInput
  private readonly language: LetterLanguage
  private readonly gaps: ReturnType<typeof findGaps>
  private readonly proofs: ReadonlyMap<string, Proof>
  private readonly asked: ReadonlyMap<string, number>

  constructor(input: LetterInput, language: LetterLanguage) {
    this.input = input
    this.language = language
    this.gaps = findGaps(input.posting, input)
    this.proofs = provenSkills(input)
    this.asked = createRelevance(input.posting, input.options).asked
  }

  tell(at: string, message: string): void {
    this.reasons.push({ at, message })
  }

  private say(id: string, { text, cites }: { text: string; cites: readonly FactId[] }): void {
    if (text !== '') this.paragraphs.push({ id, text, isShown: true, cites: [...new Set(cites)].slice(0, 20) })
  }

  open(): void {
    const { posting, options, career } = this.input
    const places = { title: posting.title, company: posting.company }
    const opening = tonedBlock('opening', { language: this.language, tone: options.tone, places })
    const newest = newestPost(career, monthOf(this.input))
    const self = newest === null ? this.studySentence(career) : this.postSentence(newest)
    this.say('opening', { text: [opening, self.text].filter((part) => part !== '').join(' '), cites: self.cites })
    if (newest !== null) this.tell('opening', `It names your newest post, at ${newest.post.company}.`)
    else if (career.experiences.length > 0)
      this.tell('opening', 'It names no post: the dates of your posts do not tell which one you hold now.')
  }

  private postSentence({ post, isOngoing }: NewestPost): { text: string; cites: FactId[] } {
    const { id, title, company } = post
    const places = { post: title, employer: company }
    const text =
      title === ''
        ? block(isOngoing ? 'nowHere' : 'beforeHere', { language: this.language, places })
        : block(isOngoing ? 'now' : 'before', { language: this.language, places })
    return { text, cites: [id] }
  }

  private studySentence({ education }: Career): { text: string; cites: FactId[] } {
    const newest = education.toSorted((one, other) => (other.end ?? '9999').localeCompare(one.end ?? '9999'))[0]
    if (!newest) return { text: '', cites: [] }
    const degree = [newest.degree, newest.field].filter((part) => part !== '').join(', ')
    return {
      text: block('study', { language: this.language, places: { degree, school: newest.institution } }),
      cites: [newest.id],
    }
  }

  skills(): void {
    const asked = [...this.asked].toSorted(([, one], [, other]) => other - one).map(([name]) => name)
    const names = asked.filter((name) => this.proofs.has(name)).slice(0, SKILLS_NAMED[this.input.options.length])
    if (names.length === 0) return
    const text = block('skills', { language: this.language, places: { skills: listed(names, this.language) } })
    this.say('skills', { text, cites: names.flatMap((name) => this.proofs.get(name)?.cites ?? []) })
    this.tell('skills', `Asked for and in your career: ${names.join(', ')}.`)
  }

  points(): void {
    const { input, language } = this
    const points = choosePoints(input, language)
    if (points.length === 0) return
    this.say('points', { text: tonedBlock('points', { language, tone: input.options.tone }), cites: [] })
    for (const [at, { cites, employer, name, text, why }] of points.entries()) {
      const places = { employer, name, text }
      this.say(`point${at + 1}`, {
        text: employer === '' ? block('pointAlone', { language, places }) : block('point', { language, places }),
        cites,
      })
      this.tell(`point${at + 1}`, why)
    }
  }

  missing(): void {
    const { options } = this.input
    const names = this.gaps.skills.slice(0, GAPS_NAMED[options.length])
    if (names.length === 0) return
    const near = this.nearSkills(names)
    const text = [
      block('missing', { language: this.language, places: { gaps: listed(names, this.language) } }),
      block('near', { language: this.language, places: { skills: listed(near, this.language) } }),
    ]
    this.say('missing', {
      text: text.filter((part) => part !== '').join(' '),
      cites: near.flatMap((name) => this.proofs.get(name)?.cites ?? []),
    })
    this.tell(
      'missing',
      `Said openly, because the posting asks for it and your career does not show it: ${names.join(', ')}. Leave it out if you prefer.`,
    )
  }

  /** What the career has that stands near to a gap. */
  private nearSkills(gaps: readonly string[]): string[] {
    const wanted = new Map(gaps.map((name) => [name, 1]))
    const near = [...this.proofs.keys()].flatMap((name) => {
      const worth = worthOf(name, wanted)
      return worth && worth.share < 1 ? [{ name, share: worth.share }] : []
    })
    return near
      .toSorted((one, other) => other.share - one.share)
      .slice(0, gaps.length)
      .map(({ name }) => name)
  }

  end(): void {
    const { options, profile } = this.input
    if (options.isVisaMentioned === true) {
      if (profile.needsSponsorship) {
        this.say('permit', { text: block('visa', { language: this.language }), cites: [] })
        this.tell('permit', 'Your profile says that you need sponsorship.')
      } else
        this.tell('permit', 'Nothing is said of a work permit: your profile does not say that you need sponsorship.')
    }
    this.say('ending', { text: tonedBlock('end', { language: this.language, tone: options.tone }), cites: [] })
  }

  result(): TailoringResult {
    const { input, language } = this
    const { posting, header, options, career, profile, now } = input
    const places = { title: posting.title, company: posting.company }
    const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: input.zone,
    }).format(now)
    const letter: LetterContent = {
      kind: 'letter',
      header,
      recipient: { name: '', company: posting.company.slice(0, 160), address: '' },
      dateLine: block('date', { language, places: { city: header.city, date } }) || date,
      subject: block('subject', { language, places }).slice(0, 300),
      greeting: (
        tonedBlock('greeting', { language, tone: options.tone, places }) ||
        tonedBlock('greeting', { language, tone: 'formal' })
      ).slice(0, 200),
      paragraphs: this.paragraphs,
      closing: tonedBlock('closing', { language, tone: options.tone }),
      signature: header.name,
    }
    const context = {
      company: posting.company,
      title: posting.title,
      city: posting.city,
      text: posting.descriptionText,
    }
    const unbacked = new Set(findClaims(letter, { career, profile, now, context }).map(({ at }) => at))
    for (const { id } of letter.paragraphs)
      if (unbacked.has(id)) this.tell(id, 'Left out: as a sentence it would say more than its fact.')
    const content = { ...letter, paragraphs: letter.paragraphs.filter(({ id }) => !unbacked.has(id)) }
    return { content, language, reasons: this.reasons, gaps: [...this.gaps.all] }
  }
}

interface NewestPost {
  readonly post: Experience
  readonly isOngoing: boolean
}

/** The post that goes on, the one begun last first, else the one that ended last. Null where that cannot be told: one without dates may
 *  be held now, and so may one that ends this very month or year. */
function newestPost({ experiences }: Career, month: string): NewestPost | null {
  const last = ({ end, start }: Experience) => `${end ?? '9999'} ${start ?? ''}`
  const states = experiences.map((post) => ({ post, state: spanState(post, month) }))
  if (states.some(({ post, state }) => state === 'unsaid' && post.end === null)) return null
  const ongoing = states.filter(({ state }) => state === 'ongoing').map(({ post }) => post)
  const [now] = ongoing.toSorted((one, other) => (other.start ?? '').localeCompare(one.start ?? ''))
  if (now !== undefined) return { post: now, isOngoing: true }
  const [before] = states.toSorted((one, other) => last(other.post).localeCompare(last(one.post)))
  return before === undefined || before.state === 'unsaid' ? null : { post: before.post, isOngoing: false }
}

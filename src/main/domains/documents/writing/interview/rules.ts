import type { Career } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import type { InterviewQuestion } from '#shared/writing.ts'
import { splitSentences } from '../../../jobs/enrich/reading-words.service.ts'
import { skillNameOf } from '../../../jobs/match/matching.service.ts'
import type { AskedPosting } from '../../compose/asked-posting.ts'
import { findGaps } from '../../compose/find-gaps.ts'
import { createRelevance } from '../../compose/relevance.ts'
import { readSkillWords } from '../../claims/read/skills-said.ts'
import { asData } from '../ask/data-text.ts'
import { pointsOf, type Point, spanOf, starOf } from './star.ts'

export type Question = Omit<InterviewQuestion, 'findings'>

export interface InterviewGround {
  readonly posting: AskedPosting
  readonly career: Career
  readonly profile: Profile
}

const MOST = { skills: 5, overlaps: 2, gaps: 4, breaks: 2 } as const
const MOST_WHY_CHARS = 240
const BREAK_MONTHS = 4
const MONTHS_OF_YEAR = 12

/** Questions that posting and career make likely, answered as far as the career's own points do. Pure. */
export function questionsByRules(ground: InterviewGround): Question[] {
  const used = new Set<string>()
  return [...overlaps(ground, used), ...skills(ground, used), ...gaps(ground), ...languages(ground), ...changes(ground)]
}

/** The points that fit best of all. */
function overlaps({ posting, career }: InterviewGround, used: Set<string>): Question[] {
  const { fitOf } = createRelevance(posting, { highlights: [] })
  const ranked = pointsOf(career)
    .map((point) => ({ point, fit: fitOf(point.text, point.skills) }))
    .filter(({ fit }) => fit.skills.length > 0)
    .toSorted((one, other) => other.fit.score - one.fit.score)
  return ranked.slice(0, MOST.overlaps).map(({ point, fit }, at) => {
    used.add(point.id)
    return {
      question:
        at === 0 ? 'What in your experience is closest to this job?' : 'Give another example of work like this.',
      why: `It shows what the posting asks for: ${fit.skills.slice(0, 4).join(', ')}.`,
      answer: starOf(point),
    }
  })
}

function skills({ posting, career, profile }: InterviewGround, used: Set<string>): Question[] {
  const points = pointsOf(career)
  const listed = new Set(profile.skills.map(({ name }) => skillNameOf(name)))
  const order = { required: 0, preferred: 1 }
  const asked = posting.facts.skills.toSorted(
    (one, other) => (one.need === null ? 2 : order[one.need]) - (other.need === null ? 2 : order[other.need]),
  )
  return asked
    .flatMap(({ name, evidence }): Question[] => {
      const shown = points.filter((point) => shows(point, name))
      const point = shown.find(({ id }) => !used.has(id)) ?? shown[0]
      if (point === undefined && !listed.has(name)) return []
      if (point !== undefined) used.add(point.id)
      return [
        {
          question: `Tell us about something that you did with ${name}.`,
          why: quoted(posting, evidence) ?? `The posting asks for ${name}.`,
          answer: point === undefined ? null : starOf(point),
        },
      ]
    })
    .slice(0, MOST.skills)
}

function shows({ text, skills: listed }: Point, name: string): boolean {
  if (readSkillWords(text, { isFact: true, language: '' }).some((said) => said.name === name)) return true
  return listed.some((skill) => skillNameOf(skill) === name)
}

/** What cannot be answered out of the career is asked all the same. */
function gaps({ posting, career, profile }: InterviewGround): Question[] {
  return findGaps(posting, { career, profile })
    .all.slice(0, MOST.gaps)
    .map((gap) => ({
      question: `How would you get into ${gap}?`,
      why: quoted(posting, gap) ?? `The posting asks for ${gap}, and your career does not show it.`,
      answer: null,
    }))
}

function languages({ posting, profile }: InterviewGround): Question[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' })
  return posting.facts.asksLanguages.flatMap(({ code, evidence }) => {
    const name = names.of(code) ?? code
    if (profile.languages.every((known) => known.code !== code)) return []
    return [
      {
        question: `Part of the conversation may be in ${name}. How well do you speak it?`,
        why: quoted(posting, evidence) ?? `The posting asks for ${name}.`,
        answer: null,
      },
    ]
  })
}

function changes({ career }: InterviewGround): Question[] {
  const posts = career.experiences
    .filter(({ start }) => start !== null)
    .toSorted((one, other) => monthsOf(one.start ?? '') - monthsOf(other.start ?? ''))
  const current = posts.findLast(({ end }) => end === null)
  const leaving =
    current === undefined
      ? []
      : [{ question: `Why do you want to leave ${current.company}?`, why: 'It is your current post.', answer: null }]
  return [...breaks(career, posts).slice(-MOST.breaks), ...leaving]
}

/** Times without a post; what was studied or made in them is the answer. */
function breaks({ education, projects }: Career, posts: Career['experiences']): Question[] {
  const found: Question[] = []
  let last: { end: string; company: string } | null = null
  for (const { start, end, company } of posts) {
    if (start !== null && last !== null && monthsOf(start) - monthsOf(last.end) > BREAK_MONTHS) {
      const between = { from: last.end, to: start }
      const filled = [...education, ...projects].filter(
        (one) =>
          one.start !== null &&
          monthsOf(one.start) <= monthsOf(between.to) &&
          (one.end === null || monthsOf(one.end) >= monthsOf(between.from)),
      )
      const names = filled.map(
        (one) =>
          [
            `${'institution' in one ? [one.degree, one.institution].filter((part) => part !== '').join(' at ') : one.name}, ${spanOf(one.start, one.end)}`,
            one.id,
          ] as const,
      )
      found.push({
        question: `What did you do between ${between.from} and ${between.to}?`,
        why: `Between ${last.company} and ${company} your career has no post.`,
        answer:
          names.length === 0
            ? null
            : {
                situation: `${names.map(([name]) => name).join('; ')}.`,
                task: 'Add: why you chose it.',
                action: 'Add: what you did.',
                result: 'Add: what came of it.',
                cites: names.map(([, id]) => id),
              },
      })
    }
    if (end === null) return found
    if (last === null || monthsOf(end) > monthsOf(last.end)) last = { end, company }
  }
  return found
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * MONTHS_OF_YEAR + (date.length > 4 ? Number(date.slice(5, 7)) - 1 : 0)
}

/** The sentence of the posting in which the words stand. */
function quoted({ descriptionText }: AskedPosting, words: string): string | null {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return null
  const sentence = splitSentences(descriptionText).find(({ text }) => text.toLowerCase().includes(wanted))
  return sentence === undefined ? null : `“${asData(sentence.text, MOST_WHY_CHARS)}”`
}

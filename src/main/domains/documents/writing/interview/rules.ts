import type { Career } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import type { InterviewQuestion } from '#shared/writing.ts'
import { splitSentences } from '../../../jobs/enrich/reading-words.service.ts'
import { skillNameOf } from '../../../jobs/match/matching.service.ts'
import type { AskedPosting } from '../../compose/asked-posting.ts'
import { findGaps } from '../../compose/find-gaps.ts'
import { createRelevance } from '../../compose/relevance.ts'
import { readSkillWords } from '../../claims/read/skills/skills-said.ts'
import { asData } from '../ask/data-text.ts'
import { atWords, dateWords, type InterviewLanguage, interviewWords, spanWords } from './interview-words.ts'
import { pointsOf, type Point, starOf } from './star.ts'

export type Question = Omit<InterviewQuestion, 'findings'>

export interface InterviewGround {
  readonly posting: AskedPosting
  readonly career: Career
  readonly profile: Profile
  readonly language: InterviewLanguage
}

const MOST = { skills: 5, overlaps: 2, gaps: 4, breaks: 2 } as const
const MOST_WHY_CHARS = 240
const BREAK_MONTHS = 4
const MONTHS_OF_YEAR = 12

/** Questions that posting and career make likely, in the language of the ground, answered as far as the career's own points do. Pure. */
export function questionsByRules(ground: InterviewGround): Question[] {
  const used = new Set<string>()
  return [...overlaps(ground, used), ...skills(ground, used), ...gaps(ground), ...languages(ground), ...changes(ground)]
}

/** The points that fit best of all. */
function overlaps({ posting, career, language }: InterviewGround, used: Set<string>): Question[] {
  const { fitOf } = createRelevance(posting, { highlights: [] })
  const ranked = pointsOf(career, language)
    .map((point) => ({ point, fit: fitOf(point.text, point.skills) }))
    .filter(({ fit }) => fit.skills.length > 0)
    .toSorted((one, other) => other.fit.score - one.fit.score)
  return ranked.slice(0, MOST.overlaps).map(({ point, fit }, at) => {
    used.add(point.id)
    return {
      question: interviewWords(at === 0 ? 'closest' : 'another', { language }),
      why: interviewWords('shows', { language, places: { skills: fit.skills.slice(0, 4).join(', ') } }),
      answer: starOf(point, language),
    }
  })
}

function skills({ posting, career, profile, language }: InterviewGround, used: Set<string>): Question[] {
  const points = pointsOf(career, language)
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
          question: interviewWords('skill', { language, places: { what: name } }),
          why: quoted(evidence, { posting, language }) ?? interviewWords('asked', { language, places: { what: name } }),
          answer: point === undefined ? null : starOf(point, language),
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
function gaps({ posting, career, profile, language }: InterviewGround): Question[] {
  const { all, skills: missing } = findGaps(posting, { career, profile })
  // Gaps have English names.
  const spoken = new Map(posting.facts.asksLanguages.map((asks) => [languageName(asks.code, 'en'), asks]))
  return all.slice(0, MOST.gaps).map((gap) => {
    const asks = spoken.get(gap)
    if (asks === undefined && !missing.includes(gap)) {
      // A degree is named by the sentence that asks for it.
      const what = asData(gap, MOST_WHY_CHARS)
      const question = interviewWords('instead', { language, places: { what } })
      return { question, why: interviewWords('missing', { language }), answer: null }
    }
    const places = { what: asks === undefined ? gap : languageName(asks.code, language) }
    return {
      question: interviewWords(asks === undefined ? 'into' : 'speak', { language, places }),
      why: quoted(asks?.evidence ?? gap, { posting, language }) ?? interviewWords('lacks', { language, places }),
      answer: null,
    }
  })
}

function languages({ posting, profile, language }: InterviewGround): Question[] {
  return posting.facts.asksLanguages.flatMap(({ code, evidence }) => {
    const what = languageName(code, language)
    if (profile.languages.every((known) => known.code !== code)) return []
    return [
      {
        question: interviewWords('speak', { language, places: { what } }),
        why: quoted(evidence, { posting, language }) ?? interviewWords('asked', { language, places: { what } }),
        answer: null,
      },
    ]
  })
}

function languageName(code: string, language: InterviewLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
}

function changes({ career, language }: InterviewGround): Question[] {
  const posts = career.experiences
    .filter(({ start }) => start !== null)
    .toSorted((one, other) => monthsOf(one.start ?? '') - monthsOf(other.start ?? ''))
  const current = posts.findLast(({ end }) => end === null)
  const leaving =
    current === undefined
      ? []
      : [
          {
            question: interviewWords('leave', { language, places: { company: current.company } }),
            why: interviewWords('current', { language }),
            answer: null,
          },
        ]
  return [...breaks(career, { posts, language }).slice(-MOST.breaks), ...leaving]
}

/** Times without a post; what was studied or made in them is the answer. */
function breaks(
  { education, projects }: Career,
  { posts, language }: { posts: Career['experiences']; language: InterviewLanguage },
): Question[] {
  const add = (name: 'addReason' | 'addDone' | 'addOutcome') => interviewWords(name, { language })
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
            `${'institution' in one ? atWords('study', { what: one.degree, where: one.institution, language }) : one.name}, ${spanWords(one, language)}`,
            one.id,
          ] as const,
      )
      found.push({
        question: interviewWords('between', {
          language,
          places: { from: dateWords(between.from, language), to: dateWords(between.to, language) },
        }),
        why: interviewWords('noPost', { language, places: { before: last.company, after: company } }),
        answer:
          names.length === 0
            ? null
            : {
                situation: `${names.map(([name]) => name).join('; ')}.`,
                task: add('addReason'),
                action: add('addDone'),
                result: add('addOutcome'),
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
function quoted(
  words: string,
  { posting, language }: { posting: AskedPosting; language: InterviewLanguage },
): string | null {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return null
  const sentence = splitSentences(posting.descriptionText).find(({ text }) => text.toLowerCase().includes(wanted))
  if (sentence === undefined) return null
  return interviewWords('quote', { language, places: { words: asData(sentence.text, MOST_WHY_CHARS) } })
}

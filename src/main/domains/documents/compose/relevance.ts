import { foldLetters } from '#main/infra/text/fold.ts'
import type { TailoringOptions } from '#shared/tailoring.ts'
import { countFunctionWords } from '../../jobs/enrich/reading-words.service.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import { wordsOf } from '../claims/read/words.ts'
import type { AskedPosting } from './asked-posting.ts'
import { askedSkills, worthOf } from './asked-skills.ts'
import { readShownSkills } from './shown-skills.ts'

/** How well something of the career fits a posting, and by which of its skills. */
export interface Fit {
  readonly score: number
  /** Skills asked for that it shows, the weightiest first. */
  readonly skills: readonly string[]
  /** Skills asked for to which it shows a neighbour only. */
  readonly near: readonly string[]
}

export interface Relevance {
  readonly asked: ReadonlyMap<string, number>
  /** Of a sentence, with skills that are listed beside it. */
  readonly fitOf: (text: string, skills?: readonly string[]) => Fit
  /** Of a title: how many of the posting's words for the job it has. */
  readonly titleFit: (title: string) => number
  readonly isHighlight: (fact: { readonly id: string; readonly text: string }) => boolean
}

const WORD_WORTH = 0.2
const MOST_WORD_WORTH = 1.2
/** A point that says how much convinces more than one that does not. */
const NUMBER_WORTH = 0.4
const STEM_LETTERS = 6
const LEAST_LETTERS = 4
const TITLE_WORTH = 0.8

/** Weighs sentences against a posting: skills with their neighbours, a must before a plus, then its words. Pure. */
export function createRelevance(
  posting: AskedPosting,
  { highlights }: Pick<TailoringOptions, 'highlights'>,
): Relevance {
  const asked = askedSkills(posting)
  const stems = stemsOf(`${posting.title}\n${posting.descriptionText}`)
  const titleStems = stemsOf(posting.title)
  const marked = highlights.map((text) => foldLetters(text).trim()).filter((text) => text !== '')
  return {
    asked,
    fitOf: (text, skills = []) => {
      const named = [...readShownSkills(text, { isFact: true }).map(({ name }) => name), ...skills.map(skillNameOf)]
      const worths = [...new Set(named)].flatMap((name) => worthOf(name, asked) ?? [])
      const best = new Map<string, number>()
      for (const { for: name, weight } of worths) best.set(name, Math.max(best.get(name) ?? 0, weight))
      const shared = [...stemsOf(text)].filter((stem) => stems.has(stem)).length
      const words = Math.min(shared * WORD_WORTH, MOST_WORD_WORTH)
      const score =
        [...best.values()].reduce((sum, weight) => sum + weight, 0) + words + (/\d/.test(text) ? NUMBER_WORTH : 0)
      const shown = new Set(worths.filter(({ share }) => share === 1).map(({ for: name }) => name))
      const names = [...best].toSorted(([, one], [, other]) => other - one).map(([name]) => name)
      return { score, skills: names.filter((name) => shown.has(name)), near: names.filter((name) => !shown.has(name)) }
    },
    titleFit: (title) => [...stemsOf(title)].filter((stem) => titleStems.has(stem)).length * TITLE_WORTH,
    isHighlight: ({ id, text }) => {
      const plain = foldLetters(text)
      return marked.some((mark) => mark === id || plain.includes(mark))
    },
  }
}

function stemsOf(text: string): Set<string> {
  const words = wordsOf(text).filter(
    (word) => word.length >= LEAST_LETTERS && !/^\d/.test(word) && countFunctionWords(word).size === 0,
  )
  return new Set(words.map((word) => word.slice(0, STEM_LETTERS)))
}

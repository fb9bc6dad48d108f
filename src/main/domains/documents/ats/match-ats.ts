import type { AtsMatch, AtsTerm } from '#shared/ats.ts'
import type { Need } from '#shared/facts.ts'
import { findLanguageNames } from '../../jobs/enrich/reading-words.service.ts'
import { isKnownSkill, skillNameOf } from '../../jobs/match/matching.service.ts'
import { readFactBook } from '../claims/fact-book.ts'
import { wholeGround } from '../claims/ground.ts'
import { readDegrees } from '../claims/read/degrees-said.ts'
import { readTokens } from '../claims/read/tokens.ts'
import type { AtsInput } from './ats-input.ts'
import { type DegreeAsk, meetsDegree, readDegreeAsks } from './degree-terms.ts'
import { countWord, findSkillTerms } from './skill-terms.ts'
import { linesWithTitle, titleTerm } from './title-term.ts'
import { atsWarnings } from './warnings.ts'

const WEIGHTS: Readonly<Record<AtsTerm['weight'], number>> = { required: 3, nice: 1, mentioned: 1 }
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

/** How well a parser would find the posting's words in the exported text, and what it would trip over: skills under any of their names,
 *  the job's title, spoken languages and the degree. `scorePercent` is rounded to a whole number. Finding one term more never lowers
 *  it. Pure. */
export function matchAts(input: AtsInput): AtsMatch {
  const whole = wholeGround(readFactBook({ career: input.career, profile: input.profile, now: 0 }))
  const terms = [
    ...titleTerms(input),
    ...skillTerms(input, whole.skills),
    ...languageTerms(input),
    ...degreeTerms(input, whole.degrees),
  ]
  const counted = (weight: AtsTerm['weight']) => {
    const all = terms.filter((term) => term.weight === weight)
    return { found: all.filter(({ isFound }) => isFound).length, all: all.length }
  }
  return {
    scorePercent: scoreOf(terms),
    required: counted('required'),
    nice: counted('nice'),
    terms,
    warnings: atsWarnings(input),
  }
}

function scoreOf(terms: readonly AtsTerm[]): number | null {
  const weightOf = (some: readonly AtsTerm[]) => some.reduce((sum, { weight }) => sum + WEIGHTS[weight], 0)
  const all = weightOf(terms)
  return all === 0 ? null : Math.round((weightOf(terms.filter(({ isFound }) => isFound)) / all) * 100)
}

function weightOf(need: Need | null): AtsTerm['weight'] {
  if (need === null) return 'mentioned'
  return need === 'required' ? 'required' : 'nice'
}

function found(times: number, foundAs: string | null): Pick<AtsTerm, 'isFound' | 'foundAs' | 'times'> {
  return { isFound: times > 0, foundAs: times > 0 ? foundAs : null, times }
}

function titleTerms({ posting, text, career }: AtsInput): AtsTerm[] {
  const term = titleTerm(posting.title)
  if (term === '') return []
  const lines = linesWithTitle(term, text)
  const own = [career.person.headline, ...career.experiences.map(({ title }) => title)].join('\n')
  const isInCareer = linesWithTitle(term, own).length > 0
  return [
    {
      term,
      kind: 'title',
      weight: 'required',
      ...found(lines.length, lines[0]?.trim() ?? null),
      isInCareer,
      evidence: posting.title,
    },
  ]
}

function skillTerms({ posting, text }: AtsInput, known: ReadonlySet<string>): AtsTerm[] {
  const terms = findSkillTerms(text)
  return posting.facts.skills.map(({ name, need, evidence }) => {
    const times = isKnownSkill(name) ? (terms.get(name)?.times ?? 0) : countWord(name, text)
    const foundAs = terms.get(name)?.as ?? name
    return {
      term: name,
      kind: 'skill',
      weight: weightOf(need),
      ...found(times, foundAs),
      isInCareer: known.has(skillNameOf(name)),
      evidence,
    }
  })
}

function languageTerms({ posting, text, profile }: AtsInput): AtsTerm[] {
  const names = findLanguageNames(text)
  const seen = new Set<string>()
  return posting.facts.asksLanguages.flatMap(({ code, need, evidence }) => {
    if (seen.has(code)) return []
    seen.add(code)
    const own = names.filter((name) => name.code === code)
    const first = own[0]
    const isInCareer = profile.languages.some((language) => language.code === code)
    const foundAs = first ? text.slice(first.start, first.end) : null
    return [
      {
        term: LANGUAGES.of(code) ?? code,
        kind: 'language' as const,
        weight: weightOf(need),
        ...found(own.length, foundAs),
        isInCareer,
        evidence,
      },
    ]
  })
}

const DEGREE_NAMES: Readonly<Record<string, string>> = {
  bachelor: 'Bachelor',
  master: 'Master',
  mba: 'MBA',
  diploma: 'Diplom',
  doctor: 'Doctorate',
  magister: 'Magister',
  school: 'Abitur',
  vocational: 'Apprenticeship',
  habilitation: 'Habilitation',
}
/** A posting that takes any degree names none. */
const MANY_CLASSES = 4

function degreeTerms({ posting, text }: AtsInput, known: ReadonlySet<string>): AtsTerm[] {
  const named = new Map<string, AtsTerm>()
  const inText = readDegrees(readTokens(text.replaceAll('\n', ' ')))
  for (const ask of readDegreeAsks(posting.descriptionText)) {
    const term =
      ask.classes.length >= MANY_CLASSES
        ? 'University degree'
        : ask.classes.map((name) => DEGREE_NAMES[name] ?? name).join(' or ')
    const met = meetsDegree(
      ask,
      inText.map(({ name }) => name),
    )
    const times = met === null ? 0 : inText.filter(({ name }) => meetsDegree(ask, [name]) !== null).length
    const foundAs = inText.find(({ name }) => name === met)?.written ?? null
    const old = named.get(term)
    if (old?.weight === 'required') continue
    named.set(term, {
      term,
      kind: 'degree',
      weight: degreeWeight(ask),
      ...found(times, foundAs),
      isInCareer: meetsDegree(ask, known) !== null,
      evidence: ask.evidence,
    })
  }
  return [...named.values()]
}

function degreeWeight({ isNice }: DegreeAsk): AtsTerm['weight'] {
  return isNice ? 'nice' : 'required'
}

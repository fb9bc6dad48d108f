import type { Seniority } from '#shared/facts.ts'
import { content, type Language, need, type Phrases, type Slots } from './content.ts'
import { cityInText, countryInText } from './places.ts'
import type { Opening } from './plan.ts'
import type { Random } from './random.ts'

/** One sentence or bullet. `fact` marks what the truth quotes, which no shortening may drop. */
export interface Line {
  readonly text: string
  readonly fact: 'visa' | 'pay' | 'workplace' | null
}

export type SectionName =
  | 'header'
  | 'about'
  | 'intro'
  | 'tasks'
  | 'profile'
  | 'benefits'
  | 'facts'
  | 'process'
  | 'closing'

export interface Section {
  readonly name: SectionName
  readonly heading: string | null
  readonly isList: boolean
  readonly lines: readonly Line[]
}

export const plain = (text: string): Line => ({ text, fact: null })
export const isStarter = (seniority: Seniority) => seniority === 'intern' || seniority === 'junior'
export const leadsPeople = (seniority: Seniority) => ['lead', 'manager', 'director'].includes(seniority)

/** Sentences that would contradict the level or the kind of company, by their own words. */
export const NOT_FOR_STARTERS =
  /on-call|^Own |^Lead |Mentor|verantwort|leitest|Supervise|betreust|management|Vorstand|pricing|Preisen|proposals|Anträgen|Harden|härtest|architecture|Personal|decide when|entscheidest|Review (causal|designs)|roadmap|Roadmap|board/
export const NOT_FOR_STUDENTS =
  /first year|after four years|permanent|parents|health insurance|pension|Altersvorsorge|Unbefristet|Sabbatical|Kita|Erfolgsbeteiligung|notice periods|Kündigungsfrist|overtime|Überstunden|38/
export const NEEDS_OFFICE =
  /lunch|Dogs|chair|coffee|Public transport|Mittagessen|Bürohunde|Tisch|Eltern-Kind|Deutschlandticket/
export const FOR_PART_TIME_STUDENTS = /^(Fifteen|15 bis)/
export const FOR_INTERNS_BEFORE_THESIS = /^(A thesis|Eine Abschluss)/
export const FOR_ENGINEERS_ONLY =
  /technical|hands-on|architecture|design discussions|Architektur|technische|fachlich|gone wrong|one area|Gebiet|Design/
export const FOR_FOREIGN_COLLEAGUES = /local language|learn ours/
/** Two sentences of one group would describe the same step twice, or differently. */
export const PROCESS_GROUPS = [
  /three steps|two interviews|homework|You will talk|drei Schritte|Zwei Gespräche|Hausaufgaben/,
  /^Send us|^Apply through|every Thursday|short letter|^Schick uns|jeden Donnerstag|Anschreiben/,
]
export const NOT_FOR_MANAGERS = /^(Write|Train|Query|Pair|Du schreibst|Du trainierst|Du holst)/
export const SAYS_TEAM_SIZE =
  /\{team\}|third data scientist|dritte Person|seven engineers|sieben Leuten|colleague moves|Kollege/
export const ABOUT_LANGUAGE_MODELS = /language models|Sprachmodelle|retrieval, reranking/
export const IS_PROFILE =
  /^(You have|You need|You are enrolled|First experience|Erste Erfahrung|Fünf oder|Einige Jahre|Du hast|Du bist während)/
export const IS_PERK =
  /^(You get|You start|You learn|Fifteen|A thesis|You take over|Du bekommst|Du startest|15 bis|Eine Abschluss)/

export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
export const withoutStop = (text: string) => text.replace(/\.$/, '')
const articleFor = (title: string) => (/^(ML|MLOps|NLP|AI|A|E|I|O|iOS|II)/.test(title) ? `an ${title}` : `a ${title}`)

function swissGrammar(text: string): string {
  return text.replace(/\b(in|für|von) Schweiz\b/g, (_all, word: string) =>
    word === 'für' ? 'für die Schweiz' : `${word} der Schweiz`,
  )
}

function countryWords({ place, language }: Opening): string {
  if (place.scope === 'eu') return language === 'de' ? 'der EU' : 'the EU'
  return countryInText(place.country, language)
}

/** Fills the slots of a template with this opening's words. */
export function createFiller(opening: Opening, random: Random): (template: string) => string {
  const { company, language, stack, title, set, place } = opening
  const slots: Slots = language === 'de' && company.slotsDe ? company.slotsDe : company.slots
  const words: Record<string, string> = {
    ...slots,
    company: company.name,
    domain: company.domain,
    city: place.cities.map((name) => cityInText(name, language)).join(language === 'de' ? ' oder ' : ' or '),
    country: countryWords(opening),
    title,
    field: set.field,
    team: random.deal(`teams.${language}`, content.phrases[language].teams).replace('{product}', slots.product),
  }
  for (const [index, skill] of stack.entries()) words[`s${index + 1}`] = skill
  return (template) => {
    const filled = template
      .replace('a {title}', articleFor(title))
      .replace(/\{(\w+)\}/g, (_all, slot: string) => need(words, slot))
    const sentence = filled.charAt(0).toUpperCase() + filled.slice(1)
    const starts = /^(iOS|dbt|gRPC)/.test(filled) ? filled : sentence
    return swissGrammar(starts)
  }
}

/** What every writer of a part of a posting needs. */
export interface Desk {
  readonly opening: Opening
  readonly random: Random
  readonly phrases: Phrases
  readonly fill: (template: string) => string
  readonly language: Language
}

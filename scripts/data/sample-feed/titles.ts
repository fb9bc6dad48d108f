import type { Seniority } from '#shared/facts.ts'
import type { Company, Language, TitleSet } from './content.ts'
import type { Random } from './random.ts'
import type { Board } from './shape.ts'

/** Words around a base title for each level; `{b}` is the title, `{f}` the discipline. They follow the reading rules:
 *  nothing in a title of level 'unknown' says a level. */
const LEVEL_FORMS: Readonly<Record<Seniority, { en: readonly string[]; de: readonly string[] }>> = {
  intern: {
    en: ['Working Student {f}', '{f} Intern', 'Internship {f}', 'Master Thesis {f}'],
    de: ['Werkstudent:in {f}', 'Praktikum {f}', 'Abschlussarbeit {f}'],
  },
  junior: { en: ['Junior {b}', 'Graduate {b}', '{b} I'], de: ['Junior {b}'] },
  mid: { en: ['{b} II', 'Mid-level {b}'], de: ['{b} II'] },
  senior: { en: ['Senior {b}', 'Senior {b}', 'Senior {b}', '{b} III'], de: ['Senior {b}'] },
  lead: { en: ['Lead {b}', 'Tech Lead {f}', 'Team Lead {f}'], de: ['Teamleitung {f}', 'Lead {b}'] },
  principal: { en: ['Staff {b}', 'Principal {b}'], de: ['Principal {b}'] },
  manager: { en: ['{f} Manager', 'Engineering Manager, {f}'], de: ['Engineering Manager {f}'] },
  director: { en: ['Head of {f}', 'Director of {f}'], de: ['Head of {f}'] },
  unknown: { en: ['{b}'], de: ['{b}'] },
}

interface TitleRequest {
  readonly titleKey: string
  readonly set: TitleSet
  readonly seniority: Seniority
  readonly language: Language
  readonly company: Company
  readonly stack: readonly string[]
}

const PICTURES = /image|photo|video|point cloud|sonar/i
const WORDS = /document|contract|message|translation|revision|papers|text|lists/i

export const worksWithPictures = (company: Company): boolean => PICTURES.test(company.slots.data)
export const worksWithWords = (company: Company): boolean => WORDS.test(company.slots.data)

function fitsCompany(base: string, company: Company): boolean {
  if (/Vision/.test(base)) return worksWithPictures(company)
  if (/NLP/.test(base)) return worksWithWords(company)
  return true
}

const capitalised = (words: string) =>
  words.replace(/(^|[\s-])([a-z])/g, (_all, before: string, letter: string) => before + letter.toUpperCase())

function writeSuffix(request: TitleRequest, random: Random): string {
  const { titleKey, set, language, company, stack, seniority } = request
  if (['intern', 'lead', 'manager', 'director'].includes(seniority)) return ''
  if (titleKey === 'product_manager' && random.chance(0.5)) {
    const product = language === 'de' ? company.slotsDe?.product : capitalised(company.slots.product)
    return product ? ` – ${product}` : ''
  }
  if (set.areas && random.chance(0.4))
    return random.pick([' – ', ', ']).concat(random.deal(`area.${titleKey}`, set.areas))
  if (['backend', 'fullstack', 'frontend_other', 'mobile', 'embedded'].includes(titleKey) && random.chance(0.4)) {
    return random.pick([` (${stack[0]})`, ` – ${stack[0]}`, ` (${stack[0]}, ${stack[1]})`])
  }
  return ''
}

const HAS_DISCIPLINE_MANAGER: ReadonlySet<string> = new Set([
  'data_scientist',
  'data_analyst',
  'data_engineer',
  'devops_sre',
])

function isFitting(form: string, titleKey: string): boolean {
  if (titleKey === 'product_manager' && /Tech Lead|Team Lead|Teamleitung/.test(form)) return false
  if (titleKey === 'product_manager' && / I+$/.test(form)) return false
  if (form.startsWith('{f} Manager')) return HAS_DISCIPLINE_MANAGER.has(titleKey)
  return true
}

/** The title without gender marker: level, base and now and then a technology or area. */
export function writeTitle(request: TitleRequest, random: Random): string {
  const { set, seniority, language, company, titleKey } = request
  const bases = language === 'de' ? set.basesDe : set.bases
  const isUsable = (base: string) =>
    fitsCompany(base, company) && (seniority === 'unknown' || seniority === 'intern' || !base.includes(':in'))
  const base = random.deal(`title.${titleKey}.${language}`, bases, isUsable)
  const form = random.deal(`level.${seniority}.${language}`, LEVEL_FORMS[seniority][language], (candidate) =>
    isFitting(candidate, titleKey),
  )
  const field = seniority === 'manager' ? set.field.replace(' Development', '') : set.field
  return form.replace('{b}', base).replace('{f}', field) + writeSuffix(request, random)
}

const isGendered = (title: string) =>
  title.includes(':in') || /^(Praktikum|Abschlussarbeit|Teamleitung|Master Thesis|Internship)/.test(title)

/** The same title as a board prints it: with the gender marker of the country's habit, or without. */
export function markTitle(title: string, place: { board: Board; language: Language; country: string }): string {
  const { board, language, country } = place
  if (isGendered(title) || !['DE', 'AT', 'CH'].includes(country)) return title
  if (language === 'de') return `${title} ${board === 'talent-hub' ? '(w/m/d)' : '(m/w/d)'}`
  return board === 'northern-board' ? `${title} (m/f/d)` : board === 'talent-hub' ? title : `${title} (all genders)`
}

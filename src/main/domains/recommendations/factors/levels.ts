import type { Seniority } from '#shared/facts.ts'

export type Level = Exclude<Seniority, 'unknown'>

/** How far up a level is; principal and manager stand on the same step of two ladders. */
const STEPS: Readonly<Record<Level, number>> = {
  intern: 0,
  junior: 1,
  mid: 2,
  senior: 3,
  lead: 4,
  principal: 4,
  manager: 4,
  director: 5,
}
/** People are led on one ladder, and not on the other. */
const LEADS_PEOPLE: ReadonlySet<Level> = new Set<Level>(['manager', 'director'])
/** What a switch of the ladder counts as, in steps. */
const SWITCH_STEPS = 1

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  intern: 'internship',
  junior: 'junior',
  mid: 'mid-level',
  senior: 'senior',
  lead: 'lead',
  principal: 'principal',
  manager: 'manager',
  director: 'director',
}

export function levelWord(level: Level): string {
  return LEVEL_WORDS[level]
}

/** Steps from one level to another; negative when it is below. A switch between leading people and not is a step more. Pure. */
export function stepsBetween(from: Level, to: Level): number {
  const steps = STEPS[to] - STEPS[from]
  const isSwitch = LEADS_PEOPLE.has(from) !== LEADS_PEOPLE.has(to)
  if (!isSwitch) return steps
  return steps >= 0 ? steps + SWITCH_STEPS : steps - SWITCH_STEPS
}

/** The levels that so many years in the trade usually are at. Pure. */
export function levelsForYears(years: number): readonly Level[] {
  if (years < 1) return ['intern', 'junior']
  if (years < 2) return ['junior']
  if (years < 4) return ['junior', 'mid']
  if (years < 6) return ['mid', 'senior']
  if (years < 9) return ['senior']
  return ['senior', 'lead', 'principal']
}

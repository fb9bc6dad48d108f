import type { RoleFamily, SkillFact } from '#shared/facts.ts'
import type { MatchJob } from '../../jobs/match/matching.service.ts'
import { type Ability, type Seeker, skillKey } from '../seeker.ts'
import { type Factor, known, NEUTRAL, unknown } from './factor.ts'
import { roleFit, roleWord } from './roles.ts'
import { listed } from './sentences.ts'

/** What a skill asked for weighs: one that must be there more than one of which it is not said, and that more than a nice-to-have. */
const NEED_WEIGHTS = { required: 1, unsaid: 0.7, preferred: 0.35 } as const
/** A posting with less to compare than this says little: its share is mixed with the neutral value. */
const ENOUGH_ASKED = 3
/** What a basic command of a skill that must be there counts. */
const BASIC_SHARE = 0.7
/** What the kind of work weighs beside the skills. */
const ROLE_SHARE = 0.35
const NAMES_SHOWN = 4

export interface AskedSkill {
  readonly fact: SkillFact
  readonly ability: Ability | null
  readonly weight: number
  /** How much of it is there, 0 to 1. */
  readonly share: number
}

/** Every skill of a posting with what the profile has of it, required ones first. Pure. */
export function askedSkills(seeker: Seeker, job: MatchJob): AskedSkill[] {
  const asked = job.facts.skills.map((fact): AskedSkill => {
    const ability = seeker.abilities.get(skillKey(fact.name)) ?? null
    return { fact, ability, weight: NEED_WEIGHTS[fact.need ?? 'unsaid'], share: shareOf(fact, ability) }
  })
  return asked.toSorted((a, b) => b.weight - a.weight)
}

/** Required skills count more than nice-to-haves, a related skill or too few years in part; the kind of work counts beside them. */
export const skillsFactor: Factor = (seeker, job) => {
  const role = roleFit(seeker, job.facts.roleFamily)
  const asked = seeker.abilities.size === 0 ? [] : askedSkills(seeker, job)
  const total = asked.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) {
    const why =
      seeker.abilities.size === 0
        ? 'Your profile names no skills.'
        : 'The posting names no skills that can be compared.'
    if (role === null) return unknown(why)
    return { ...known(mixed(NEUTRAL, role), `${why} ${roleSentence(job, role)}`), isKnown: true }
  }
  const covered = asked.reduce((sum, { weight, share }) => sum + weight * share, 0) / total
  const trust = Math.min(1, total / ENOUGH_ASKED)
  const skills = trust * covered + (1 - trust) * NEUTRAL * Math.min(1, covered * 2)
  const sentence = skillSentence(asked)
  if (role === null) return known(skills, sentence)
  return known(mixed(skills, role), `${sentence} ${roleSentence(job, role)}`)
}

/** Of another kind of work the same skills are worth less. */
function mixed(skills: number, role: number): number {
  return (1 - ROLE_SHARE) * skills * (0.5 + 0.5 * role) + ROLE_SHARE * role
}

function shareOf({ need, years }: SkillFact, ability: Ability | null): number {
  if (ability === null) return 0
  const isShort = years !== null && years > 0 && ability.years !== null && ability.years < years
  const ofYears = isShort ? 0.4 + 0.6 * ((ability.years ?? 0) / years) : 1
  const ofLevel = ability.level === 'basic' && need !== 'preferred' ? BASIC_SHARE : 1
  return ability.share * ofYears * ofLevel
}

function skillSentence(asked: readonly AskedSkill[]): string {
  const own = asked.filter(({ ability }) => ability?.share === 1)
  const near = asked.filter(({ ability }) => ability !== null && ability.share < 1)
  const missing = asked.filter(({ ability }) => ability === null)
  const short = own.filter(({ fact, ability }) => isShortOf(fact, ability))
  const parts = [
    `${own.length} of ${asked.length} ${asked.length === 1 ? 'skill' : 'skills'}${own.length === 0 ? '' : `: ${names(own)}`}`,
    ...(near.length === 0 ? [] : [`near ${listed(near.map(nearName), NAMES_SHOWN)}`]),
    ...(short.length === 0 ? [] : [`fewer years than asked of ${names(short)}`]),
    ...(missing.length === 0 ? [] : [`missing ${listed(missing.map(missingName), NAMES_SHOWN)}`]),
  ]
  return `${parts.join('; ')}.`
}

function isShortOf({ years }: SkillFact, ability: Ability | null): boolean {
  return years !== null && ability !== null && ability.years !== null && ability.years < years
}

const names = (asked: readonly AskedSkill[]) =>
  listed(
    asked.map(({ fact }) => fact.name),
    NAMES_SHOWN,
  )
const nearName = ({ fact, ability }: AskedSkill) => `${fact.name} (by ${ability?.by ?? ''})`
const missingName = ({ fact }: AskedSkill) => (fact.need === 'required' ? `${fact.name} (required)` : fact.name)

function roleSentence(job: MatchJob, fit: number): string {
  const role: RoleFamily = job.facts.roleFamily
  if (fit === 1) return `It is the work you look for: ${roleWord(role)}.`
  if (role === 'other') return 'It is none of the roles you look for.'
  return fit > 0 ? `It is related work: ${roleWord(role)}.` : `It is other work: ${roleWord(role)}.`
}

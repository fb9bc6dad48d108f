import { describe } from 'vitest'
import { NOW_MS, paying, skillsAsked } from '../match-job.fixture.ts'
import { cultureFactor } from './culture.ts'
import { experienceFactor } from './experience.ts'
import { holds } from './factor-cases.fixture.ts'
import { growthFactor } from './growth.ts'
import { recencyFactor } from './recency.ts'
import { salaryFactor } from './salary.ts'

const DAY_MS = 86_400_000

describe('experience', () => {
  holds(experienceFactor, [
    {
      name: 'the wanted level',
      said: { seniorities: ['senior'] },
      facts: { seniority: 'senior' },
      value: 1,
      evidence: 'Senior level, as you wish.',
    },
    {
      name: 'one above',
      said: { seniorities: ['mid'] },
      facts: { seniority: 'senior' },
      value: 0.55,
      evidence: 'Senior level, above what you look for (mid-level).',
    },
    {
      name: 'one below',
      said: { seniorities: ['senior', 'lead'] },
      facts: { seniority: 'mid' },
      value: 0.45,
      evidence: 'Mid-level, below what you look for (senior, lead).',
    },
    {
      name: 'far above',
      said: { seniorities: ['junior'] },
      facts: { seniority: 'director' },
      value: 0,
      evidence: 'Director level, above what you look for (junior).',
    },
    {
      name: 'leading people is another ladder',
      said: { seniorities: ['lead'] },
      facts: { seniority: 'manager' },
      value: 0.55,
      evidence: 'Manager level, above what you look for (lead).',
    },
    {
      name: 'the years speak where no level is named',
      said: { yearsOfExperience: 7 },
      facts: { seniority: 'senior' },
      value: 1,
      evidence: 'Senior level, as your years suggest.',
    },
    {
      name: 'too few years',
      said: { yearsOfExperience: 2 },
      facts: { skills: skillsAsked('Java 5!') },
      value: 0.4,
      evidence: '5 years asked for, you have 2.',
    },
    {
      name: 'both',
      said: { seniorities: ['senior'], yearsOfExperience: 4 },
      facts: { seniority: 'senior', skills: skillsAsked('Java 5!') },
      value: 0.65 + 0.35 * 0.8,
      evidence: 'Senior level, as you wish; 5 years asked for, you have 4.',
    },
    {
      name: 'the posting says nothing',
      said: { seniorities: ['senior'] },
      facts: {},
      value: 0.5,
      isKnown: false,
      evidence: 'The posting names no level or years.',
    },
    {
      name: 'the profile says nothing',
      said: {},
      facts: { seniority: 'senior' },
      value: 0.5,
      isKnown: false,
      evidence: 'Your profile names no level or years.',
    },
  ])
})

describe('salary', () => {
  holds(salaryFactor, [
    {
      name: 'reaches the wish',
      said: { salaryMinEur: 60_000, salaryWishEur: 80_000 },
      facts: paying(70_000, 85_000),
      value: 1,
      evidence: 'Pays 70,000–85,000 EUR a year, as you wish.',
    },
    {
      name: 'between the least and the wish',
      said: { salaryMinEur: 60_000, salaryWishEur: 80_000 },
      facts: paying(70_000, 70_000),
      value: 0.75,
      evidence: 'Pays 70,000 EUR a year; you wish for 80,000 EUR.',
    },
    {
      name: 'below the least',
      said: { salaryMinEur: 60_000 },
      facts: paying(null, 48_000),
      value: 0.2,
      evidence: 'Pays 48,000 EUR a year, below your least of 60,000 EUR.',
    },
    {
      name: 'from a minimum',
      said: { salaryMinEur: 60_000 },
      facts: paying(65_000, null),
      value: 1,
      evidence: 'Pays 65,000 EUR a year, above your least of 60,000 EUR.',
    },
    {
      name: 'unstated pay is neutral',
      said: { salaryMinEur: 60_000 },
      facts: {},
      value: 0.5,
      isKnown: false,
      evidence: 'The posting states no pay that can be compared.',
    },
    {
      name: 'no pay is named in the profile',
      said: {},
      facts: paying(1, 2),
      value: 0.5,
      isKnown: false,
      evidence: 'Your profile names no pay.',
    },
  ])
})

describe('culture', () => {
  holds(cultureFactor, [
    {
      name: 'what is wished is said, and quoted',
      said: { wishes: ['flexible_hours', 'diversity'] },
      facts: {},
      job: { words: { flexible_hours: 'Gleitzeit' } },
      value: 0.75,
      evidence: 'Says flexible hours (“Gleitzeit”).',
    },
    {
      name: 'the opposite is said',
      said: { wishes: ['startup'] },
      facts: {},
      job: { words: { established: 'market leader' } },
      value: 0,
      evidence: 'Says established (“market leader”), you wish for startup.',
    },
    {
      name: 'nothing is said',
      said: { wishes: ['startup'] },
      facts: {},
      value: 0.5,
      isKnown: false,
      evidence: 'The posting says nothing of what you wish of an employer.',
    },
    {
      name: 'nothing is wished',
      said: {},
      facts: {},
      job: { words: { startup: 'startup' } },
      value: 0.5,
      isKnown: false,
      evidence: 'Your profile names no wishes of an employer.',
    },
    {
      name: 'a liked employer',
      said: { likedCompanies: ['Acme GmbH'] },
      facts: {},
      value: 1,
      evidence: 'An employer you like.',
    },
  ])
})

describe('growth', () => {
  holds(growthFactor, [
    {
      name: 'a step up',
      said: { yearsOfExperience: 1.5 },
      facts: { seniority: 'mid' },
      value: 0.8,
      evidence: 'Mid-level is a step up.',
    },
    {
      name: 'a step down',
      said: { yearsOfExperience: 8 },
      facts: { seniority: 'junior' },
      value: 0.2,
      evidence: 'Junior is a step down.',
    },
    {
      name: 'money to learn and mentoring',
      said: {},
      facts: {},
      job: { words: { learning_budget: 'Weiterbildungsbudget', mentoring: 'a mentor' } },
      value: 0.9,
      evidence: 'Money to learn (“Weiterbildungsbudget”), mentoring (“a mentor”).',
    },
    {
      name: 'nothing is said',
      said: {},
      facts: { seniority: 'mid' },
      value: 0.5,
      isKnown: false,
      evidence: 'The posting says nothing of getting further there.',
    },
  ])
})

describe('recency', () => {
  holds(recencyFactor, [
    { name: 'today', said: {}, facts: {}, job: { postedAt: NOW_MS }, value: 1, evidence: 'Posted today.' },
    {
      name: 'half after two weeks',
      said: {},
      facts: {},
      job: { postedAt: NOW_MS - 14 * DAY_MS },
      value: 0.5,
      evidence: 'Posted 14 days ago.',
    },
    {
      name: 'a date in the future is today',
      said: {},
      facts: {},
      job: { postedAt: NOW_MS + DAY_MS },
      value: 1,
      evidence: 'Posted today.',
    },
    {
      name: 'past its closing date',
      said: {},
      facts: { closesAt: NOW_MS - 1 },
      job: { postedAt: NOW_MS },
      value: 0,
      evidence: 'Its closing date is over.',
    },
    { name: 'without a date', said: {}, facts: {}, value: 0.5, isKnown: false, evidence: 'The posting has no date.' },
  ])
})

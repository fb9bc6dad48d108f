import { expect, test } from 'vitest'
import type { AskedLanguage, JobFacts } from '#shared/facts.ts'
import type { Profile } from '#shared/profile.ts'
import { concernsOf } from './concerns.ts'
import { jobSaying, paying, seeking } from './match-job.fixture.ts'

const asks = (code: string, level: AskedLanguage['level'] = null, need: AskedLanguage['need'] = 'required') => ({
  asksLanguages: [{ code, level, need, evidence: code }],
})
const speaks = (code: string, level: Profile['languages'][number]['level'] = null) => ({ languages: [{ code, level }] })

test.each<[string, Partial<Profile>, Partial<JobFacts>, string[]]>([
  [
    'a needed sponsorship is refused',
    { needsSponsorship: true },
    { visa: { status: 'refuses', evidence: 'We do not sponsor.', rule: null } },
    ['It refuses the sponsorship you need: “We do not sponsor.”'],
  ],
  ['a refusal without a need', {}, { visa: { status: 'refuses', evidence: null, rule: null } }, []],
  [
    'pay below the least',
    { salaryMinEur: 60_000 },
    paying(40_000, 50_000),
    ['It pays 50,000 EUR at most, below your least of 60,000 EUR.'],
  ],
  ['unstated pay', { salaryMinEur: 60_000 }, {}, []],
  [
    'an avoided employer, whatever its legal form',
    { avoidedCompanies: ['ACME Ltd.'] },
    {},
    ['You avoid this employer.'],
  ],
  [
    'a language that one does not speak',
    speaks('en'),
    asks('de'),
    ['It asks for German, which your profile does not name.'],
  ],
  ['a language that is only welcome', speaks('en'), asks('de', null, 'preferred'), []],
  [
    'much more of a language than one has',
    speaks('de', 'A2'),
    asks('de', 'C1'),
    ['It asks for more German than your profile has.'],
  ],
  ['a little more of a language than one has', speaks('de', 'B2'), asks('de', 'C1'), []],
  ['a native speaker is asked for and C2 is there', speaks('de', 'C2'), asks('de', 'native'), []],
  [
    'written in a language that one does not speak',
    speaks('en'),
    { language: 'fr' },
    ['It is written in French, which your profile does not name.'],
  ],
  ['written in another language, but asks for one that is spoken', speaks('en'), { language: 'fr', ...asks('en') }, []],
  ['a profile without languages', {}, asks('de'), []],
])('%s', (_name, profile, facts, concerns) => {
  expect(concernsOf(seeking(profile), jobSaying(facts))).toEqual(concerns)
})

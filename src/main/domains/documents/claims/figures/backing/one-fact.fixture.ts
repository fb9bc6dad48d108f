import { careerSchema } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import { profileSchema } from '#shared/profile.ts'
import { findClaims } from '../../find-claims.ts'
import { NOW, sentenceOf } from '../../labelled.fixture.ts'

const PROFILE = profileSchema.parse({
  skills: [
    { name: 'Python', years: 6 },
    { name: 'SQL', years: 9 },
  ],
  languages: [
    { code: 'de', level: 'B2' },
    { code: 'en', level: 'C1' },
    { code: 'sv', level: 'native' },
  ],
})

/** What is found in a sentence that rests on one point of a post, which lasted from 2020-01 to 2022-08. */
export function findingsWith(fact: string, sentence: string): Finding[] {
  const career = careerSchema.parse({
    person: { name: 'Ida Holm', headline: 'Engineer', email: '', phone: '', city: '', countryCode: null, links: [] },
    experiences: [
      {
        id: 'onepost01',
        company: 'Fjellheim Data',
        title: 'Machine Learning Engineer',
        start: '2020-01',
        end: '2022-08',
        bullets: [{ id: 'onepoint1', text: fact }],
      },
      { id: 'otherpost', company: 'Sundvik Handel', title: 'Developer', start: '2017-01', end: '2019-12' },
    ],
  })
  const content = sentenceOf(career, { text: sentence, cites: ['onepoint1'] })
  return findClaims(content, { career, profile: PROFILE, now: NOW })
}

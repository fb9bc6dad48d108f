import { expect, test } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import type { AskedPosting } from '../../compose/asked-posting.ts'
import { questionsByRules } from './rules.ts'

test('what is asked for and missing is asked by its kind: a skill, a spoken language, a degree', () => {
  const posting: AskedPosting = {
    title: 'Arzt',
    company: 'Elbtal',
    city: 'Hamburg',
    descriptionText: 'Sie kennen Kafka. Sie sprechen Niederländisch. Ein abgeschlossenes Studium ist erforderlich.',
    facts: {
      skills: [{ name: 'Kafka', evidence: 'Kafka', need: 'required', years: null }],
      asksLanguages: [{ code: 'nl', level: null, need: 'required', evidence: 'Niederländisch' }],
      seniority: 'unknown',
      roleFamily: 'other',
      language: 'de',
    },
  }
  const ground = { career: careerSchema.parse({}), profile: profileSchema.parse({}) }
  const asked = (language: 'de' | 'en') =>
    questionsByRules({ ...ground, posting, language }).map(({ question, why }) => [question, why])
  expect(asked('de')).toEqual([
    ['Wie würden Sie sich in Kafka einarbeiten?', '„Sie kennen Kafka.“'],
    [
      'Ein Teil des Gesprächs kann auf Niederländisch stattfinden. Wie gut sprechen Sie Niederländisch?',
      '„Sie sprechen Niederländisch.“',
    ],
    [
      'In der Anzeige steht: „Ein abgeschlossenes Studium ist erforderlich.“ Was bringen Sie stattdessen mit?',
      'Ihr Werdegang zeigt das nicht.',
    ],
  ])
  expect(asked('en').map(([question]) => question)).toEqual([
    'How would you get into Kafka?',
    'Part of the conversation may be in Dutch. How well do you speak it?',
    'The posting says: “Ein abgeschlossenes Studium ist erforderlich.” What do you bring in its place?',
  ])
})
